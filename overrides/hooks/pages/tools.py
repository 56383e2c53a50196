"""What a page asks for besides its text: `<!-- tool: cards -->` stands for partials/tools/cards.html.

And a `<div class="deck">` becomes slides, one for each heading of level 3 in it (partials/tools/deck.html);
a `<div class="sheet">`, to hand out, ends with its code, edition and address (partials/tools/foot.html),
and a `<div class="route">` with what says which view is chosen (partials/tools/route.html).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from content import addresses
from jinja2 import pass_context
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

MARKER = re.compile(r"<!-- tool: ([a-z]+) -->")
STYLED = {
    addresses.TOOLS_STYLE: re.compile(
        r"""class=["']?(check|path|route|case-kind|contacts)\b|<!-- tool: cases"""
    ),
    addresses.KIT_STYLE: re.compile(r"""class=["']?(deck|quiz|sheet)\b|<!-- tool: cards"""),
}
CODE = re.compile(r"""<h2\b[^>]*\bid=["']([a-z]\d+)["']""")


def sheets(html: str) -> list[str]:
    """The styles that a page needs besides, for the tools that stand in it."""
    return [sheet for sheet, tool in STYLED.items() if tool.search(html)]


def slides(deck: str) -> list[str]:
    """The slides of a deck: its HTML, cut before each heading of level 3."""
    return [slide for slide in re.split(r"(?=<h3\b)", deck) if slide.startswith("<h3")]


def with_deck(html: str, show: Callable[[list[str]], str]) -> str:
    """The HTML with what stands in its deck, if it has one, replaced by `show(slides)`."""
    tree = LexborHTMLParser(html)
    deck = tree.css_first(".deck")
    if deck is None:
        return html
    deck.inner_html = show(slides(deck.inner_html))
    return tree.body.inner_html


def with_end(html: str, selector: str, end: Callable[[], str]) -> str:
    """The HTML with `end()` at the end of the first element that the selector finds, if there is one."""
    tree = LexborHTMLParser(html)
    element = tree.css_first(selector)
    if element is None:
        return html
    element.inner_html = f"{element.inner_html}{end()}"
    return tree.body.inner_html


def code_at(html: str, place: int) -> str:
    """The code of the section in which a place in the HTML is; "" above the first."""
    before = CODE.findall(html, 0, place)
    return before[-1] if before else ""


@pass_context
def tools(context, html: str) -> Markup:
    """The filter `tools`: the page's content with its tools and slides in place."""
    known = context.get_all()

    def partial(name: str, **more) -> str:
        return context.environment.get_template(f"partials/tools/{name}.html").render(known, **more)

    first = CODE.search(html)
    code = first and first[1]
    html = with_deck(html, lambda found: partial("deck", slides=found, code=code))
    html = with_end(html, ".sheet", lambda: partial("foot", code=code))
    html = with_end(html, ".route", lambda: partial("route"))
    return Markup(MARKER.sub(lambda marker: partial(marker[1], code=code_at(html, marker.start())), html))
