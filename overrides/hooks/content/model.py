"""The model of the guide: pages and sections, and what was wrong with them. Knows no MkDocs.

A *section* is what people link to and cite: a heading of level 2 with a permanent code as its id.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from pathlib import Path

NOTE = re.compile(r"""<sup id="fnref[^>]*><a [^>]*href="#fn:([^"]+)".*?</sup>""")

CONTACTS = re.compile(r"""<div class="contacts">.*?</div>""", re.DOTALL)


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: the file it is in, the line (1 = first; 0 = the file as a whole), and what to do.

    `hides` says what of a page nobody can judge until the fault is mended: its "text" (all of it), its
    "sections" or its "address".
    """

    path: str
    line: int
    message: str
    hides: str = field(default="", compare=False)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}" if self.line else f"{self.path}: {self.message}"


@dataclass(frozen=True)
class Section:
    """A heading of level 2 and what stands below it, up to the next one."""

    code: str  # the id as written, "" when it has none
    title: str
    line: int  # of the heading, in the file
    html: str  # without the heading; links still point to Markdown files
    text: str  # the same as running text, for search and plain-text copies

    @property
    def full_title(self) -> str:
        """The title and the code by which a section is cited: "Guard the line (P3)"."""
        return f"{self.title} ({self.code.upper()})"

    @property
    def fingerprint(self) -> str:
        """Changes when, and only when, the title or the content of the section changes: what other sections
        of the page cite, which numbers its notes, does not count, nor does whom a ministry names to ask."""
        html = CONTACTS.sub("", NOTE.sub(r"[^\1]", self.html))
        return "sha256:" + hashlib.sha256(f"{self.title}\n{html}".encode()).hexdigest()


@dataclass(frozen=True)
class Page:
    """One Markdown file of one language."""

    locale: str
    name: str  # path below docs/<locale>/, the same in every language: "ophef.md"
    path: Path
    meta: dict = field(hash=False)  # no dict can be hashed; the text tells a page from others
    meta_lines: dict[str, int] = field(hash=False)
    body: str  # Markdown without front matter
    body_line: int  # line of the file on which the body begins
    html: str
    intro: str  # running text before the first section
    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        return str(self.meta.get("title", ""))

    def problem(self, line: int, message: str, hides: str = "") -> Problem:
        """A fault of this page."""
        return Problem(str(self.path), line, message, hides)

    def line_of(self, needle: str) -> int:
        """The first line of the file that holds `needle`, or 0."""
        before, found, _ = self.body.partition(needle)
        return self.body_line + before.count("\n") if found else 0


@dataclass(frozen=True)
class Guide:
    """All pages, by locale and file name, and what was wrong with those that could not be read."""

    pages: dict[tuple[str, str], Page]
    problems: tuple[Problem, ...] = field(default=())
    doubts: frozenset[tuple[str, str, str]] = frozenset()  # (locale, name, what a fault of that page hides)
    rules: dict[str, Page] = field(default_factory=dict)  # beside the guide: a ministry's own, by locale

    def hidden(self, what: str) -> frozenset[tuple[str, str]]:
        """The pages, by locale and name, of which this cannot be judged: "text", "sections" or "address"."""
        return frozenset((locale, name) for locale, name, hides in self.doubts if hides in (what, "text"))

    def of(self, locale: str) -> list[Page]:
        """The pages of one language, ordered by file name."""
        return self.by_locale.get(locale, [])

    def section(self, locale: str, code: str) -> tuple[Page, Section] | None:
        """The page and section that carry a code in a language."""
        return self.by_code.get((locale, code))

    @cached_property
    def by_locale(self) -> dict[str, list[Page]]:
        """The pages of each language, ordered by file name."""
        found: dict[str, list[Page]] = {}
        for (locale, _), page in sorted(self.pages.items(), key=itemgetter(0)):
            found.setdefault(locale, []).append(page)
        return found

    @cached_property
    def by_code(self) -> dict[tuple[str, str], tuple[Page, Section]]:
        """By language and code, the first section that carries it, and its page."""
        found: dict[tuple[str, str], tuple[Page, Section]] = {}
        for locale, pages in self.by_locale.items():
            for page in pages:
                for section in page.sections:
                    found.setdefault((locale, section.code), (page, section))
        return found
