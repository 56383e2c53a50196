"""Record that a translation was reviewed: write the hash of the Dutch page's present text into it.

python overrides/hooks/translations.py ophef.md agfa.md
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from checks.translations import text_hash
from content.languages import DEFAULT, PROMISED
from content.markdown import read_fields, split_front_matter

DOCS = Path(__file__).parent.parent.parent / "docs"
LINE = re.compile(rb"^source_hash:[^\r\n]*", re.MULTILINE)


def record(source: Path, translation: Path) -> str:
    """Replace the source_hash line of a translation, and nothing else; returns the hash.

    Raises `OSError` when a file is missing and `ValueError` when the translation has no such line.
    """
    fields, body, _ = split_front_matter(source.read_text(encoding="utf-8-sig"))
    new = text_hash(read_fields(fields)[0], body)
    text, count = LINE.subn(f'source_hash: "{new}"'.encode(), translation.read_bytes(), count=1)
    if not count:
        raise ValueError(f"{translation} has no source_hash: add that line to its front matter")
    translation.write_bytes(text)
    return new


def translations(name: str) -> list[Path]:
    """The page `name` in each language that has it; in English at least."""
    further = sorted(DOCS.glob(f"??/{name}"))
    return [DOCS / "en" / name] + [page for page in further if page.parent.name not in PROMISED]


def main(names: list[str]) -> None:
    """Record each page named, or say in one line why not."""
    if not names:
        sys.exit(__doc__)
    for name in names:
        try:
            for page in translations(name):
                print(f"{page.parent.name}/{name}: {record(DOCS / DEFAULT / name, page)}")
        except (OSError, ValueError) as error:
            sys.exit(str(error))


if __name__ == "__main__":
    main(sys.argv[1:])
