"""What HTML a page may hold: a closed list, checked on what Markdown made of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from checks.frontmatter import CODE
from checks.lines import at
from content.model import Page, Problem
from selectolax.lexbor import LexborHTMLParser

GLOBAL = {"id", "class", "lang", "dir", "title", "role", "translate", "hidden"}
PLAIN = """
    p div span section figure figcaption ul dl dt dd strong em b i u s small sub sup abbr cite code pre kbd samp
    mark ins del dfn blockquote q br hr wbr address h1 h2 h3 h4 h5 h6 table caption thead tbody tfoot tr summary
"""
ELEMENTS: dict[str, set[str]] = {  # with the attributes that each may have besides the global ones
    **{tag: set() for tag in PLAIN.split()},
    "a": {"href", "rel", "hreflang", "download"},
    "img": {"src", "alt", "width", "height", "loading"},
    "ol": {"start", "reversed", "type"},
    "li": {"value"},
    "th": {"scope", "colspan", "rowspan", "align"},
    "td": {"colspan", "rowspan", "align"},
    "time": {"datetime"},
    "details": {"open"},
}
VOID = {"br", "hr", "img", "wbr"}
OWN_PREFIX = re.compile(r"(data|aria)-[a-z][a-z0-9-]*")
SCHEMES = {"", "http", "https", "mailto", "tel"}
TOOLS = sorted(path.stem for path in (Path(__file__).parents[2] / "partials/tools").glob("*.html"))
COMMENT = re.compile(rf"\s*tool: ({'|'.join(TOOLS)})\s*")


def scheme(address: str) -> str:
    """The scheme as a browser reads it: white space and control characters do not count."""
    found = re.match(r"([a-z][a-z0-9+.-]*):", re.sub(r"[\x00-\x20]", "", address).lower())
    return found.group(1) if found else ""


class Scanner(HTMLParser):
    """Walks through HTML and notes each fault as (message, what to look for in the Markdown)."""

    def __init__(self):
        super().__init__(convert_charrefs=False)  # so that "<" in text is a tag that never closes
        self.faults: list[tuple[str, ...]] = []
        self.tangled: set[str] = set()  # the messages that make it unclear where a section ends
        self.open: list[str] = []
        self.ids: set[str] = set()

    def fault(self, message: str, *needles: str) -> None:
        self.faults.append((message, *needles))

    def tangle(self, message: str, *needles: str) -> None:
        self.tangled.add(message)
        self.fault(message, *needles)

    def handle_starttag(self, tag, attributes):
        if tag not in ELEMENTS:
            self.fault(f"<{tag}> is not allowed in a page: write it in Markdown", f"<{tag}", tag)
        for name, value in attributes:
            self.attribute(tag, name, value or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def attribute(self, tag: str, name: str, value: str) -> None:
        if name not in GLOBAL | ELEMENTS.get(tag, set()) and not OWN_PREFIX.fullmatch(name):
            table = tag in ("td", "th") and name == "style"
            remedy = "leave the colons of the table's rule out" if table else "remove it"
            self.fault(f"attribute {name} is not allowed on <{tag}>: {remedy}", f"{name}=", name)
        elif name in ("href", "src") and scheme(value) not in SCHEMES:
            message = f"address '{value}' begins with {scheme(value)}: use https, mailto or tel"
            self.fault(message, value, f"{scheme(value)}:", f"<{tag}", "](")
        elif name == "id":
            self.identity(tag, value)

    def identity(self, tag: str, value: str) -> None:
        needles = (f"#{value}", value)
        if value in self.ids:
            self.fault(f"id '{value}' stands twice on this page: give each its own", *needles)
        elif not value or re.match(r"_(?!\d)", value) or re.search(r"\s", value):
            self.fault(f"id '{value}' is not one that a page may use: choose a plain word", *needles)
        elif CODE.fullmatch(value) and tag != "h2":
            self.fault(f"id '{value}' looks like a section code, which only a ## heading has", *needles)
        self.ids.add(value)

    def handle_endtag(self, tag):
        if tag in self.open:
            while (last := self.open.pop()) != tag:
                self.unclosed(last)
        elif tag not in VOID:
            self.tangle(f"</{tag}> closes nothing: remove it", f"</{tag}")

    def unclosed(self, tag: str) -> None:
        self.tangle(f"<{tag}> is not closed: add </{tag}>", f"<{tag}")

    def handle_data(self, data):
        if found := re.search(r"<\S*", data):
            message = "begins a tag that is never closed: write &lt; for the sign itself"
            self.tangle(f"'{found.group()}' {message}", found.group())

    def handle_comment(self, data):
        if not COMMENT.fullmatch(data):
            self.fault("a comment would be published with the page: remove it", f"<!--{data}-->", "<!--")

    def handle_decl(self, decl):
        self.fault(f"<!{decl[:20]}> is not allowed in a page: remove it", f"<!{decl[:5]}")

    def handle_pi(self, data):
        self.fault(f"<?{data[:20]} is not allowed in a page: remove it", f"<?{data[:5]}", "<?")

    unknown_decl = handle_decl

    def close(self):
        super().close()
        for tag in self.open:
            self.unclosed(tag)


def problems(page: Page) -> Iterator[Problem]:
    """Everything in a page's HTML that is not on the list."""
    scanner = Scanner()
    scanner.feed(page.html)
    scanner.close()
    for message, *needles in scanner.faults:
        yield at(page, message, *needles, hides="sections" if message in scanner.tangled else "")


def repeated_ids(html: str) -> list[str]:
    """The ids that stand more than once on a whole page, templates included."""
    nodes = LexborHTMLParser(html).css("[id]")
    return sorted(
        name for name, count in Counter(node.attributes["id"] for node in nodes).items() if count > 1
    )
