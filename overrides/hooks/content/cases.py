"""The cases as data: read from the model, for the index on their first page and the cards to cut out.

A case is a section of one of the cases pages that opens with its kind ("made-up case · policy · listening"),
tells its situation, and goes on with a definition list: the question first, the sections last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from content.markdown import running_text
from content.model import Guide, Page, Section
from selectolax.lexbor import LexborHTMLParser

PAGES = ("casussen.md", "casussen-echt.md")
ASIDE = ("case-kind", "as-of")  # paragraphs that are no part of the story
SECTION_LINK = re.compile(r"[^:#]*#([a-z]\d+)$")  # within the guide: not https://example.nl/#z9


@dataclass(frozen=True)
class Case:
    """One case, in one language."""

    page: Page
    code: str
    title: str
    heading: str  # for a card: that of its story where it has one, since a title may tell how it ended
    status: str  # made up or real, in words
    work: str
    situation: str  # the kind of situation, in words
    story: tuple[str, ...]  # running text, a paragraph each
    question: str
    sections: tuple[str, ...]  # codes


def read_case(page: Page, section: Section) -> Case:
    """The case that a section tells. Raises `ValueError` when a part is missing."""
    tree = LexborHTMLParser(section.html)
    kind, question = tree.css_first("p.case-kind"), tree.css_first("dl dd")
    parts = [part.strip() for part in kind.text().split("·")] if kind else []
    if len(parts) != 3 or question is None:
        raise ValueError(
            f"case {section.code} must open with 'status · work · situation' {{: .case-kind }}, "
            "and list its question and sections"
        )
    links = (SECTION_LINK.match(link.attributes.get("href") or "") for link in tree.css("dl a"))
    return Case(
        page,
        section.code,
        section.title,
        story_title(tree) or section.title,
        *parts,
        tuple(story(tree)),
        running_text(question.html),
        tuple(dict.fromkeys(link[1] for link in links if link)),
    )


def story(tree: LexborHTMLParser) -> Iterable[str]:
    """The paragraphs between the kind of a case and its question; not the list that tells how it ended."""
    for node in tree.body.iter():
        if node.tag == "dl":
            return
        paragraphs = [node] if node.tag == "p" else node.css("p:not(.admonition-title, li p)")
        yield from (running_text(p.html) for p in paragraphs if p.attributes.get("class") not in ASIDE)


def story_title(tree: LexborHTMLParser) -> str:
    """The title of the block that tells a real case, "" if there is none."""
    title = tree.css_first("dl, .admonition-title")
    if title is None or title.tag == "dl":
        return ""
    for label in title.css(".label"):
        label.decompose()
    return running_text(title.html)


def cases(guide: Guide, locale: str) -> list[Case]:
    """All cases of a language, in the order of their pages."""
    pages = [guide.pages[locale, name] for name in PAGES if (locale, name) in guide.pages]
    return [read_case(page, section) for page in pages for section in page.sections]


def by_situation(found: Iterable[Case]) -> dict[str, list[Case]]:
    """The cases by kind of situation, in the order in which those first appear."""
    groups: dict[str, list[Case]] = {}
    for case in found:
        groups.setdefault(case.situation, []).append(case)
    return groups


def by_section(guide: Guide, locale: str, found: Iterable[Case]) -> dict[Section, list[Case]]:
    """The cases by the section that applies to them, by code."""
    groups: dict[str, list[Case]] = {}
    for case in found:
        for code in case.sections:
            groups.setdefault(code, []).append(case)
    held = {code: guide.section(locale, code) for code in sorted(groups)}
    return {place[1]: groups[code] for code, place in held.items() if place}
