"""CHANGELOG.md can be read as data, and says nothing untrue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from checks import letters
from content.changelog import ALL, CODES, EDITION, WORDS, read_changes
from content.model import Problem
from content.yaml_file import decoded

Fault = tuple[int, str]  # line, what to do


def form_faults(text: str) -> Iterator[Fault]:
    """Headings and lines that are written otherwise than the site reads them."""
    edition = ""
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("## "):
            edition = line
            if not EDITION.match(line):
                yield number, "an edition is written as `## 2027.03`"
        elif line.startswith("### "):
            if line != f"### {ALL}" and not CODES.match(line[4:]):
                yield number, f"name section codes (`### P1 P3`) or `### {ALL}`"
            if not edition:
                yield number, "this change belongs to no edition: put `## 2027.03` above it"
        elif edition and line.strip() and not WORDS.match(line):
            yield number, "no reader would see this line: write `- nl: …` or `- en: …`, on one line"


def change_faults(text: str, codes: Iterable[str] | None, locales: Iterable[str]) -> Iterator[Fault]:
    """What each change says of sections (None: nobody knows which there were) and languages."""
    seen = set()
    for change in read_changes(text):
        for code in change.codes:
            if codes is not None and code not in codes:
                yield change.line, f"no section was ever published as {code.upper()}"
        if (change.edition, change.codes) in seen:
            yield change.line, "these sections have words in this edition already: say it there"
        seen.add((change.edition, change.codes))
        for locale in locales:
            if locale not in change.words:
                yield change.line, f"say it in this language too: `- {locale}: …`"


def order_faults(text: str, edition: str) -> Iterator[Fault]:
    """The present edition ("" when nobody knows it) stands there, the newest first."""
    changes = read_changes(text)
    if edition and edition not in {change.edition for change in changes}:
        yield 0, f"edition {edition} of mkdocs.yml is not here: add `## {edition}` and what changed"
    for above, below in pairwise(changes):
        if below.edition > above.edition:
            yield below.line, "put the newest edition first"


def newest(path: Path) -> str:
    """The newest edition of a changelog, "" when it names none."""
    return max((change.edition for change in read_changes(decoded(path)[0])), default="")


def problems(
    path: Path, codes: Iterable[str] | None, locales: Iterable[str], edition: str
) -> Iterator[Problem]:
    """What keeps a changelog from being read, or makes it say something untrue."""
    text, unread = decoded(path)
    yield from unread
    if unread:
        return
    rules = (letters.faults(text), form_faults(text), change_faults(text, codes, locales))
    for faults in (*rules, order_faults(text, edition)):
        for line, message in faults:
            yield Problem(str(path), line, message)
