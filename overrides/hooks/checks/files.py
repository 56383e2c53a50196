"""What may lie in docs/: plain files with plain names, readable text, one folder a language."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from checks import letters, svg
from content.model import Problem

NAME = re.compile(
    r"(?!(con|prn|aux|nul|com\d|lpt\d)(\.|$))[a-z0-9][a-z0-9._-]*"
)  # Windows keeps some for itself
KINDS = {".md", ".yml", ".svg", ".png", ".jpg", ".webp", ".avif", ".pdf"}  # what may be published, or read
OTHER_MARKDOWN = (".markdown", ".mdown", ".mkdn", ".mkd")  # MkDocs would take these for pages too
LARGEST = 5_000_000  # bytes; a page has limits of its own
TEXTS = {".md", ".yml"}


def entries(docs: Path) -> Iterator[Path]:
    """Every file and folder below docs/, links not followed, hidden ones left out."""
    for folder, folders, files in os.walk(docs):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(folder, name) for name in folders + sorted(files) if not name.startswith("."))


def place_problems(path: Path, docs: Path, locales: list[str]) -> Iterator[Problem]:
    """Faults in where a file lies and how it is called."""
    where = path.relative_to(docs)
    if not NAME.fullmatch(path.name) or (path.name == "readme.md"):
        yield Problem(str(path), 0, "rename it: small letters, digits, dots and hyphens only, no readme")
    if path.suffix.lower() in OTHER_MARKDOWN:
        yield Problem(str(path), 0, "rename it: a page ends in .md")
    elif path.suffix not in KINDS and not path.is_dir():
        yield Problem(
            str(path), 0, f"would be published as it is: remove it, or use {', '.join(sorted(KINDS))}"
        )
    if path.suffix.lower() == ".md" and where.parts[0] not in locales:
        folders = " or ".join(f"{docs.name}/{locale}" for locale in locales)
        yield Problem(str(path), 0, f"stands outside the languages: move it to {folders}")


def problems(docs: Path, locales: list[str]) -> Iterator[Problem]:
    """Everything below docs/ that is not a plain, readable, well-named file."""
    for locale in locales:
        if not (docs / locale).is_dir():
            yield Problem(str(docs / locale), 0, "is not there: each language has its folder")
    for path in entries(docs):
        mode = path.lstat().st_mode
        yield from place_problems(path, docs, locales)
        if stat.S_ISLNK(mode):
            yield Problem(str(path), 0, "is a link: put the file itself here")
        elif stat.S_ISREG(mode):
            if path.stat().st_size > LARGEST:
                yield Problem(str(path), 0, f"is larger than {LARGEST // 1000} kB: make it smaller or split it")
            elif not os.access(path, os.R_OK):
                yield Problem(str(path), 0, "may not be read: mend its rights")
            elif path.suffix in TEXTS:
                yield from letters.problems(path)
            elif path.suffix == ".svg":
                yield from svg.problems(path)
        elif not stat.S_ISDIR(mode):
            yield Problem(str(path), 0, "is no plain file: remove it")
