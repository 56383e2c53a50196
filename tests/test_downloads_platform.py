"""The course for a learning platform (SCORM 1.2), taken in Chromium with scorm-again as the platform."""

import contextlib
import json
import shutil

import judge
import pytest
from learner import BEGIN, PLATFORM, Learner
from loopback import served
from playwright.sync_api import expect

pytestmark = [pytest.mark.downloads, pytest.mark.system]  # npm fetches the platform
BOTH = pytest.mark.parametrize("locale", ("nl", "en"))
WEB = "https://handreiking.example/"
RIGHT = "BCABCACBACBA"  # of the quiz


@pytest.fixture(scope="module")
def platforms(courses, tmp_path_factory):
    """The address of a platform with each course; its script stands beside the course."""
    api = judge.package("scorm-again@3.4.3", tmp_path_factory.mktemp("api")) / "dist/scorm12.min.js"
    with contextlib.ExitStack() as servers:
        found = {}
        for locale, course in courses.items():
            folder = shutil.copytree(course, tmp_path_factory.mktemp("platform") / locale)
            (folder / "platform.html").write_text(PLATFORM, "utf-8")
            (folder / api.name).write_bytes(api.read_bytes())
            found[locale] = f"{servers.enter_context(served(folder))}platform.html"
        yield found


@pytest.fixture
def reader(browser, platforms):
    """Someone at the platform of a language; fails the test when something is said in the console."""
    with contextlib.ExitStack() as contexts:
        found = []

        def start(locale):
            context = contexts.enter_context(contextlib.closing(browser.new_context(reduced_motion="reduce")))
            found.append(Learner(context.new_page(), platforms[locale]))
            return found[-1]

        yield start
        assert [one.said for one in found] == [[]] * len(found)


@BOTH
def test_the_guide_is_done_when_its_pages_are_opened_and_goes_on_where_it_was(reader, locale):
    one = reader(locale)
    one.begin("guide")
    assert one.value("core.lesson_status") == "incomplete"
    one.shell.locator("summary").click()
    links = one.shell.locator("li a")
    assert links.count() == 7
    for number in range(3):
        links.nth(number).click()
        expect(one.shell.locator("li.done")).to_have_count(number + 1)
    kept = one.leave()
    assert kept["core"]["lesson_status"] == "incomplete"
    assert one.count("LMSFinish") == 1

    one.begin("guide", kept)
    at = "site/en/may-i/index.html" if locale == "en" else "site/mag-ik/index.html"
    one.page.wait_for_function("at => frames[0].frames[0].location.href.endsWith(at)", arg=at)
    expect(one.shell.locator("li.done")).to_have_count(3)
    one.shell.locator("summary").click()
    for number in range(3, 7):
        one.shell.locator("li a").nth(number).click()
        expect(one.shell.locator("li.done")).to_have_count(number + 1)
    assert one.leave()["core"]["lesson_status"] == "completed"
    assert one.refused() == []


def test_what_a_reader_chooses_at_the_three_questions_is_not_told(reader):
    one = reader("nl")
    one.begin("guide")
    one.shell.locator("summary").click()
    one.shell.get_by_role("link", name="Twijfel").click()
    one.shell.locator("summary").click()
    for question in range(3):
        one.site.locator(".check.live fieldset").nth(question).locator("label").first.click()
    expect(one.site.locator(".outcome .address")).to_have_text(f"{WEB}twijfel/#t2=yes,yes,yes")
    one.inside.child_frames[0].evaluate("location.reload()")
    expect(one.site.locator(".outcome h3")).to_be_focused()
    kept = one.leave()
    assert kept["core"]["lesson_location"].startswith("site/twijfel/index.html")
    assert "yes" not in json.dumps(kept)


@BOTH
def test_the_quiz_tells_its_score_keeps_first_answers_and_goes_on(reader, locale):
    one = reader(locale)
    one.begin("quiz")
    assert one.site.locator(".quiz fieldset").count() == len(RIGHT)

    def answer(number, letter):
        one.site.locator(".quiz fieldset").nth(number).locator("label", has_text=f"{letter}. ").first.click()

    for number, letter in enumerate(RIGHT[:5]):
        answer(number, letter)
    answer(5, "B")  # wrong, and then right: the first counts
    answer(5, RIGHT[5])
    expect(one.shell.get_by_role("status")).to_contain_text("6 ")
    assert one.value("core.score.raw") == "42"
    kept = one.leave()
    assert (kept["core"]["lesson_status"], kept["core"]["score"]["raw"]) == ("incomplete", "42")

    one.begin("quiz", kept)
    expect(one.site.locator(".quiz .told.right")).to_have_count(5)
    for number in range(6, 12):
        answer(number, RIGHT[number])
    expect(one.shell.get_by_role("status")).to_contain_text("12 ")
    kept = one.leave()
    assert (kept["core"]["lesson_status"], kept["core"]["score"]["raw"]) == ("completed", "92")
    assert (kept["core"]["score"]["min"], kept["core"]["score"]["max"]) == ("0", "100")
    assert one.refused() == []
    assert one.count("LMSFinish") == 1


@BOTH
def test_the_sheet_is_done_when_each_line_is_ticked(reader, locale):
    one = reader(locale)
    one.begin("sheet")
    boxes = one.site.get_by_role("checkbox")
    lines = boxes.count()
    assert lines == 8
    for number in range(3):
        boxes.nth(number).check()
    kept = one.leave()
    assert kept["core"]["lesson_status"] == "incomplete"
    one.begin("sheet", kept)
    expect(one.site.locator(".sheet input:checked")).to_have_count(3)
    for number in range(3, lines):
        boxes.nth(number).check()
    assert one.leave()["core"]["lesson_status"] == "completed"


def test_what_a_platform_refuses_is_shown(reader):
    one = reader("en")
    one.page.goto(one.address)
    one.page.evaluate("API.LMSSetValue = () => 'false'")
    one.page.evaluate(BEGIN, ["sheet", None])
    expect(one.page.frame_locator("iframe").get_by_role("status")).to_contain_text("does not accept this")
