"""The style of a PDF: that of the site's own print, the fonts by file, and what only paper with pages needs.

The fonts are free (OFL 1.1) and come with pinned packages, so that every machine makes the same pages.
"""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import tinycss2
from content import colours, style
from content.site import Site
from publish.swap import Refused

PARTS = {"tokens", "base", "blocks", "cases", "check", "route", "trainers", "print"}
FONTS = (  # family, package, file, weight, style
    ("Source Sans Pro", "font_source_sans_pro", "SourceSansPro-Regular", 400, "normal"),
    ("Source Sans Pro", "font_source_sans_pro", "SourceSansPro-It", 400, "italic"),
    ("Source Sans Pro", "font_source_sans_pro", "SourceSansPro-Bold", 700, "normal"),
    ("Source Serif Pro", "font_source_serif_pro", "SourceSerifPro-Bold", 700, "normal"),
)
FACE = '@font-face {{ font-family: "{}"; src: url("{}"); font-weight: {}; font-style: {} }}\n'


def font_file(package: str, name: str) -> Path:
    """The file of a font. Raises `Refused` when it is not there."""
    found = importlib.util.find_spec(package)
    path = Path(found.origin).parent / "files" / f"{name}.ttf" if found else Path()
    if not path.is_file():
        raise Refused(f"pdf: the font {name} is missing: install {package.replace('_', '-')} again")
    return path


def faces() -> str:
    """The fonts, as rules of CSS."""
    return "".join(
        FACE.format(family, font_file(package, name).as_uri(), weight, slant)
        for family, package, name, weight, slant in FONTS
    )


def quick(nodes: list) -> str:
    """Parsed CSS without the rules that ask the root what is anywhere below it (`:root:has(...)`): of a whole
    guide they take minutes, and they are for pages by themselves."""
    kept = []
    for node in nodes:
        if node.type == "at-rule" and node.lower_at_keyword == "media":
            inside = quick(tinycss2.parse_blocks_contents(node.content, True, True))
            kept.append(f"@media {tinycss2.serialize(node.prelude)}{{{inside}}}")
        elif node.type != "qualified-rule" or ":root:has(" not in tinycss2.serialize(node.prelude):
            kept.append(node.serialize())
    return "".join(kept)


def head(site: Site, locale: str) -> str:
    """What every sheet says at its head; and no address is printed after a link to the site itself."""
    edition = site.texts(locale).theme.edition.format(site.settings.edition)
    texts = (f"{site.name(locale)} · {edition}", site.settings.root)
    title, root = (json.dumps(text, ensure_ascii=False) for text in texts)
    return f"@page {{ @top-left {{ content: {title} }} }} .text a[href^={root}]::after {{ content: none }}"


def sheet(site: Site, locale: str) -> str:
    """All of it, in a language."""
    read = {name: css for name, css in style.read(site.theme).items() if name in PARTS}
    files = {name: quick(tinycss2.parse_stylesheet(css, True, True)) for name, css in read.items()}
    files["tokens"] += colours.accent_rule(site.settings.ministry.accent, site.theme)
    own = (site.theme / "hooks/offline/book.css").read_text(encoding="utf-8")
    return faces() + style.layered(files) + own + head(site, locale)
