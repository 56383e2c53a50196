"""Each section's row of tools below its heading: the code as permalink, the other language."""

from __future__ import annotations

import re
from collections.abc import Callable

from jinja2 import pass_context
from markupsafe import Markup

HEADING = re.compile(r"""<h2\b[^>]*\bid=["']([a-z][0-9]+)["'].*?</h2>""", re.DOTALL)


def with_tools(html: str, tools: Callable[[str], str]) -> str:
    """The HTML with `tools(code)` after each heading of level 2 whose id is a section code."""
    return HEADING.sub(lambda heading: heading[0] + tools(heading[1]), html)


@pass_context
def sections(context, html: str) -> Markup:
    """The filter `sections`: the page's content, with partials/section.html after each heading."""
    partial = context.environment.get_template("partials/section.html")
    known = context.get_all()
    return Markup(with_tools(html, lambda code: partial.render(known, code=code)))
