"""The cases and the trainer's kit, as people use them."""

import dataclasses
import math

import pytest
from built import KEPT, NOTHING, has_target, on_paper
from checks import tools as kit
from conftest import ROOT
from content import cases, sources
from mkdocs.config import load_config
from pages import tools
from selectolax.lexbor import LexborHTMLParser

LOCALES = ("nl", "en")
CASES = {"nl": "casussen/", "en": "en/cases/"}
QUIZ = {"nl": "trainers-quiz/", "en": "en/trainers-quiz/"}
CARDS = {"nl": "trainers-kaarten/", "en": "en/trainers-cards/"}
CARD = {"nl": "trainers-kaart/", "en": "en/trainers-card/"}
READ = {"nl": "trainers-gelezen/", "en": "en/trainers-read/"}
STATUS = {"nl": ("Verzonnen casus", "Echte zaak"), "en": ("Made-up case", "Real case")}
PARTS = {
    "nl": ["Wat zou jij doen?", "Wat ervoor spreekt", "Wat ertegen spreekt", "Wat een collega kan adviseren",
           "Wat aan jou is", "Onderdelen"],
    "en": ["What would you do?", "What speaks for it", "What speaks against it",
           "What a colleague could advise", "What is up to you", "Sections"],
}  # fmt: skip


# --- the cases ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", LOCALES)
def test_each_case_has_all_its_parts_and_names_sections_that_exist(book, locale):
    found = cases.cases(book, locale)
    assert len(found) >= 14
    for case in found:
        section = book.section(locale, case.code)[1]
        assert [node.text() for node in LexborHTMLParser(section.html).css("dt")] == PARTS[locale], case.code
        assert case.story and case.question and case.sections
        for code in case.sections:
            assert book.section(locale, code), (case.code, code)


@pytest.mark.parametrize("locale", LOCALES)
def test_real_cases_are_marked_and_sourced_and_the_others_are_marked_as_made_up(book, locale):
    made_up, real = STATUS[locale]
    found = cases.cases(book, locale)
    assert {case.status for case in found} == {made_up, real}
    assert sum(case.status == real for case in found) >= 3
    places = sources.places([*{case.page.name: case.page for case in found}.values()])
    sourced = {section.code for key in places if key[0] == "k" for _, section in places[key] if section}
    assert sourced == {case.code for case in found if case.status == real}


def test_cases_are_the_same_in_both_languages(book):
    dutch, english = (cases.cases(book, locale) for locale in LOCALES)
    for one, other in zip(dutch, english, strict=True):
        assert (one.code, one.sections) == (other.code, other.sections)
        assert STATUS["nl"].index(one.status) == STATUS["en"].index(other.status)
        assert len(one.story) == len(other.story)


@pytest.mark.parametrize("locale", LOCALES)
def test_each_case_is_found_by_situation_and_by_section(site, book, locale):
    html = LexborHTMLParser((site / CASES[locale] / "index.html").read_text())
    by_situation, by_section = html.css(".case-index")
    found = cases.cases(book, locale)
    links = [link.attributes["href"] for link in by_situation.css("a")]
    assert sorted(link.partition("#")[2] for link in links) == sorted(case.code for case in found)
    assert all(has_target(site, CASES[locale], link) for link in links)
    listed = {
        (dt.text()[:2].lower(), link.attributes["href"].partition("#")[2])
        for dt, dd in zip(by_section.css("dt"), by_section.css("dd"), strict=True)
        for link in dd.css("a")
    }
    assert listed == {(code, case.code) for case in found for code in case.sections}


def test_a_case_without_its_parts_is_named_with_its_line(book):
    ordinary = book.pages["en", "ophef.md"]
    problems = list(kit.problems(dataclasses.replace(ordinary, name="casussen.md")))
    assert [problem.line for problem in problems] == [section.line for section in ordinary.sections]
    assert "case o1 must open with" in problems[0].message


# --- the trainer's kit ----------------------------------------------------------------------------------


def read_quiz(book, locale) -> list[tuple[int, str, list[str]]]:
    """Each question: how many options, the letter of the right one, the sections that the answer names."""
    questions, answers = (
        LexborHTMLParser(book.section(locale, code)[1].html).css(f".{name} > ol > li")
        for code, name in (("w10", "quiz"), ("w11", "quiz-answers"))
    )
    return [
        (
            len(one.css("ul > li")),
            other.css_first("strong").text().rstrip("."),
            [link.attributes["href"].partition("#")[2] for link in other.css("a")],
        )
        for one, other in zip(questions, answers, strict=True)
    ]


@pytest.mark.parametrize("locale", LOCALES)
def test_each_quiz_answer_is_an_option_and_names_sections_that_exist(book, locale):
    quiz = read_quiz(book, locale)
    assert len(quiz) >= 12
    for number, (options, letter, sections) in enumerate(quiz, 1):
        assert letter in "ABCDEF"[:options], number
        assert sections and all(book.section(locale, code) for code in sections), number
    assert len({letter for _, letter, _ in quiz}) > 1


def test_the_quiz_is_the_same_in_both_languages(book):
    assert read_quiz(book, "nl") == read_quiz(book, "en")


@pytest.mark.parametrize("locale", LOCALES)
def test_the_quiz_explains_the_chosen_answer_and_keeps_nothing(page, book, locale):
    page.goto(QUIZ[locale], wait_until="networkidle")
    page.locator("input[name=quiz-0]").first.wait_for()
    page.locator(".section-tools .copy").first.wait_for()  # every script has arrived
    sent = []
    page.on("request", lambda request: sent.append(request.url))
    for number, (_, letter, _) in enumerate(read_quiz(book, locale)):
        told = page.locator(".told").nth(number)
        options = page.locator(f"input[name=quiz-{number}]")
        options.nth((ord(letter) - ord("A") + 1) % options.count()).check()
        wrong = told.inner_text()
        options.nth(ord(letter) - ord("A")).check()
        right = told.inner_text()
        assert f"{letter}." in wrong and f"{letter}." in right and wrong != right
        assert told.locator("a").count() >= 1
    assert (page.evaluate(KEPT), sent) == (NOTHING, [])


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("minutes", (20, 45, 90))
def test_a_session_takes_as_long_as_its_name_says(book, locale, minutes):
    page = book.pages[locale, f"trainers-{minutes}.md"]
    assert str(minutes) in page.title
    taken = [int(node.text().split()[0]) for node in LexborHTMLParser(page.html).css(".minutes")]
    assert sum(taken) == minutes
    assert len(taken) == page.html.count("<h3")


@pytest.mark.parametrize("locale", LOCALES)
def test_slides_turn_by_keyboard_and_one_fills_the_screen(page, locale):
    page.goto(f"{'' if locale == 'nl' else 'en/'}trainers-20/")
    page.locator("#slides a").click()
    shown = page.locator(".slide > h3:visible")
    titles = []
    for key in ("ArrowRight", "Space", "PageDown", "ArrowLeft", "Escape"):
        titles.append(shown.all_inner_texts())
        page.keyboard.press(key)
        page.wait_for_timeout(50)
    assert [len(title) for title in titles] == [1] * 5
    assert titles[0] != titles[1] != titles[2] != titles[3] != titles[4] == titles[2]
    assert shown.count() == 5, "closed: the whole plan"


def test_slides_turn_without_a_script(browser, url):
    context = browser.new_context(base_url=url, java_script_enabled=False)
    page = context.new_page()
    page.goto("en/trainers-20/")
    page.locator("#slides a").click()
    for _ in range(4):
        page.locator(".slide:target [rel=next]").click()
    assert page.locator(".slide > h3:visible").count() == 1
    assert page.locator(".slide:target [rel=next]").count() == 0
    page.locator(".slide:target [rel=up]").click()
    assert page.locator(".slide > h3:visible").count() == 5
    context.close()


@pytest.mark.parametrize(("minutes", "slides"), ((20, 5), (45, 7), (90, 11)))
def test_each_slide_prints_on_a_sheet_of_its_own(page, minutes, slides):
    page.goto(f"trainers-{minutes}/")
    assert page.locator(".slide").count() == slides
    assert on_paper(page) == slides + 1  # and the plan's own first page


@pytest.mark.parametrize("locale", LOCALES)
def test_cards_print_four_on_a_sheet_with_nothing_cut_off(page, book, locale):
    page.goto(CARDS[locale])
    count = len(cases.cases(book, locale))
    assert page.locator(".card").count() == count
    assert on_paper(page) == math.ceil(count / 4)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 725, "height": 1060})  # A4 within the margins of the sheet
    spare = "cards => cards.map(card => card.clientHeight + 1 - card.scrollHeight)"
    assert min(page.locator(".card").evaluate_all(spare)) >= 0


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(("address", "sheets"), ((CARD, 1), (READ, 1), (QUIZ, 3)))
def test_hand_outs_fit_their_sheets(page, locale, address, sheets):
    page.goto(address[locale])
    assert on_paper(page) == sheets


@pytest.mark.parametrize("locale", LOCALES)
def test_the_card_asks_the_three_questions_of_the_check(book, locale):
    check = LexborHTMLParser(book.section(locale, "t2")[1].html)
    card = book.section(locale, "w9")[1].text
    for question in check.css(".check > ol > li > p:first-child"):
        assert question.text().strip() in card


@pytest.mark.parametrize("locale", LOCALES)
def test_the_kit_shows_this_edition(site, locale):
    edition = load_config(str(ROOT / "mkdocs.yml")).extra["edition"]
    read = LexborHTMLParser((site / READ[locale] / "index.html").read_text())
    assert edition in [cell.text().strip() for cell in read.css(".sheet td")]
    trainers = LexborHTMLParser((site / ("" if locale == "nl" else "en") / "trainers/index.html").read_text())
    assert edition in trainers.css_first(".cited").text()


def test_a_deck_is_cut_before_each_heading_of_level_3():
    html = '<p>Before</p><div class="deck"><p>x</p><h3>A</h3><p>a</p><h3>B</h3></div><p>After</p>'
    shown = tools.with_deck(html, lambda slides: "|".join(slides))
    assert shown == '<p>Before</p><div class="deck"><h3>A</h3><p>a</p>|<h3>B</h3></div><p>After</p>'
    assert tools.with_deck("<p>No deck</p>", lambda slides: "never") == "<p>No deck</p>"
