"""Each session of the trainer's kit as a presentation that a trainer can change (Office Open XML).

Titles and lists are real ones, the trainer's words are the notes, and each slide names the sections that it
stands on, with their short links; the first of these is a QR code too, for the group's phones.
"""

from __future__ import annotations

import copy
import io
from collections.abc import Iterator

import segno
from content import addresses
from content.model import Page
from content.settings import say
from offline import master, presented, session
from offline.made import Made, Source
from pptx.enum.text import PP_ALIGN
from pptx.util import Cm, Pt


def add_foot(slide, layout, parts: list[tuple[str, str]]) -> None:
    """The foot and the number of a slide; `parts` are texts and the address that each leads to."""
    for shape in layout.placeholders:
        if shape.placeholder_format.idx in master.FOOT:
            slide.shapes._spTree.append(copy.deepcopy(shape._element))
    (foot,) = [one for one in slide.placeholders if one.placeholder_format.idx == min(master.FOOT)]
    paragraph = foot.text_frame.paragraphs[0]
    for number, (text, address) in enumerate(parts):
        run = paragraph.add_run()
        run.text = (" · " if number else "") + text
        run.font.size = Pt(16)
        if address:
            run.hyperlink.address = address


def add_code(slide, address: str, description: str) -> None:
    """A QR code of an address, with its description."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False, mask=3).save(out, kind="png", scale=8, border=4)
    picture = slide.shapes.add_picture(io.BytesIO(out.getvalue()), Cm(26.6), Cm(10.6), Cm(5), Cm(5))
    picture.name = "QR"
    picture._element.nvPicPr.cNvPr.set("descr", description)
    box = slide.shapes.add_textbox(Cm(24.6), Cm(15.6), Cm(9), Cm(0.9))
    box.text_frame.text = address.partition("//")[2]
    box.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    box.text_frame.paragraphs[0].runs[0].font.size = Pt(14)


def notes_of(one: session.Slide, page: Page, source: Source) -> str:
    """The trainer's notes as text: the time, what to say, and where the sections stand."""
    site, locale = source.site, page.locale
    where = [f"{code.upper()}: {site.short(locale, code)}" for code in one.codes]
    for name in one.pages:
        whole = site.guide.pages[locale, name]
        where.append(f"{whole.title}: {site.settings.root}{addresses.of_page(whole)}")
    return "\n".join(filter(None, [one.minutes, *one.notes, *where]))


def add_slide(prs, one: session.Slide, page: Page, source: Source) -> None:
    """A slide with its list, foot, code and notes."""
    site, layout, own = source.site, prs.slide_layouts[1], page.sections[0].code
    slide = prs.slides.add_slide(layout)
    slide.shapes.title.text = one.title
    frame = slide.placeholders[1].text_frame
    for number, point in enumerate(one.points):
        (frame.paragraphs[0] if not number else frame.add_paragraph()).text = point
    codes = [(code.upper(), site.short(page.locale, code)) for code in one.codes]
    add_foot(slide, layout, [(site.short(page.locale, own), site.short(page.locale, own)), *codes])
    first = site.short(page.locale, (one.codes or (own,))[0])
    add_code(slide, first, site.texts(page.locale).links.qr_title.format(first))
    slide.notes_slide.notes_text_frame.text = notes_of(one, page, source)


def add_title(prs, page: Page, source: Source) -> None:
    """The first slide: what this is, of whom, and how to get ready."""
    site, locale, t = source.site, page.locale, source.site.texts(page.locale)
    slide = prs.slides.add_slide(prs.slide_layouts[0])
    slide.shapes.title.text = page.title
    lines = [site.name(locale), site.subline(locale), t.theme.edition.format(site.settings.edition)]
    slide.placeholders[1].text = "\n".join(filter(None, lines))
    address = site.short(locale, page.sections[0].code)
    add_foot(slide, prs.slide_layouts[0], [(address, address)])
    add_code(slide, address, t.links.qr_title.format(address))
    slide.notes_slide.notes_text_frame.text = "\n".join([page.intro, site.licence_notice(locale)])


def files(source: Source) -> Iterator[Made]:
    """The presentation of every page that is a session, in each language."""
    site = source.site
    for locale in site.locales:
        for page in site.pages(locale):
            if not (found := session.slides(page)):
                continue
            name = say(site.settings.ministry.name, locale) or site.name(locale)
            prs = master.empty(name, site.settings.ministry.accent["light"])
            add_title(prs, page, source)
            for one in found:
                add_slide(prs, one, page, source)
            presented.in_language(prs, site.texts(locale).locales.region)
            presented.describe(prs, page, source)
            kind = page.name.removesuffix(".md").replace("-", "_")
            file = source.name(locale, "pptx", page.title)
            yield Made(file, locale, f"slides_{kind}", presented.saved(prs))
