"""The cases and the trainer's kit, as people use them."""

import dataclasses
import math
import re
from collections import Counter

import pytest
import walk
from built import KEPT, NOTHING, has_target, on_paper
from checks import tools as kit
from conftest import ROOT
from content import addresses, cases, sources, texts
from guard import some
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser

LOCALES = ("nl", "en")
CASES = {"nl": "casussen/", "en": "en/cases/"}
QUIZ = {"nl": "trainers-quiz/", "en": "en/trainers-quiz/"}
CARDS = {"nl": "trainers-kaarten/", "en": "en/trainers-cards/"}
CARD = {"nl": "trainers-kaart/", "en": "en/trainers-card/"}
READ = {"nl": "trainers-gelezen/", "en": "en/trainers-read/"}
STATUS = {"nl": ("Verzonnen casus", "Echte zaak"), "en": ("Made-up case", "Real case")}
# how the parts of a case begin: made up, then real
PARTS = {
    "nl": [
        ["Wat zou jij doen", "Dit spreekt", "Een collega", "Dit beslis jij", "Neem mee", "Onderdelen"],
        ["Wat zou jij doen", "Wat je eraan ziet", "Neem mee", "Onderdelen"],
    ],
    "en": [
        ["What would you do", "Reasons", "A colleague might", "What you decide", "Take home", "Sections"],
        ["What would you do", "What it shows", "Take home", "Sections"],
    ],
}


def words(locale):
    """The texts of the interface."""
    return texts.strings(ROOT / "overrides", locale)



# --- the cases ------------------------------------------------------------------------------------------


def labels(book, case) -> list[str]:
    """The labels of the parts of a case, in order."""
    section = book.section(case.page.locale, case.code)[1]
    return [node.text().strip() for node in LexborHTMLParser(section.html).css("dt")]


@pytest.mark.parametrize("locale", LOCALES)
def test_each_case_has_all_its_parts_and_names_sections_that_exist(book, locale):
    for case in some(cases.cases(book, locale)):
        found, wanted = labels(book, case), PARTS[locale][STATUS[locale].index(case.status)]
        for part in wanted:
            assert any(label.startswith(part) for label in found), f"{case.code}: {part}"
        assert found[0].startswith(wanted[0]) and found[-1] == wanted[-1], case.code
        assert case.story and case.question and case.sections, case.code
        assert all(book.section(locale, code) for code in case.sections), case.code


@pytest.mark.parametrize("locale", LOCALES)
def test_a_made_up_case_weighs_more_than_one_choice(book, locale):
    for case in some(one for one in cases.cases(book, locale) if one.status == STATUS[locale][0]):
        reasons = [label for label in labels(book, case) if label.startswith(PARTS[locale][0][1])]
        assert len(set(reasons)) >= 2, case.code


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
    for one, other in some(zip(dutch, english, strict=True)):
        assert (one.code, one.sections) == (other.code, other.sections)
        assert STATUS["nl"].index(one.status) == STATUS["en"].index(other.status)
        assert len(one.story) == len(other.story)


@pytest.mark.parametrize("locale", LOCALES)
def test_each_case_is_found_by_its_situation_and_by_each_of_its_sections(site, book, locale):
    html = (site / CASES[locale] / "index.html").read_text("utf-8")
    index = LexborHTMLParser(html.partition("<main")[2].partition("<h2")[0])
    links = [link.attributes["href"] for link in some(index.css("a"))]
    assert [link for link in links if not has_target(site, CASES[locale], link)] == []
    led = Counter(link.partition("#")[2] for link in links)
    for case in some(cases.cases(book, locale)):
        assert led[case.code] >= 1 + len(case.sections), case.code


def test_a_case_without_its_parts_is_named_with_its_line(book):
    ordinary = book.pages["en", "ophef.md"]
    problems = some(kit.problems(dataclasses.replace(ordinary, name="casussen.md")))
    assert [problem.line for problem in problems] == [section.line for section in ordinary.sections]
    assert f"case {ordinary.sections[0].code} must open with" in problems[0].message


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
