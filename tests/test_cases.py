"""The cases: each whole, marked as made up or real, the same in both languages, and found."""

from __future__ import annotations

import dataclasses
from collections import Counter

import pytest
from built import has_target
from checks import tools as kit
from content import cases, sources
from guard import some
from selectolax.lexbor import LexborHTMLParser

LOCALES = ("nl", "en")

CASES = {"nl": "casussen/", "en": "en/cases/"}


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
