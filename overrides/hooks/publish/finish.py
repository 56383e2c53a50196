"""What is served: small pages and small scripts."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import minify_html


@lru_cache(maxsize=256)  # for `serve`, which makes most pages as they were; a whole page is large
def small_page(html: str) -> str:
    """HTML without white space that nobody sees; no tag is left out."""
    return minify_html.minify(html, keep_closing_tags=True, keep_html_and_head_opening_tags=True)


@lru_cache(maxsize=64)
def small_script(text: str) -> str:
    """A script without its comments and white space."""
    bare = re.sub(r"^\s*/\*.*?\*/\s*$", "", text, flags=re.DOTALL | re.MULTILINE)
    html = minify_html.minify(f"<script>{bare}</script>", minify_js=True)
    return html.removeprefix("<script>").removesuffix("</script>")


def finished(name: str, data: bytes) -> bytes:
    """What is written of a file that the build makes: pages are made small."""
    return small_page(data.decode()).encode() if name.endswith(".html") else data


def finish_scripts(site: Path) -> None:
    """Make every script that was copied into a built site small."""
    for path in sorted(site.glob("assets/js/*.js")):
        path.write_text(small_script(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
