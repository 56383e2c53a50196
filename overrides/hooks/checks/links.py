"""Links and pictures: each leads somewhere, by a path that also works in an editor, and says what it is."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from checks import web
from checks.frontmatter import nearest
from checks.lines import at, line_at
from checks.markup import SCHEMES, scheme
from content.model import Guide, Page, Problem
from selectolax.lexbor import LexborHTMLParser

VAGUE = {"hier", "klik hier", "lees meer", "meer", "link", "here", "click here", "read more", "more"}


@lru_cache(maxsize=1000)  # every link to a page asks for them
def ids(html: str) -> frozenset[str]:
    """Every id on a page."""
    return frozenset(filter(None, (node.attributes["id"] for node in LexborHTMLParser(html).css("[id]"))))


def external_fault(address: str, site_url: str) -> str | None:
    """What is wrong with an address outside the guide."""
    parts = urlsplit(address)
    if parts.scheme in ("http", "https"):
        if parts.hostname and parts.hostname == urlsplit(site_url).hostname:
            return f"'{address}' is this site itself: link to the Markdown file, such as ophef.md#o3"
        return web.site_fault(address)
    if parts.scheme == "mailto":
        return web.mail_fault(unquote(parts.path))
    if parts.scheme == "tel" and (fault := web.phone_fault(unquote(parts.path))):
        return f"telephone number '{parts.path}' {fault}"
    return None


def inner_fault(address: str, page: Page, guide: Guide, docs: Path, generated: frozenset[str]) -> str | None:
    """What is wrong with a link within the guide; of a page with faults of its own, anchors are not judged."""
    path, _, anchor = address.partition("#")
    path = unquote(path.partition("?")[0])
    if address.startswith("/"):
        return f"'{address}' begins with /: link to the Markdown file, such as ophef.md#o3"
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page.name), path)) if path else page.name
    if target in generated:
        return None
    if path.endswith(".md") or not path:
        if (page.locale, target) in guide.hidden("sections"):
            return None
        there = guide.pages.get((page.locale, target))
        names = [one.name for one in guide.of(page.locale)]
        if there is None:
            return f"link to '{path}' leads nowhere{nearest(target, names) or ': there is no such page'}"
        if "#" in address and anchor not in ids(there.html):
            return f"link to '{address}' leads nowhere: {there.name} has no #{anchor}{nearest(anchor, ids(there.html))}"
        return None
    place = posixpath.normpath(posixpath.join(page.locale, target))
    if place.startswith("..") or not (docs / place).is_file():
        return f"'{path}' is not there: link to a Markdown file (.md), or put the file in {docs.name}/assets"
    return None


def fault(
    address: str, page: Page, guide: Guide, docs: Path, site_url: str, generated: frozenset[str]
) -> str | None:
    """What is wrong with an address on a page; forbidden schemes are for markup to name."""
    if not address.strip():
        return "link or picture without address: fill it in"
    if address.startswith("//"):
        return f"'{address}' lacks its beginning: write https:{address}"
    try:
        if scheme(address):
            return external_fault(address, site_url) if scheme(address) in SCHEMES else None
    except ValueError:
        return f"'{address}' is no address"
    return inner_fault(address, page, guide, docs, generated)


def address_faults(node, address: str, page: Page, *where) -> Iterator[str]:
    """What is wrong with where a link or picture leads."""
    if message := fault(address, page, *where):
        yield message
    if node.tag == "img" and scheme(address):
        yield f"picture '{address}' is on another site: put it in docs/assets"


def text_faults(node) -> Iterator[str]:
    """What is wrong with what a link or picture says."""
    text = node.text().strip()
    if node.tag == "img":
        if not (node.attributes.get("alt") or "").strip():
            yield f"picture '{node.attributes['src']}' has no alternative text: say what it shows"
    elif not text and not node.css_first("img[alt], [aria-label]"):
        yield f"link to '{node.attributes['href']}' has no text: say where it leads"
    elif text.lower().rstrip(".") in VAGUE:
        yield f"link text '{text}' does not say where it leads: name the page or site"


def places(page: Page, address: str) -> list[int]:
    """The lines on which an address stands, in Markdown or HTML; [0] when it is written in another way."""
    written = rf"""[(<"'\s]{re.escape(address)}(?=[)>"'\s]|$)""" if address else r"""\(\)|=(""|'')"""
    return [line_at(page, found.start() + 1) for found in re.finditer(written, page.body)] or [0]


def problems(
    page: Page, guide: Guide, docs: Path, site_url: str, generated: frozenset[str] = frozenset()
) -> Iterator[Problem]:
    """Dead links and pictures of a page, and those without a text of their own.

    `generated` holds the files that the build itself makes, as paths from the language's folder.
    """
    tree = LexborHTMLParser(page.html)
    seen: Counter[str] = Counter()
    for node in tree.css("a[href], img[src]"):
        address = node.attributes.get("href" if node.tag == "a" else "src") or ""
        where = (page, guide, docs, site_url, generated)
        for message in [*address_faults(node, address, *where), *text_faults(node)]:
            lines = places(page, address)
            yield page.problem(lines[min(seen[address], len(lines) - 1)], message)
        seen[address] += 1
    for node in tree.css("img:not([src]), a:not([href])"):
        name = "href" if node.tag == "a" else "src"
        yield at(page, f"<{node.tag}> has no address: fill in {name}", f"<{node.tag}")
