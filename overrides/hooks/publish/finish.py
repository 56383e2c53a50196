"""What is served: small pages and small scripts; of the theme only what is named here."""

from __future__ import annotations

import re
from pathlib import Path

import minify_html

# Of the files in overrides/; none of Material's, whose icons and words stand in the pages.
SERVED = re.compile(r"assets/js/.+|assets/favicon\.svg|sections\.schema\.json")


def small_page(html: str) -> str:
    """HTML without white space that nobody sees; no tag is left out."""
    return minify_html.minify(html, keep_closing_tags=True, keep_html_and_head_opening_tags=True)


def small_script(text: str) -> str:
    """A script without its comments and white space."""
    bare = re.sub(r"^\s*/\*.*?\*/\s*$", "", text, flags=re.DOTALL | re.MULTILINE)
    html = minify_html.minify(f"<script>{bare}</script>", minify_js=True)
    return html.removeprefix("<script>").removesuffix("</script>")


def finish(site: Path) -> None:
    """Make every page and script of a built site small."""
    for small, paths in ((small_page, site.rglob("*.html")), (small_script, site.glob("assets/js/*.js"))):
        for path in sorted(paths):
            path.write_text(small(path.read_text(encoding="utf-8")), encoding="utf-8")
