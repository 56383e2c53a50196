"""A section that travels: its HTML with links that hold anywhere, and its text for reading as it is. Pure."""

from __future__ import annotations

import html
import posixpath
import re
from functools import lru_cache
from itertools import pairwise

from content import addresses
from content.model import Guide, Page
from selectolax.lexbor import LexborHTMLParser

LINK = re.compile(r'(<(?:a|img)\b[^>]*?\s(?:href|src)=)"([^"]*)"')
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
BLOCKS = {
    "p",
    "div",
    "ul",
    "ol",
    "dl",
    "table",
    "tr",
    "blockquote",
    "pre",
    "figure",
    "details",
    "h3",
    "h4",
    "h5",
    "h6",
    "dt",
    "dd",
    "li",
    "summary",
}


def resolve(link: str, page: Page, guide: Guide, root: str) -> str:
    """A link as written in a page's Markdown, as an address below `root`; others stay as they are."""
    target, _, anchor = link.partition("#")
    if not target:
        return f"{root}{addresses.of_page(page)}#{anchor}"
    name = posixpath.normpath(posixpath.join(posixpath.dirname(page.name), target))
    linked = guide.pages.get((page.locale, name))
    if linked:
        return root + addresses.of_page(linked) + (f"#{anchor}" if anchor else "")
    if name in addresses.GENERATED:
        return root + addresses.GENERATED[name][page.locale]
    if name.startswith(addresses.OWN):
        return root + addresses.RULES[page.locale] + (f"#{anchor}" if anchor else "")
    if ":" in target or target.startswith("/"):
        return link
    return root + name.removeprefix("../")  # a shared file: docs/assets/… is served at assets/…


def on_site(page: Page, guide: Guide) -> str:
    """A page's HTML as it is served: each link and picture as it is found from the page's address."""
    start = addresses.of_page(page)

    def found(match: re.Match) -> str:
        link = html.unescape(match[2])
        target = resolve(link, page, guide, "")
        if target == link and ":" in link:
            return match[0]
        near = link if link.startswith("#") else addresses.relative(target, start)
        return f'{match[1]}"{html.escape(near, quote=True)}"'

    return LINK.sub(found, page.html)


def with_links(html: str, page: Page, guide: Guide, root: str) -> str:
    """A section's HTML with every link and picture found from `root` (absolute, or like "../../").

    Footnote marks link to the note on the section's own page; ids are left out, because the HTML goes
    into pages that have ids of their own; what was named by one gets its name in words. So are comments,
    which stand for tools of the page itself.
    """
    tree = LexborHTMLParser(f"<body>{COMMENT.sub('', html)}</body>")
    for name in ("href", "src"):
        for node in tree.css(f"[{name}]"):
            node.attrs[name] = resolve(node.attributes[name] or "", page, guide, root)
    for node in tree.css("[aria-labelledby]"):
        name = tree.css_first(f"[id='{node.attrs['aria-labelledby']}']")
        node.attrs["aria-label"] = " ".join(name.text().split())
        del node.attrs["aria-labelledby"]
    for node in tree.css("[id]"):
        del node.attrs["id"]
    return (tree.body.inner_html or "").strip() if tree.body else ""


@lru_cache(maxsize=4096)  # search, data and plain text all ask for it
def plain(html: str) -> str:
    """The text of a piece of HTML: empty lines between blocks, `- ` before items, `| ` before cells."""
    tree = LexborHTMLParser(f"<body>{html}</body>")
    for mark in tree.css("sup[id^='fnref'], .headerlink"):
        mark.decompose()
    for cell in tree.css("td, th"):
        cell.insert_before("| ")
        cell.insert_after(" ")
    for item in tree.css("li"):
        item.insert_before("\n\n- ")
    for block in tree.css(", ".join(sorted(BLOCKS - {"li"}))):
        if not (block.parent and block.parent.tag == "li"):
            block.insert_before("\n\n")
        block.insert_after("\n\n")
    parts = [" ".join(part.split()) for part in tree.body.text().split("\n\n")] if tree.body else []
    parts = [part for part in parts if part]
    text = "".join(parts[:1])
    for above, below in pairwise(parts):
        same = any(above.startswith(mark) and below.startswith(mark) for mark in ("- ", "| "))
        text += ("\n" if same else "\n\n") + below
    return text
