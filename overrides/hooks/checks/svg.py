"""Pictures in SVG only show something: a closed list of elements and attributes, read as the XML that it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from content.model import Problem
from content.yaml_file import decoded

SVG, XLINK, XML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"
ELEMENTS_KNOWN = """
    svg g defs symbol use title desc style path rect circle ellipse line polyline polygon text tspan
    textPath linearGradient radialGradient stop clipPath mask pattern marker filter feGaussianBlur
    feOffset feBlend feColorMatrix feComposite feFlood feMerge feMergeNode feDropShadow
"""
ELEMENTS = set(ELEMENTS_KNOWN.split())
ATTRIBUTES_KNOWN = """
    id class style lang role version xmlns viewBox preserveAspectRatio width height x y x1 y1 x2 y2
    dx dy r rx ry cx cy fx fy fr d points pathLength transform gradientTransform gradientUnits
    patternTransform patternUnits patternContentUnits spreadMethod offset clipPathUnits maskUnits
    maskContentUnits markerWidth markerHeight markerUnits refX refY orient rotate textLength
    lengthAdjust startOffset filterUnits primitiveUnits in in2 result mode values type operator k1
    k2 k3 k4 stdDeviation baseProfile tabindex focusable alignment-baseline baseline-shift clip-path
    clip-rule color color-interpolation color-interpolation-filters display dominant-baseline fill
    fill-opacity fill-rule filter flood-color flood-opacity font-family font-size font-style
    font-variant font-weight image-rendering letter-spacing marker-end marker-mid marker-start mask
    opacity overflow paint-order shape-rendering stop-color stop-opacity stroke stroke-dasharray
    stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
    text-anchor text-decoration text-rendering vector-effect visibility word-spacing writing-mode
"""
ATTRIBUTES = set(ATTRIBUTES_KNOWN.split())
HERE = re.compile(r"#[\w.-]+")  # the only thing that a picture may refer to: a part of itself
FUNCTIONS_KNOWN = """
    rgb rgba hsl hsla calc translate translatex translatey scale rotate matrix skewx skewy
"""
FUNCTIONS = set(FUNCTIONS_KNOWN.split())
ARIA = re.compile(r"(aria|data)-[a-z-]+")


def style_fault(css: str) -> str | None:
    """What style rules would fetch, or could hide: they hold no rule with @, no escape, and few functions."""
    if "@" in css or "\\" in css:
        return "has a style rule with @ or \\: save it without those"
    for name, inside in re.findall(r"([\w-]+)\(\s*([^)]*)", css):
        here = HERE.fullmatch(inside.strip().strip("'\""))
        if name.lower() not in FUNCTIONS and not (name.lower() == "url" and here):
            return f"has a style with '{name}({inside})': draw it without other files"
    return None


class Refused(Exception):
    """What ends the reading at once."""


class Reader:
    """Walks through the XML of a picture and notes each fault as (line, what to do)."""

    def __init__(self):
        self.faults: list[tuple[int, str]] = []
        self.style: list[str] | None = None
        self.parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.ProcessingInstructionHandler = lambda target, data: self.fault(f"<?{target}")
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.XmlDeclHandler = self.declaration
        self.first = True

    def fault(self, what: str) -> None:
        self.say(f"holds '{what}': draw it without scripts, frames and other sites")

    def say(self, message: str) -> None:
        self.faults.append((self.parser.CurrentLineNumber, message))

    def doctype(self, *_) -> None:
        self.say("has a <!DOCTYPE>: remove that line")
        raise Refused  # before an entity of it is read

    def declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        if encoding and encoding.lower() not in ("utf-8", "utf8"):
            self.say(f"is said to be {encoding}: save it as UTF-8")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, element = name.rpartition(" ")
        if self.first and (space, element) != (SVG, "svg"):
            self.say(f'must begin with <svg xmlns="{SVG}">')
        elif space != SVG or element not in ELEMENTS:
            self.fault(f"<{element}")
        self.first = False
        self.style = [] if element == "style" else None
        for key, value in attributes.items():
            self.attribute(*key.rpartition(" ")[::2], value)

    def attribute(self, space: str, name: str, value: str) -> None:
        if name == "href" and space in ("", XLINK):
            if not HERE.fullmatch(value):
                self.fault(f'href="{value}"')
        elif space == XML and name in ("lang", "space"):
            return
        elif space or not (name in ATTRIBUTES or ARIA.fullmatch(name)):
            self.fault(f"{name}=")
        elif "(" in value or name == "style":
            self.css(value)

    def css(self, css: str) -> None:
        if fault := style_fault(css):
            self.say(fault)

    def text(self, text: str) -> None:
        if self.style is not None:
            self.style.append(text)

    def end(self, name: str) -> None:
        if self.style is not None:
            self.css("".join(self.style))
        self.style = None


def faults(text: str) -> list[tuple[int, str]]:
    """The faults of a picture, as (line, what to do)."""
    reader = Reader()
    try:
        reader.parser.Parse(text, True)
    except Refused:
        pass
    except expat.ExpatError as error:
        what = expat.ErrorString(error.code)
        reader.faults.append((error.lineno, f"is no whole SVG ({what}): save the picture again"))
    return reader.faults


def problems(path: Path) -> Iterator[Problem]:
    """A picture that does something instead of showing something, or that is no UTF-8 text."""
    text, unread = decoded(path)
    yield from unread
    for line, message in [] if unread else faults(text):
        yield Problem(str(path), line, message)
