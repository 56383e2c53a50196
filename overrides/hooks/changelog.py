"""CHANGELOG.md, read as data: what changed for readers, per edition and per section. Pure.

## 2027.03                     an edition, the newest first

### P1 P3                      the sections that changed, or: Alles · All
- nl: Wat er anders is.
- en: What is different.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from guide import Problem

EDITION = re.compile(r"## (\d{4}\.\d{2})$")
CODES = re.compile(r"[A-Z]\d+( [A-Z]\d+)*$")
ALL = "Alles · All"
WORDS = re.compile(r"- (\w\w): (.+)$")


@dataclass(frozen=True)
class Change:
    """One change, in every language."""

    edition: str
    codes: tuple[str, ...]  # lower case; empty when it is about the whole guide
    words: dict[str, str]
    line: int


def read_changes(text: str) -> list[Change]:
    """All changes of a changelog, in its order; what is written otherwise is left out (see `faults`)."""
    changes, edition = [], ""
    for number, line in enumerate(text.splitlines(), 1):
        if match := EDITION.match(line):
            edition = match.group(1)
        elif line.startswith("### "):
            subject = line.removeprefix("### ")
            codes = () if subject == ALL else tuple(subject.lower().split())
            changes.append(Change(edition, codes, {}, number))
        elif changes and (match := WORDS.match(line)):
            changes[-1].words[match.group(1)] = match.group(2)
    return changes


def faults(text: str, path: str, codes: set[str], locales: list[str], edition: str) -> list[Problem]:
    """What keeps a changelog from being read, or makes it say something untrue."""
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
    return [Problem(path, line, message) for line, message in found]


def last_change(changes: list[Change], code: str, since: str) -> str:
    """The edition in which a section last changed, at the earliest the one that it came with."""
    return max([since, *(change.edition for change in changes if code in change.codes)])
