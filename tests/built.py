"""What several tests ask of the built site: a page, where a link arrives, on how many sheets it prints."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config import load_config
from selectolax.lexbor import LexborHTMLParser

# script for `page.evaluate`: what a page has left in the browser
KEPT = "[localStorage.length, sessionStorage.length, document.cookie]"
NOTHING = [0, 0, ""]

ROOT_URL = load_config(str(Path(__file__).parent.parent / "mkdocs.yml")).site_url


def read(site, address: str) -> LexborHTMLParser:
    """A page of the built site, by its whole or relative address."""
    path = address.removeprefix(ROOT_URL).partition("#")[0]
    return LexborHTMLParser((site / path / "index.html").read_text(encoding="utf-8"))


def has_target(site: Path, address: str, link: str) -> bool:
    """Whether a link on the page at `address` leads to a page and an anchor that are there."""
    target, _, anchor = link.partition("#")
    file = (site / address / target / "index.html").resolve()
    if not file.is_file():
        return False
    return not anchor or bool(LexborHTMLParser(file.read_text("utf-8")).css(f'[id="{anchor}"]'))


def on_paper(page) -> int:
    """On how many sheets of A4 a page of the browser prints."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4", prefer_css_page_size=True)))
