"""CHANGELOG.md can be read as data, and says nothing untrue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from content.changelog import ALL, CODES, EDITION, read_changes
from content.model import Problem


def problems(path: Path, codes: Iterable[str], locales: Iterable[str], edition: str) -> Iterator[Problem]:
    """What keeps a changelog from being read, or makes it say something untrue."""
    try:
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
    except UnicodeDecodeError:
        yield Problem(str(path), 0, "is not UTF-8 text: save the file as UTF-8")
        return
    changes, found = read_changes(text), []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("## ") and not EDITION.match(line):
            found.append((number, "an edition is written as `## 2027.03`"))
        if line.startswith("### ") and line != f"### {ALL}" and not CODES.match(line[4:]):
            found.append((number, f"name section codes (`### P1 P3`) or `### {ALL}`"))
    for change in changes:
        for code in change.codes:
            if code not in codes:
                found.append((change.line, f"no section was ever published as {code.upper()}"))
        if any(
            other.line < change.line and (other.edition, other.codes) == (change.edition, change.codes)
            for other in changes
        ):
            found.append((change.line, "these sections have words in this edition already: say it there"))
        for locale in locales:
            if locale not in change.words:
                found.append((change.line, f"say it in this language too: `- {locale}: …`"))
    editions = [change.edition for change in changes]
    if edition not in editions:
        found.append((0, f"edition {edition} of mkdocs.yml is not here: add `## {edition}` and what changed"))
    if editions != sorted(editions, reverse=True):
        found.append((0, "put the newest edition first"))
    yield from (Problem(str(path), line, message) for line, message in found)
