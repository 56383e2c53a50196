"""A presentation as a file: its language, its properties, and the same bytes every time."""

from __future__ import annotations

import datetime
import io
import zipfile

from content.model import Page
from offline import packed
from offline.made import Source
from offline.master import DRAWING
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

FIRST = "[Content_Types].xml"  # of a package (ISO/IEC 29500-2)
# Every Windows and macOS has it, and elsewhere Liberation Sans (OFL 1.1) stands in with the same widths:
# lines break alike everywhere, with no font in the file. Calibri comes with Microsoft's Office only.
FACE = "Arial"


def in_language(prs, region: str) -> None:
    """Say in which language every text is (nl-NL), for who listens."""
    for slide in prs.slides:
        for part in (slide, slide.notes_slide):
            for run in part._element.iter(f"{DRAWING}r"):
                run.get_or_add_rPr()
            for style in part._element.iter(f"{DRAWING}rPr", f"{DRAWING}endParaRPr"):
                style.set("lang", region)


def describe(prs, page: Page, source: Source) -> None:
    """The properties of the file, without the clock."""
    site, known = source.site, prs.core_properties
    day = datetime.datetime.fromisoformat(site.last_review)
    known.title, known.language = page.title, site.texts(page.locale).locales.region
    known.author = known.last_modified_by = site.settings.author_in(page.locale) or site.name(page.locale)
    known.subject, known.created, known.modified = site.name(page.locale), day, day
    known.version, known.revision = site.settings.edition, 1


def saved(prs) -> bytes:
    """The presentation as a file: the same bytes every time, without the picture of an empty slide."""
    for key, relation in list(prs.part.package._rels.items()):
        if relation.reltype == RT.THUMBNAIL:
            prs.part.package._rels.pop(key)
    out = io.BytesIO()
    prs.save(out)
    with zipfile.ZipFile(out) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    for name in files:
        if name.startswith("ppt/theme/"):
            files[name] = files[name].replace(b'typeface="Calibri"', f'typeface="{FACE}"'.encode())
    return packed.pack(files, first=FIRST)
