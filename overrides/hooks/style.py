"""The style of the pages: overrides/assets/css/*.css as one text, in layers, which stands in each page.

A rule of a later layer wins, whatever its weight: the colours and measures, then what elements look like
anywhere, the parts of a page, paper. A file is in the layer of its name; any other file is one of the parts.
"""

from __future__ import annotations

from pathlib import Path

import colours
import minify_html

LAYERS = ("tokens", "base", "parts", "print")
FRAMED = {"embed"}  # the files that only a section in a frame needs
FURNITURE = {"layout", "links", "search"}  # and those that it does not need
FOLDER = Path(__file__).parent.parent / "assets" / "css"


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


def sheet(accent: dict, framed: bool = False) -> str:
    """The style of every page, or of a section in a frame, with a ministry's accent colours."""
    files = {path.stem: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.css")}
    for name in FURNITURE if framed else FRAMED:
        del files[name]
    files["tokens"] += colours.rules(accent, colours.tokens(files["tokens"]))
    return small(layered(files))
