"""Explains the glossary's terms where they stand in running text.

A term is a heading of level 3 on the glossary page with the words that it answers to:
`### AGFA { #term-agfa data-words="AGFA" }`. The first of them on a page becomes a link to that entry, which flows
with its sentence, as no button does; links.js shows the card with its meaning instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from content.markdown import running_text
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

GLOSSARY = "begrippen.md"
TAG = re.compile(r"(<[^>]+>)")
TAG_NAME = re.compile(r"</?([a-zA-Z0-9]+)")
NOT_INSIDE = {"a", "button", "code", "pre", "h1", "h2", "h3", "h4", "em", "strong", "sup", "th", "label"}
VOID = {"br", "hr", "img", "input", "wbr"}


@dataclass(frozen=True)
class Term:
    """A glossary entry: its id, its name, the words that it answers to, its meaning in plain text."""

    id: str
    name: str
    words: tuple[str, ...]
    meaning: str


def read_terms(html: str) -> list[Term]:
    """The terms of a glossary page that have `data-words` (words are separated by `|`)."""
    terms = []
    for heading in LexborHTMLParser(html).css("h3[data-words]"):
        after = heading.next
        while after is not None and after.tag != "p":
            after = after.next
        meaning = running_text(after.inner_html) if after else ""
        words = tuple(heading.attributes["data-words"].split("|"))
        terms.append(Term(heading.attributes["id"], heading.text(), words, meaning))
    return terms


def mark_terms(html: str, terms: list[Term], link) -> tuple[str, list[Term]]:
    """The HTML with the first word of each term in running text as `link(term, word)`, and those terms.

    Links, headings, emphasis, words of another language and footnotes are left as they are.
    """
    waiting = {word.lower(): term for term in terms for word in term.words}
    if not waiting:
        return html, []
    pattern = re.compile(
        rf"(?<![\w-])({'|'.join(re.escape(w) for w in sorted(waiting, key=len, reverse=True))})(?![\w-])",
        re.IGNORECASE,
    )
    found: list[Term] = []

    def replace(match):
        term = waiting[match[0].lower()]
        if term in found:
            return match[0]
        found.append(term)
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
    return "".join(out), sorted(found, key=lambda term: term.id)


LINK = Markup('<a class="term" href="{page}#{id}">{word}</a>')
CARD = Markup(
    '<div popover class="flyout term-card" id="tip-{id}" role="dialog" aria-label="{name}" tabindex="-1">'
    '<p><b>{name}</b> {meaning}</p><p><a href="{page}#{id}">{more}</a> '
    '<button type="button" popovertarget="tip-{id}" popovertargetaction="hide">{close}</button></p></div>'
)


def card(term: Term, page: str, texts: dict) -> str:
    """What opens at a term: its meaning, and the way to the glossary."""
    words = {"more": texts["more"], "close": texts["close"]}
    return CARD.format(id=term.id, name=term.name, meaning=term.meaning, page=page, **words)


def explained(html: str, terms: list[Term], page: str, texts: dict) -> str:
    """A page's HTML with its first use of each term explained; `page` leads to the glossary."""
    marked, used = mark_terms(
        html, terms, lambda term, word: LINK.format(page=page, id=term.id, word=Markup(word))
    )
    return marked + "".join(card(term, page, texts) for term in used)
