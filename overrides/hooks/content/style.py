"""The style of the pages: overrides/assets/css/*.css as one text, in layers, which stands in each page.

A rule of a later layer wins, whatever its weight: colours and measures, then what elements look like
anywhere, the parts of a page, paper. A file is in the layer of its name; any other file is one of the parts.
The rules of the tools, and what is in `@media print`, are files of their own, so that no reader waits for
what only a page with a tool, or a printer, needs.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import minify_html
import tinycss2
from content import colours

LAYERS = ("tokens", "base", "parts", "print")
TOOLS = {"cases", "check", "contacts", "options", "route"}  # the files that only pages with a tool need
KIT = {"options", "trainers"}  # those that only pages of the trainer's kit need
CATALOGUE = {"catalogue"}  # those that only the catalogue needs
FRAMED = {"embed"}  # those that only a section in a frame needs
FURNITURE = {"layout", "links", "search", "catalogue"}  # and those that it does not need


def layered(files: dict[str, str]) -> str:
    """One style sheet of these files, by name: `{"base": "p { ... }", "search": ...}`."""
    layers = dict.fromkeys(LAYERS, "")
    for name, css in sorted(files.items()):
        layers[name if name in LAYERS else "parts"] += css
    return f"@layer {','.join(LAYERS)};" + "".join(f"@layer {name}{{{css}}}" for name, css in layers.items())


def small(css: str) -> str:
    """CSS without comments and white space."""
    html = minify_html.minify(f"<style>{css}</style>", minify_css=True)
    return html.removeprefix("<style>").removesuffix("</style>")


@lru_cache(maxsize=64)
def parted(css: str) -> tuple[str, str]:
    """The rules for the screen, and those in `@media print`, which wait until someone prints."""
    screen, paper = [], []
    for node in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        printed = node.type == "at-rule" and node.lower_at_keyword == "media"
        printed = printed and tinycss2.serialize(node.prelude).strip() == "print"
        (paper if printed else screen).append(node.serialize())
    return "".join(screen), "".join(paper)


def read(theme: Path) -> dict[str, str]:
    """The files of overrides/assets/css, by name; `theme` is the folder overrides/."""
    return {path.stem: path.read_text(encoding="utf-8") for path in theme.glob("assets/css/*.css")}


def screen(theme: Path, wanted: Callable[[str], bool]) -> dict[str, str]:
    """The rules for the screen of the files whose name is wanted, by name."""
    return {name: parted(css)[0] for name, css in read(theme).items() if wanted(name)}


def sheet(accent: dict, theme: Path) -> str:
    """The style of every page on a screen, with a ministry's accent colours."""
    files = screen(theme, lambda name: name not in TOOLS | KIT | CATALOGUE | FRAMED)
    files["tokens"] += colours.accent_rule(accent, theme)
    return small(layered(files))


def besides(theme: Path, names: set[str]) -> str:
    """What some pages need besides: the files with these names."""
    return small(layered(screen(theme, names.__contains__)))


def framed(accent: dict, theme: Path) -> str:
    """The style of a section in a frame, tools and all."""
    files = screen(theme, lambda name: name not in FURNITURE)
    files["tokens"] += colours.accent_rule(accent, theme)
    return small(layered(files))


def paper(theme: Path) -> str:
    """What the style of every page lacks for paper."""
    return small(layered({name: parted(css)[1] for name, css in read(theme).items() if name not in FRAMED}))
