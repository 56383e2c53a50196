"""The trainer's kit as people use it: quiz, sessions, cards, sheets."""

import math
import re

import pytest
import walk
from built import KEPT, NOTHING, on_paper
from conftest import ROOT
from content import addresses, cases, texts
from guard import some
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser

LOCALES = ("nl", "en")
QUIZ = {"nl": "trainers-quiz/", "en": "en/trainers-quiz/"}
CARDS = {"nl": "trainers-kaarten/", "en": "en/trainers-cards/"}
CARD = {"nl": "trainers-kaart/", "en": "en/trainers-card/"}
READ = {"nl": "trainers-gelezen/", "en": "en/trainers-read/"}


def words(locale):
    """The texts of the interface."""
    return texts.strings(ROOT / "overrides", locale)


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
    walk.visit(page, QUIZ[locale])
    questions, sent = page.get_by_role("main").get_by_role("group").filter(has=page.get_by_role("radio")), []
    page.on("request", lambda request: sent.append(request.url))
    quiz = some(read_quiz(book, locale))
    assert questions.count() == len(quiz)
    for number, (_, letter, _) in enumerate(quiz):
        question = questions.nth(number)
        options, told = question.get_by_role("radio"), question.get_by_role("status")
        right = ord(letter) - ord("A")
        options.nth((right + 1) % options.count()).check()
        other = told.inner_text()
        options.nth(right).check()
        assert f"{letter}." in other and f"{letter}." in told.inner_text() != other
        assert told.get_by_role("link").count() >= 1
    assert (page.evaluate(KEPT), sent) == (NOTHING, [])


def test_on_a_telephone_an_answer_shows_where_its_option_was_tapped(open_page):
    page = open_page(viewport={"width": 320, "height": 640}, has_touch=True)
    walk.visit(page, "trainers-quiz/")
    page.locator(".quiz label").nth(2).tap()
    told = page.locator(".told").first.bounding_box()
    assert told["y"] > 0 and told["y"] + told["height"] <= 640
    assert not page.locator(".quiz fieldset button").first.is_visible()  # there is nothing left to ask for


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("minutes", (20, 45, 90))
def test_a_session_takes_as_long_as_its_name_says(book, locale, minutes):
    page = book.pages[locale, f"trainers-{minutes}.md"]
    assert str(minutes) in page.title
    taken = [int(node.text().split()[0]) for node in LexborHTMLParser(page.html).css(".minutes")]
    assert sum(taken) == minutes
    assert len(taken) == page.html.count("<h3")


SLIDES = "main h3:visible"  # each slide has one heading; the plan shows all


@pytest.mark.parametrize("locale", LOCALES)
def test_slides_turn_by_keyboard_and_one_fills_the_screen(page, locale):
    walk.visit(page, f"{'' if locale == 'nl' else 'en/'}trainers-20/")
    shown = page.locator(SLIDES)
    titles = some(shown.all_inner_texts())
    page.get_by_role("link", name=words(locale).tools.show_slides).click()
    expect(shown).to_have_text(titles[:1])
    for key, at in (("ArrowRight", 1), ("Space", 2), ("PageDown", 3), ("ArrowLeft", 2)):
        page.keyboard.press(key)
        expect(shown).to_have_text([titles[at]])
    page.keyboard.press("Escape")
    expect(shown).to_have_text(titles)


def test_slides_turn_without_a_script(plain):
    plain.goto("en/trainers-20/")
    shown, onward = plain.locator(SLIDES), plain.locator("a[rel=next]:visible")
    titles = some(shown.all_inner_texts())
    plain.get_by_role("link", name=words("en").tools.show_slides).click()
    for title in titles[:-1]:
        expect(shown).to_have_text([title])
        onward.click()
    expect(shown).to_have_text(titles[-1:])
    expect(onward).to_have_count(0)
    plain.locator("a[rel=up]:visible").click()
    expect(shown).to_have_text(titles)


@pytest.mark.parametrize("minutes", (20, 45, 90))
def test_each_slide_prints_on_a_sheet_of_its_own(page, book, minutes):
    page.goto(f"trainers-{minutes}/")
    slides = book.pages["nl", f"trainers-{minutes}.md"].html.count("<h3")
    assert slides >= 4
    assert on_paper(page) in (slides, slides + 1)  # the plan's own opening may need a sheet


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
    questions = [node.text().strip() for node in check.css(".check > ol > li > p:first-child")]
    assert len(questions) == 3
    assert [one for one in questions if one not in card] == []


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", ("trainers-gelezen.md", "trainers.md"))
def test_the_kit_shows_this_edition(site, book, locale, name):
    edition = re.search(r'edition: "(.+)"', (ROOT / "mkdocs.yml").read_text("utf-8"))[1]
    file = site / addresses.of_page(book.pages[locale, name]) / "index.html"
    assert edition in LexborHTMLParser(file.read_text("utf-8")).css_first("main").text()
