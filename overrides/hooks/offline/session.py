"""A session of the trainer's kit as data: its slides, with what the trainer says at each. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from content.cases import SECTION_LINK
from content.markdown import running_text
from content.model import Page
from pages import tools
from selectolax.lexbor import LexborHTMLParser, LexborNode

WHOLE = re.compile(r"[\w-]+\.md")
CODE = re.compile(r"\(([A-Z]\d+)\)")


@dataclass(frozen=True)
class Slide:
    """One heading of level 3 and what stands below it."""

    title: str
    minutes: str
    points: tuple[str, ...]
    notes: tuple[str, ...]  # what the trainer says, a paragraph each
    codes: tuple[str, ...]  # of the sections that its points name, and those that the trainer is led to
    pages: tuple[str, ...]  # the file names of whole pages that the trainer is led to


def paragraphs(note: LexborNode) -> Iterator[str]:
    """The paragraphs and items of a trainer's note, without its label."""
    for node in note.css("p:not(.admonition-title), li"):
        if node.tag == "p" and node.parent.tag == "li":
            continue
        yield ("- " if node.tag == "li" else "") + running_text(node.html)


def read_slide(html: str) -> Slide:
    """A slide from the HTML of its part of the page."""
    tree = LexborHTMLParser(html)
    minutes, note = tree.css_first(".minutes"), tree.css_first(".trainer")
    points = tuple(running_text(item.html) for item in tree.css("body > ul > li, body > ol > li"))
    links = note.css("a[href]") if note else []
    targets = [link.attributes["href"] or "" for link in links]
    found = [SECTION_LINK.match(target) for target in targets]
    named = [code.lower() for point in points for code in CODE.findall(point)]
    return Slide(
        title=running_text(tree.css_first("h3").inner_html),
        minutes=running_text(minutes.html) if minutes else "",
        points=points,
        notes=tuple(paragraphs(note)) if note else (),
        codes=tuple(dict.fromkeys([*named, *(one[1] for one in found if one)])),
        pages=tuple(dict.fromkeys(target for target in targets if WHOLE.fullmatch(target))),
    )


def slides(page: Page) -> tuple[Slide, ...]:
    """The slides of a page; none when it has no deck."""
    deck = LexborHTMLParser(page.html).css_first(".deck")
    return tuple(read_slide(one) for one in tools.slides(deck.inner_html)) if deck else ()
