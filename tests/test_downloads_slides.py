"""The sessions as presentations: what a trainer finds in each, and that another program opens them."""

import re
import subprocess
import zipfile

import judge
import pytest
from downloaded import of
from guard import some

pytestmark = pytest.mark.downloads
LOCALES = ("nl", "en")
NAMES = {"nl": "Handreiking online communicatie", "en": "Guide to online communication"}
SESSIONS = ("trainers-20", "trainers-45", "trainers-90")
ALL = [(name, locale) for name in SESSIONS for locale in LOCALES]
BOTH = pytest.mark.parametrize(("name", "locale"), ALL)


def kind(name):
    return "slides_" + name.replace("-", "_")


@pytest.fixture
def opened(downloads):
    from pptx import Presentation  # only where this part is tested

    return lambda name, locale: Presentation(str(of(downloads, kind(name), locale)))


@BOTH
def test_each_slide_has_a_title_a_list_and_notes(opened, model, name, locale):
    page = model.guide.pages[locale, f"{name}.md"]
    first, *slides = opened(name, locale).slides
    assert first.shapes.title.text == page.title
    assert [slide.shapes.title.text for slide in slides] == re.findall(r"^### (.+)$", page.body, re.MULTILINE)
    for slide in some(slides):
        points = slide.placeholders[1].text_frame.paragraphs
        assert points and all(point.text for point in points)
        assert len(slide.notes_slide.notes_text_frame.text.splitlines()) >= 3


@BOTH
def test_each_slide_leads_to_its_sections(opened, model, name, locale):
    own = model.guide.pages[locale, f"{name}.md"].sections[0].code
    for slide in some(opened(name, locale).slides):
        runs = [run for one in slide.placeholders for part in one.text_frame.paragraphs for run in part.runs]
        links = {run.text.strip(" ·"): run.hyperlink.address for run in runs if run.hyperlink.address}
        assert links.pop(model.short(locale, own)) == model.short(locale, own)
        assert all(address == model.short(locale, code.lower()) for code, address in links.items())
    assert {"P1", "P2", "P3", "P4"} <= set(re.findall(r"\b[A-Z]\d+\b", text_of(opened(name, locale))))


def text_of(presentation):
    return " ".join(shape.text_frame.text for slide in presentation.slides for shape in slide.placeholders)


@BOTH
def test_each_picture_is_described_and_each_text_has_its_language(opened, name, locale):
    for slide in some(opened(name, locale).slides):
        pictures = [shape for shape in slide.shapes if shape.shape_type == 13]
        assert pictures
        assert all("https://" in shape._element.nvPicPr.cNvPr.get("descr") for shape in some(pictures))
        languages = {run.get("lang") for run in slide._element.iter() if run.tag.endswith("}rPr")}
        assert {language[:2] for language in languages} == {locale}


@BOTH
def test_the_master_has_the_name_and_the_accent(opened, model, name, locale):
    presentation = opened(name, locale)
    told = [shape.text_frame.text for shape in presentation.slide_master.shapes if shape.has_text_frame]
    assert NAMES[locale] in told
    rels = presentation.slide_master.part.rels.values()
    (theme,) = [one.target_part for one in rels if one.reltype.endswith("/theme")]
    assert model.settings.ministry.accent["light"].lstrip("#").upper().encode() in theme.blob
    assert presentation.core_properties.title == model.guide.pages[locale, f"{name}.md"].title


@BOTH
def test_one_face_that_is_everywhere_is_asked_for(downloads, name, locale):
    with zipfile.ZipFile(of(downloads, kind(name), locale)) as archive:
        themes = [archive.read(one).decode() for one in archive.namelist() if one.startswith("ppt/theme/")]
    faces = [re.findall(r'<a:latin typeface="([^"]+)"', theme) for theme in some(themes)]
    assert {face for one in faces for face in some(one)} == {"Arial"}


@pytest.mark.system
def test_libreoffice_opens_each_with_a_page_for_each_slide(downloads, opened, tmp_path):
    files = {(name, locale): of(downloads, kind(name), locale) for name, locale in ALL}
    office = judge.program("soffice", "libreoffice-impress")
    command = [office, f"-env:UserInstallation={tmp_path.as_uri()}/profile", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", tmp_path, *files.values()]
    subprocess.run(command, check=True, capture_output=True)
    for (name, locale), file in files.items():
        pages = re.findall(rb"/Type\s*/Page\b(?!s)", (tmp_path / f"{file.stem}.pdf").read_bytes())
        assert len(pages) == len(opened(name, locale).slides), file.name
    assert len(files) == 6
