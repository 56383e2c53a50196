"""Finish the built pages: only their own style rules, inline; small HTML; no file that nobody asks for."""

from __future__ import annotations

import re
from filecmp import cmp
from pathlib import Path

import colours
import minify_html
import stylesheet
from mkdocs.plugins import event_priority
from selectolax.lexbor import LexborHTMLParser

# What Material's base.html has outside its blocks and only its script can use.
DEAD = "input.md-toggle, label.md-overlay, [data-md-component=skip], [data-md-component=announce], .md-dialog"


def minify(html: str) -> str:
    """HTML, and the styles in it, without white space that nobody sees; no tag is left out."""
    return minify_html.minify(
        html, minify_css=True, keep_closing_tags=True, keep_html_and_head_opening_tags=True
    )


def finish(html: str, css: tuple) -> str:
    """A page, complete and small. `css` is the tree of all rules; a page without a stylesheet gets none."""
    tree = LexborHTMLParser(html)
    for node in tree.css(DEAD):
        node.decompose()
    first, *others = [*tree.css("link[rel=stylesheet]"), None]
    for node in others[:-1]:
        node.decompose()
    html = tree.html
    if first is not None:
        html = html.replace(first.html, f"<style>{stylesheet.reduce(css, html)}</style>", 1)
    return minify(html)


def named(name: str, text: str) -> bool:
    """Whether a text names a file, or starts it as a module: `data-module=check` is check.js."""
    stem = re.escape(Path(name).stem)
    module = name.endswith(".js") and re.search(rf"""data-module=["']?{stem}\b""", text)
    return Path(name).name in text or bool(module)


def wanted(files: dict[str, str], pages: str) -> set[str]:
    """Those files (address -> text, "" for pictures) that a page, or a wanted file, names."""
    text, found, more = pages, set(), True
    while more:
        more = {name for name in files.keys() - found if named(name, text)}
        found |= more
        text = "\n".join(files[name] for name in sorted(more))
    return found


def theme_files(site: Path, theme_dirs: list[str]) -> list[str]:
    """The files of the site that MkDocs copied, as they are, from the folders of the theme."""
    sources = [
        (source, source.relative_to(folder).as_posix())
        for folder in theme_dirs
        for source in Path(folder).rglob("*")
        if source.is_file()
    ]
    return sorted({name for source, name in sources if (site / name).is_file() and cmp(source, site / name)})


def text_of(path: Path) -> str:
    """The text of a script, "" of anything else."""
    return path.read_text(encoding="utf-8") if path.suffix == ".js" else ""


def small_script(text: str) -> str:
    """A script without its comments and white space."""
    bare = re.sub(r"^\s*/\*.*?\*/\s*$", "", text, flags=re.DOTALL | re.MULTILINE)
    html = minify_html.minify(f"<script>{bare}</script>", minify_js=True)
    return html.removeprefix("<script>").removesuffix("</script>")


@event_priority(-300)  # after every page, of both languages, has been written
def on_post_build(config):
    """Finish every page of the site, then remove what none of them asks for."""
    if config.plugins["i18n"].building:
        return
    site = Path(config.site_dir)
    accent = colours.rules(config.extra["ministry"]["accent"], colours.site_tokens())
    css = stylesheet.read(site / "assets", accent)
    pages = []
    for path in sorted(site.rglob("*.html")):
        html = finish(path.read_text(encoding="utf-8"), css)
        path.write_text(html, encoding="utf-8")
        pages.append(html)
    files = {name: text_of(site / name) for name in theme_files(site, config.theme.dirs)}
    for name in files.keys() - wanted(files, "\n".join(pages)):
        (site / name).unlink()
    for path in sorted((site / "assets" / "js").glob("*.js")):
        path.write_text(small_script(path.read_text(encoding="utf-8")), encoding="utf-8")
    for folder in sorted((path for path in site.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
