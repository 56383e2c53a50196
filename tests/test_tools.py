"""The doubt check, the path and the route along AGFA, as people use them."""

import itertools
import re

import pytest
import walk
from built import KEPT, NOTHING, has_target, on_paper
from conftest import ROOT
from content import texts
from guard import some
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser

LOCALES = ("nl", "en")
DOUBT = {"nl": "twijfel/", "en": "en/doubt/"}
ROUTE = {"nl": "agfa/", "en": "en/agfa/"}
DECIDE = {"nl": "Jij beslist.", "en": "You decide."}
# a check of one's own conscience gives no permission, and no verdict by law either
PERMISSION = re.compile(
    r"\b(mag|mogen|toegestaan|verboden|toestemming|may|allowed|permitted|forbidden)\b", re.IGNORECASE
)
ROLES = ("employee", "manager", "communications")
NO, UNSURE = 1, 2


def words(locale):
    """The texts of the tools."""
    return texts.strings(ROOT / "overrides", locale).tools


def copied_text(locale) -> str:
    """What is said when something was copied."""
    return texts.strings(ROOT / "overrides", locale).links.copied


def answer(page, answers):
    """Choose an answer to each question of the check: 0 yes, 1 no, 2 not sure."""
    for number, choice in enumerate(answers):
        page.locator(f"input[name=check-{number}]").nth(choice).check()


# --- the doubt check ------------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", LOCALES)
def test_each_of_the_27_outcomes_tells_what_to_do_now(page, site, locale):
    walk.visit(page, DOUBT[locale])
    told, conclusions = {}, {}
    for answers in itertools.product(range(3), repeat=3):
        answer(page, answers)
        outcome = page.locator(".outcome")
        told[answers] = outcome.inner_text()
        conclusions[answers] = outcome.get_by_role("heading").first.inner_text()
        assert not PERMISSION.search(told[answers]), told[answers]
        links = outcome.locator("a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
        assert [link for link in some(links) if not has_target(site, DOUBT[locale], link)] == []
        assert (DECIDE[locale] in told[answers]) == (answers == (0, 0, 0))
    assert len(set(told.values())) == 27
    for answers, conclusion in some(conclusions.items()):
        like = (0, 0, NO) if NO in answers else (0, 0, UNSURE) if UNSURE in answers else (0, 0, 0)
        assert conclusion == conclusions[like], answers


@pytest.mark.parametrize("locale", LOCALES)
def test_the_check_stores_and_sends_nothing(page, locale):
    walk.visit(page, DOUBT[locale])
    sent = []
    page.on("request", lambda request: sent.append(request.url))
    answer(page, (0, 1, 2))
    page.get_by_role("button", name=words(locale).again).click()
    assert [address for address in sent if not address.endswith("favicon.svg")] == []
    assert page.evaluate(KEPT) == NOTHING


def test_the_check_works_by_keyboard_and_says_its_outcome(page):
    walk.visit(page, DOUBT["nl"])
    ask = page.get_by_role("button", name=words("nl").outcome)
    ask.press("Enter")
    assert page.get_by_role("status").filter(has_text="vraag 1").count() == 1, "it has no answer yet"
    for number in range(3):
        page.locator(f"input[name=check-{number}]").first.focus()
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")  # the second answer: no
    assert page.locator(".outcome").inner_text() == "", "an arrow key only moves"
    ask.press("Enter")
    title = page.locator(".outcome").get_by_role("heading").first
    assert title.evaluate("(each) => each === document.activeElement")  # so it is read
    assert title.inner_text()
    page.get_by_role("button", name=words("nl").again).press("Enter")
    assert page.locator(".outcome").inner_text() == ""
    assert page.evaluate("document.activeElement.name") == "check-0"


@pytest.mark.parametrize("locale", LOCALES)
def test_the_outcome_is_copied_as_text(open_page, locale):
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    walk.visit(page, DOUBT[locale])
    answer(page, (0, 1, 2))
    page.get_by_role("button", name=words(locale).copy_text).click()
    expect(page.get_by_role("status").filter(has_text=copied_text(locale))).to_have_count(1)
    copied = page.evaluate("navigator.clipboard.readText()")
    questions = some(page.locator("fieldset:has(input[name^=check]) legend").all_inner_texts())
    assert [one for one in questions if one not in copied] == []
    assert page.locator(".outcome").get_by_role("heading").first.inner_text() in copied
    assert copied.endswith(f"{DOUBT[locale]}#t2=yes,no,unsure")


@pytest.mark.parametrize("locale", LOCALES)
def test_an_outcome_has_an_address(page, locale):
    walk.visit(page, f"{DOUBT[locale]}#t2=yes,no,unsure")
    again = page.locator(".outcome").inner_text()
    walk.visit(page, DOUBT[locale])
    page.reload()
    answer(page, (0, 1, 2))
    assert page.locator(".outcome").inner_text() == again != ""


@pytest.mark.parametrize("locale", LOCALES)
def test_without_a_script_the_check_is_a_list_with_the_same_advice(plain, locale):
    plain.goto(DOUBT[locale])
    check = plain.locator(".check")
    assert check.locator("> ol > li").count() == 3
    assert check.locator("> ol > li li:visible").count() == 9
    assert check.locator("> ul").first.locator("> li:visible").count() == 3
    assert check.locator("button:visible, input:visible").count() == 0


def test_paper_has_boxes_to_tick_or_the_outcome(page):
    walk.visit(page, DOUBT["nl"])
    page.emulate_media(media="print")
    assert page.locator(".paper").is_visible()
    cut = "(lists) => lists.filter((list) => list.scrollHeight > list.clientHeight + 1).length"
    assert page.locator(".paper li ul").count() == 3 and page.locator(".paper li ul").evaluate_all(cut) == 0
    assert not page.locator(".check.live").is_visible()
    page.emulate_media(media="screen")
    answer(page, (1, 1, 1))
    page.emulate_media(media="print")
    assert page.locator(".outcome").is_visible()
    assert not page.locator(".paper").is_visible()


@pytest.mark.parametrize("locale", LOCALES)
def test_the_outcome_prints_on_one_sheet_and_the_page_comes_back(page, locale):
    walk.visit(page, DOUBT[locale])
    answer(page, (1, 2, 1))
    page.evaluate("window.print = () => {}")  # a headless browser has no dialog
    page.locator("[data-do=print]").click()
    assert on_paper(page) == 1
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert on_paper(page) > 1


@pytest.mark.parametrize("locale", LOCALES)
def test_the_path_is_a_list_whose_steps_lead_to_the_next(book, locale):
    section = book.section(locale, "t4")[1]
    steps = LexborHTMLParser(section.html).css(".path > ol > li")
    assert len(steps) >= 5
    for number, step in enumerate(steps[:-1], 1):
        onward, aside = step.css("ul > li")
        assert str(number + 1) in onward.text()
        assert str(number + 1) not in aside.text()
    assert DECIDE[locale] in steps[-1].text()
    assert not PERMISSION.search(section.text)


# --- the route along AGFA -------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", LOCALES)
def test_a_role_shows_its_own_steps_without_a_script(plain, locale):
    page = plain
    page.goto(ROUTE[locale])
    steps = page.locator(".route ol > li:has(> ul)").count()
    assert steps == 9
    for role in ROLES:
        assert page.locator(f".route .{role}:visible").count() == steps, "all roles show at first"
    for role in ROLES:
        page.locator(f"#r1-{role}").click()
        shown = {other: page.locator(f".route .{other}:visible").count() for other in ROLES}
        assert shown == {other: steps if other == role else 0 for other in ROLES}
        assert page.locator(".route .unknown:visible").count() >= 4, "what is unknown stays in view"
    page.locator(".route a.view").first.click()
    assert page.locator(".route .manager:visible").count() == steps


@pytest.mark.parametrize("locale", LOCALES)
def test_the_heart_of_the_route_stands_above_it(book, locale):
    html = book.section(locale, "r1")[1].html
    heart = LexborHTMLParser(html).css_first("p strong").text()
    assert html.index(heart) < html.index('class="route"')
    assert "AGFA" in html and "[" not in heart
