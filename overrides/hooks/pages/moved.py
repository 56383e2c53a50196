"""Anchors of sections that moved away from a page, or were retired: whoever comes by one is led on."""

from __future__ import annotations

from dataclasses import dataclass

from content import addresses
from content.model import Guide
from content.permalinks import Promise
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

NOTICE = Markup('<p class="moved" id="{0.code}">{words} <a href="{0.link}">{heir} {0.title}</a></p>')


@dataclass(frozen=True)
class Notice:
    """What a page says to who comes by the anchor of a code that it no longer carries."""

    code: str
    retired: str  # the edition; "" when the section only moved
    heir: str  # the living code to go to: of a section that moved, its own
    title: str  # of that section
    link: str  # to it, from this page
    here: bool  # whether it stands on this page


def notices(promise: Promise, guide: Guide, locale: str, name: str) -> list[Notice]:
    """The codes that a page must still answer besides those of its own sections.

    A retired code is answered by every page that ever carried it and by the page of its heir.
    """
    found = []
    for code, link in promise.left.items():
        heir = promise.heir(code)
        home = promise.codes[heir].page
        once_here = name in link.was or (link.retired and name in (link.page, home))
        if once_here and (link.retired or name != home):
            page, section = guide.section(locale, heir)
            target = f"#{heir}"
            if home != name:
                start = addresses.of_page(guide.pages[locale, name])
                target = addresses.relative(addresses.of_section(page, heir), start)
            found.append(Notice(code, link.retired, heir, section.title, target, home == name))
    return found


def with_notices(html: str, found: list[Notice], texts) -> str:
    """The page with an anchor and a notice for each: in the section of the heir when that is on this page,
    else at the top. The stylesheet shows a notice only to who comes by its anchor."""
    if not found:
        return html
    tree = LexborHTMLParser(f"<body>{html}</body>")
    for one in found:
        words = texts["retired" if one.retired else "moved"]
        words = words.format(code=one.code.upper(), edition=one.retired)
        notice = NOTICE.format(one, words=words, heir=one.heir.upper())
        notice = LexborHTMLParser(notice).css_first("p")
        tree.css_first(f"h2#{one.heir}" if one.here else "h1").insert_after(notice)
    return tree.body.inner_html
