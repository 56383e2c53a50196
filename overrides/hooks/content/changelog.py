"""CHANGELOG.md, read as data: what changed for readers, per edition and per section. Pure.

## 2027.03                     an edition, the newest first

### P1 P3                      the sections that changed, or: Alles · All
- nl: Wat er anders is.
- en: What is different.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from content.languages import Told

EDITION = re.compile(r"## (20\d{2}\.(?:0[1-9]|1[0-2]))$")
CODES = re.compile(r"[A-Z]\d+( [A-Z]\d+)*$")
ALL = "Alles · All"
WORDS = re.compile(r"- (\w\w): (.+)$")


@dataclass(frozen=True)
class Change:
    """One change, in the promised languages; one that is further may be left out, and has the Dutch words."""

    edition: str
    codes: tuple[str, ...]  # lower case; empty when it is about the whole guide
    words: dict[str, str]
    line: int


def read_changes(text: str) -> list[Change]:
    """All changes of a changelog, in its order; what is written otherwise is left out."""
    changes, edition = [], ""
    for number, line in enumerate(text.splitlines(), 1):
        if match := EDITION.match(line):
            edition = match.group(1)
        elif line.startswith("### "):
            subject = line.removeprefix("### ")
            codes = () if subject == ALL else tuple(subject.lower().split())
            changes.append(Change(edition, codes, Told(), number))
        elif changes and (match := WORDS.match(line)):
            changes[-1].words[match.group(1)] = match.group(2)
    return changes


def last_change(changes: list[Change], code: str, since: str) -> str:
    """The edition in which a section last changed, at the earliest the one that it came with."""
    return max([since, *(change.edition for change in changes if code in change.codes)])
