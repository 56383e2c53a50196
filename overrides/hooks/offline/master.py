"""An empty presentation in the look of the site: wide, with the ministry's name and accent on its master."""

from __future__ import annotations

import re

from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.shapes.autoshape import CT_Shape
from pptx.util import Cm, Pt

WIDTH, HEIGHT = Cm(33.867), Cm(19.05)
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SLIDE = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
KEPT = ("Title Slide", "Title and Content")
PLACES = {  # of the placeholders by their index: left, top, width, height
    "Title Slide": {0: (2.2, 4.6, 22, 4.4), 1: (2.2, 9.4, 22, 5)},
    "Title and Content": {0: (2.2, 1.7, 29.4, 2.6), 1: (2.2, 4.7, 24.4, 11.2)},
}
FOOT = {11: (2.2, 16.9, 24.4, 1.4), 12: (28.6, 16.9, 3, 1.4)}
FOOT_OF_MASTER = {3: FOOT[11], 4: FOOT[12]}


def place(shape, at: tuple[float, float, float, float]) -> None:
    """Put a shape at a place in centimetres."""
    shape.left, shape.top, shape.width, shape.height = (Cm(one) for one in at)


def put(layout, places: dict[int, tuple]) -> None:
    """Put each placeholder of a layout in its place; the one for a date goes."""
    for shape in list(layout.placeholders):
        index = shape.placeholder_format.idx
        if index in places:
            place(shape, places[index])
        else:
            shape._element.getparent().remove(shape._element)


def colour(prs, accent: str) -> None:
    """Make the accent the first of the theme's colours and that of links: whoever adds a shape has it too."""
    theme = prs.slide_master.part.part_related_by(RT.THEME)
    for name in ("accent1", "hlink", "folHlink"):
        own = f'<a:{name}><a:srgbClr val="{accent.lstrip("#").upper()}"/></a:{name}>'
        theme._blob = re.sub(f"<a:{name}>.*?</a:{name}>".encode(), own.encode(), theme.blob, flags=re.DOTALL)


def head(master, name: str) -> None:
    """The bar in the accent and the ministry's name, or that of the site, above every slide."""
    tree = master.shapes._spTree  # python-pptx adds shapes to slides only
    tree.append(CT_Shape.new_autoshape_sp(101, "Accent", "rect", 0, 0, WIDTH, Cm(0.5)))
    tree.append(CT_Shape.new_textbox_sp(102, "Name", Cm(2.2), Cm(0.75), Cm(29.4), Cm(0.9)))
    *_, bar, box = master.shapes
    bar.fill.solid()
    bar.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
    bar.line.fill.background()
    bar.shadow.inherit = False
    box.text_frame.text, box.text_frame.word_wrap = name, True
    box.text_frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    font = box.text_frame.paragraphs[0].font
    font.size, font.bold, font.color.theme_color = Pt(16), True, MSO_THEME_COLOR.ACCENT_1


def plain(element) -> None:
    """Text at the left and in full ink, where PowerPoint's own layout centres it and makes it pale."""
    for style in element.iter(f"{DRAWING}lvl1pPr"):
        style.set("algn", "l")
        for pale in [tint.getparent().getparent() for tint in style.iter(f"{DRAWING}tint")]:
            pale.getparent().remove(pale)


def emphasis(master) -> None:
    """Titles in bold, points of which four of two lines fit, and the number at the right, to call out."""
    for run in master._element.findall(f".//{SLIDE}titleStyle//{DRAWING}defRPr"):
        run.set("b", "1")
    master._element.find(f".//{SLIDE}bodyStyle/{DRAWING}lvl1pPr/{DRAWING}defRPr").set("sz", "2800")
    (number,) = [one for one in master.placeholders if one.placeholder_format.idx == max(FOOT_OF_MASTER)]
    for style in number._element.iter(f"{DRAWING}lvl1pPr"):
        style.set("algn", "r")
        for run in style.iter(f"{DRAWING}defRPr"):
            run.set("sz", "1600")


def empty(name: str, accent: str):
    """The presentation: the two layouts that a session needs, and no slide."""
    prs = Presentation()
    prs.slide_width, prs.slide_height = WIDTH, HEIGHT
    for layout in list(prs.slide_layouts):
        if layout.name not in KEPT:
            prs.slide_layouts.remove(layout)
            continue
        put(layout, PLACES[layout.name] | FOOT)
        for shape in layout.placeholders:
            plain(shape._element)
    put(prs.slide_master, {0: (2.2, 1.7, 29.4, 2.6), 1: (2.2, 4.7, 24.4, 11.2)} | FOOT_OF_MASTER)
    plain(prs.slide_master._element)
    emphasis(prs.slide_master)
    head(prs.slide_master, name)
    colour(prs, accent)
    return prs
