"""docs/sources.yml: the facts that a page may cite, each under the document in which it was read. Pure.

agfa:                                    # a document: where its notes lead, and what its facts rest on
  nl: AGFA, website
  en: AGFA, website
  url: https://www.agfacommissies.nl/
  grade: official                        # or secondary: press, law firm, summary
  facts:
    f03: {nl: wie advies vraagt, en: who asks for advice}
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from content import yaml_file
from content.languages import Told
from content.markdown import prose
from content.model import Page, Section

MARK = re.compile(r"(?<!!)\[\^([^\]\s]+)\]")  # [^f24] in a page
WRITTEN = re.compile(r"^[ \t>]*\[\^[^\]\s]+\]:", re.MULTILINE)  # a note by hand, which no page has
Places = dict[str, list[tuple[Page, Section | None]]]  # by fact; no section: the opening of the page


@dataclass(frozen=True)
class Source:
    """A document, and the day on which it was read."""

    key: str
    titles: dict[str, str]  # by language, as the other texts below
    url: str
    grade: str  # official or secondary
    checked: datetime.date


@dataclass(frozen=True)
class Fact:
    """What a page can cite: a fact (f24) or a published case (k1)."""

    key: str
    source: Source
    subjects: dict[str, str]  # a few words
    where: dict[str, str] = field(default_factory=dict)  # the place in the document
    dated: bool = False  # it may change: what cites it says of which day it is


@dataclass(frozen=True)
class Sources:
    """The whole file, by key: what may be cited, what was replaced by which, what is held back and why."""

    facts: dict[str, Fact] = field(default_factory=dict)
    replaced: dict[str, list[str]] = field(default_factory=dict)
    held_back: dict[str, str] = field(default_factory=dict)


def without(entry: dict, *names: str) -> dict:
    """An entry of the file, without some of its fields."""
    return {key: value for key, value in entry.items() if key not in names}


def read_sources(path: Path) -> Sources:
    """The file, once `checks.sources` has found its form good."""
    data, facts = yaml_file.read(path).fields, {}
    for name, given in data["sources"].items():
        titles = Told(without(given, "checked", "facts", "url", "grade"))
        day = given.get("checked", data.get("checked"))
        source = Source(name, url=given["url"], grade=given["grade"], checked=day, titles=titles)
        for key, told in given["facts"].items():
            subjects = Told(without(told, "where", "dated"))
            where, dated = Told(told.get("where", {})), told.get("dated", False)
            facts[key] = Fact(key, source, subjects=subjects, where=where, dated=dated)
    barred = data.get("not_cited", {})
    replaced = {key: one["replaced"] for key, one in barred.items() if "replaced" in one}
    held_back = {key: one["held_back"] for key, one in barred.items() if "held_back" in one}
    return Sources(facts, replaced, held_back)


def marks(page: Page) -> Iterator[tuple[str, int]]:
    """The keys that a page cites, in the order of reading, each with its line of the file."""
    text = WRITTEN.sub(lambda note: " " * len(note[0]), prose(page.body))
    for match in MARK.finditer(text):
        yield match[1], page.body_line + page.body.count("\n", 0, match.start())


def places(pages: Iterable[Page]) -> Places:
    """Where each fact is cited, in the order of the pages, a section once."""
    found: Places = {}
    for page in pages:
        for key, line in marks(page):
            above = [section for section in page.sections if 0 < section.line <= line]
            place = (page, above[-1] if above else None)
            if place not in found.setdefault(key, []):
                found[key].append(place)
    return found


def in_use(sources: Sources, found: Places) -> dict[str, list[Fact]]:
    """The facts that are cited, by the key of their source, in the order of the file."""
    listed: dict[str, list[Fact]] = {}
    for fact in sources.facts.values():
        if fact.key in found:
            listed.setdefault(fact.source.key, []).append(fact)
    return listed
