"""The text of a built page by itself, for paper and for books: no buttons, and links that hold. Pure.

Of several pages in one document each id is kept apart by the name of its page, but for codes of sections and
terms, which are the same everywhere.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from pathlib import PurePosixPath

from content import addresses
from content.model import Page
from offline.made import Source
from selectolax.lexbor import LexborHTMLParser, LexborNode

FURNITURE = (  # what is of use on a screen only
    "script, template, button, [hidden], .contents, .turn, .trust, .section-tools, .unseen, .Z3988, "
    ".slide-turn, .outcome, .check-ask, .promise, .route-said, .footnote-backref, .downloads, #slides"
)
NAMED = ("id", "aria-labelledby", "aria-describedby")  # attributes that hold an id
SHARED = re.compile(r"[a-z]\d+|term-.+")  # ids that are the same on every page

Link = Callable[[Page, str], str]  # from a page and an id on it, "" for its top, to a link


def name_of(page: Page, anchor: str = "") -> str:
    """The id of a page, or of a place on it, in a document of several pages."""
    stem = PurePosixPath(page.name).stem
    if not anchor:
        return f"at-{stem}"
    return anchor if SHARED.fullmatch(anchor) else f"{stem}--{anchor.replace(':', '-')}"


def places(source: Source) -> dict[str, Page]:
    """The pages of the guide by their address."""
    return {addresses.of_page(page): page for page in source.site.guide.pages.values()}


def on_web(to: Page, anchor: str, source: Source) -> str:
    """The address of a page, or of a place on it, on the web."""
    return source.site.settings.root + addresses.of_page(to) + (f"#{anchor}" if anchor else "")


def resolved(link: str, page: Page, source: Source, known: dict[str, Page], to: Link) -> str:
    """A link of a page as `to` writes it if it leads to a page of the guide; else on the web."""
    path, _, anchor = link.partition("#")
    if re.match(r"[a-z][a-z+.-]*:", link):
        return link
    at = addresses.of_page(page)
    target = posixpath.normpath(posixpath.join(at, path)) + "/" if path else at
    target = "" if target == "./" else target
    if target in known:
        return to(known[target], anchor)
    target = target if path.endswith("/") else target.rstrip("/")
    return source.site.settings.root + target + (f"#{anchor}" if anchor else "")


def article(page: Page, source: Source, to: Link) -> LexborNode:
    """The text of a page, as an element of its own tree."""
    tree = LexborHTMLParser(source.files[f"{addresses.of_page(page)}index.html"].decode())
    text, known = tree.css_first("article.text"), places(source)
    for node in text.css(FURNITURE):
        node.decompose()
    for node in text.css("a[href]"):
        node.attrs["href"] = resolved(node.attributes["href"] or "", page, source, known, to)
    for node in text.css("img"):
        source_of = posixpath.join(addresses.of_page(page), node.attributes["src"] or "")
        node.attrs["src"] = posixpath.normpath(source_of)
    for name in NAMED:
        for node in text.css(f"[{name}]"):
            node.attrs[name] = name_of(page, node.attributes[name] or "")
    for node in text.css("a.view[id]"):  # a choice of what to show; others link to it
        node.replace_with(element(f'<span id="{node.attributes["id"]}"></span>'))
    for node in text.css("a > strong:only-child"):  # the link inside, where a tagged PDF takes it for one
        node.unwrap()
    return text



def element(html: str) -> LexborNode:
    """HTML of one element, as that."""
    return LexborHTMLParser(html).body.child
