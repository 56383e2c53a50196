"""What is served: small pages, in one style, and small scripts; of the theme only what is named here."""

from __future__ import annotations

import re
from pathlib import Path

import minify_html
import style
from mkdocs.plugins import event_priority

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


@event_priority(100)  # before static-i18n sorts the files by language
def on_files(files, config):
    """Leave out what the theme brings and nobody asks for."""
    for file in list(files):
        if file.src_dir in config.theme.dirs and not SERVED.fullmatch(file.src_uri):
            files.remove(file)
    return files


def on_env(env, config, files):
    """The style, as `style` in every template."""
    env.globals["style"] = style.sheet(config.extra["ministry"]["accent"])
    return env


@event_priority(-300)  # after every page, of both languages, has been written
def on_post_build(config):
    """Make every page and script of the site small."""
    if config.plugins["i18n"].building:
        return
    site = Path(config.site_dir)
    for small, paths in ((small_page, site.rglob("*.html")), (small_script, site.glob("assets/js/*.js"))):
        for path in sorted(paths):
            path.write_text(small(path.read_text(encoding="utf-8")), encoding="utf-8")
