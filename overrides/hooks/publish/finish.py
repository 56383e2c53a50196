"""Finish the built pages: only their own style rules, inline; small HTML; no file that nobody asks for."""

from __future__ import annotations

import re
from filecmp import cmp
from pathlib import Path

import minify_html
from publish import stylesheet
from selectolax.lexbor import LexborHTMLParser

# What Material's base.html has outside its blocks and only its script can use.
DEAD = "input.md-toggle, label.md-overlay, [data-md-component=skip], [data-md-component=announce], .md-dialog"
STYLESHEET = re.compile(r'<link\b[^>]*\brel="stylesheet"[^>]*>')  # as selectolax writes it


def minify(html: str) -> str:
    """HTML, and the styles in it, without white space that nobody sees; no tag is left out."""
    return minify_html.minify(
        html, minify_css=True, keep_closing_tags=True, keep_html_and_head_opening_tags=True
    )


def tidy(html: str) -> str:
    """A page without what needs Material's script."""
    tree = LexborHTMLParser(html)
    for node in tree.css(DEAD):
        node.decompose()
    return tree.html


def with_style(html: str, style: str) -> str:
    """A page with this style in the place of its links to stylesheets; without such links as it was."""
    return STYLESHEET.sub("", STYLESHEET.sub(lambda _: f"<style>{style}</style>", html, count=1))


def kind(address: str) -> str:
    """Pages that differ by section and language only are of a kind: embed/p3/ and en/embed/o1/."""
    return re.sub(r"^en/|\b[a-z]\d+/", "", address)


def finished(pages: dict[str, str], css: tuple) -> dict[str, str]:
    """The pages, by address, complete and small, with of all rules those that pages of their kind use."""
    kinds: dict[str, list[str]] = {}
    for address, html in pages.items():
        if STYLESHEET.search(html):
            kinds.setdefault(kind(address), []).append(html)
    styles = {name: stylesheet.reduce(css, alike) for name, alike in kinds.items()}
    return {
        address: minify(with_style(html, styles.get(kind(address), ""))) for address, html in pages.items()
    }


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


def finish(site: Path, theme_dirs: list[str], accent_rule: str) -> None:
    """Finish every page of a built site, then remove what none of them asks for."""
    css = stylesheet.read(site / "assets", accent_rule)
    paths = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*.html"))}
    pages = {name: tidy(path.read_text(encoding="utf-8")) for name, path in paths.items()}
    pages = finished(pages, css)
    for name, html in pages.items():
        paths[name].write_text(html, encoding="utf-8")
    files = {name: text_of(site / name) for name in theme_files(site, theme_dirs)}
    for name in files.keys() - wanted(files, "\n".join(pages.values())):
        (site / name).unlink()
    for path in sorted((site / "assets" / "js").glob("*.js")):
        path.write_text(small_script(path.read_text(encoding="utf-8")), encoding="utf-8")
    for folder in sorted((path for path in site.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
