"""Explains the glossary's terms where they stand in running text.

A term is a heading of level 3 on the glossary page with the words that it answers to:
`### AGFA { #term-agfa data-words="AGFA" }`. The first of them on a page becomes a link to that entry, which
flows with its sentence, as no button does; links.js shows a card with its meaning instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

GLOSSARY = "begrippen.md"
TAG = re.compile(r"(<[^>]+>)")
TAG_NAME = re.compile(r"</?([a-zA-Z0-9]+)")
NOT_INSIDE = {"a", "button", "code", "pre", "h1", "h2", "h3", "h4", "em", "strong", "sup", "th", "label"}
VOID = {"br", "hr", "img", "input", "wbr"}


@dataclass(frozen=True)
class Term:
    """A glossary entry: its id, and the words that it answers to."""

    id: str
    words: tuple[str, ...]


def read_terms(html: str) -> tuple[Term, ...]:
    """The terms of a glossary page that have `data-words` (words are separated by `|`)."""
    found = (heading.attributes for heading in LexborHTMLParser(html).css("h3[data-words]"))
    return tuple(Term(one["id"], tuple(one["data-words"].split("|"))) for one in found)


def mark_terms(html: str, terms: Iterable[Term], link) -> str:
    """The HTML with the first word of each term in running text as `link(term, word)`.

    Links, headings, emphasis, words of another language and footnotes are left as they are.
    """
    waiting = {word.lower(): term for term in terms for word in term.words}
    if not waiting:
        return html
    pattern = re.compile(
        rf"(?<![\w-])({'|'.join(re.escape(w) for w in sorted(waiting, key=len, reverse=True))})(?![\w-])",
        re.IGNORECASE,
    )
    found: set[Term] = set()

    def replace(match):
        term = waiting[match[0].lower()]
        if term in found:
            return match[0]
        found.add(term)
        return link(term, match[0])

    out, closed_to_us = [], []
    for piece in TAG.split(html):
        if piece.startswith("<"):
            name = (TAG_NAME.match(piece) or [None, ""])[1].lower()
            if closed_to_us and piece.startswith("</"):
                closed_to_us.pop()
            elif name not in VOID and not piece.startswith(("</", "<!")) and (
                closed_to_us or name in NOT_INSIDE or " lang=" in piece or 'class="footnote' in piece
                or "admonition-title" in piece
            ):
                closed_to_us.append(name)
        elif not closed_to_us:
            piece = pattern.sub(replace, piece)
        out.append(piece)
    return "".join(out)


LINK = Markup('<a class="term" href="{page}#{id}">{word}</a>')


@lru_cache(maxsize=1024)  # for `serve`, where one page of many has changed
def explained(html: str, terms: tuple[Term, ...], page: str) -> str:
    """A page's HTML with its first use of each term explained; `page` leads to the glossary."""
    return mark_terms(html, terms, lambda term, word: LINK.format(page=page, id=term.id, word=Markup(word)))
