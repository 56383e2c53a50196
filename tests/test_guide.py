"""What the site says, as the build reads it: Markdown in, pages and sections with permanent codes out."""

from __future__ import annotations

import pytest
from conftest import ROOT
from content import addresses, portable, texts
from content import markdown as reading
from guard import some
from markdown import markdown

LOCALES = ["nl", "en"]
PAGE = """---
title: Ophef
slug: {slug}
---

# Ophef

Neem *even* rust.

## Ineens nieuws {{ #o1 }}

Dat komt voor.

### Waarom

Zie [het begin](index.md).

## Je eerste dag {{ #o2 }}

Vraag raad.
"""


@pytest.fixture
def guide(tmp_path):
    """A guide of one page in two languages, read without MkDocs."""
    for locale, slug in (("nl", ""), ("en", "uproar")):
        (tmp_path / locale).mkdir()
        (tmp_path / locale / "ophef.md").write_text(PAGE.format(slug=slug), encoding="utf-8")
    return reading.read_guide(tmp_path, LOCALES, lambda text, _: markdown(text, extensions=["attr_list"]))


def test_a_page_is_an_opening_and_sections(guide):
    page = guide.pages["nl", "ophef.md"]
    assert (page.title, page.intro) == ("Ophef", "Ophef Neem even rust.")
    assert [(one.code, one.title, one.line) for one in page.sections] == [
        ("o1", "Ineens nieuws", 10),
        ("o2", "Je eerste dag", 18),
    ]
    first = page.sections[0]
    assert first.text == "Dat komt voor. Waarom Zie het begin."
    assert 'href="index.md"' in first.html, "links lead to files until it is known where the section is shown"


def test_a_section_is_found_by_its_code_in_either_language(guide):
    for locale in LOCALES:
        page, section = guide.section(locale, "o2")
        assert (page.locale, section.title) == (locale, "Je eerste dag")
    assert guide.section("nl", "o3") is None


def test_addresses_are_in_the_language_of_the_page(guide):
    dutch, english = (guide.pages[locale, "ophef.md"] for locale in LOCALES)
    assert addresses.of_section(dutch, "o1") == "ophef/#o1"
    assert addresses.of_section(english, "o1") == "en/uproar/#o1"
    assert addresses.short("en", "o1") == "en/o1/"


@pytest.mark.parametrize(
    ("target", "start", "link"),
    [
        ("en/p3/", "en/uproar/", "../p3/"),
        ("ophef/#o1", "", "ophef/#o1"),
        ("", "en/uproar/", "../../"),
        ("ophef/", "ophef/", "./"),
    ],
)
def test_links_are_relative_so_that_the_site_works_below_any_path(target, start, link):
    assert addresses.relative(target, start) == link


def test_a_section_that_is_edited_has_another_fingerprint(guide):
    marks = [section.fingerprint for section in some(guide.pages["nl", "ophef.md"].sections)]
    assert len(set(marks)) == len(marks)
    assert marks == [section.fingerprint for section in guide.pages["en", "ophef.md"].sections]


def test_a_page_that_cannot_be_read_is_a_problem_with_its_line(guide, tmp_path):
    (tmp_path / "nl/stuk.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    broken = reading.read_guide(tmp_path, LOCALES, lambda text, locale: text)
    [problem] = broken.problems
    assert str(problem).startswith(f"{tmp_path}/nl/stuk.md:3: front matter: ")
    assert ("nl", "ophef.md") in broken.pages, "the others are read"


def test_plain_text_keeps_blocks_lists_and_tables_apart():
    html = "<p>Een <b>twee</b>\ndrie.</p><ul><li>a</li><li><p>b</p></li></ul>"
    html += "<table><tr><td>1</td><td>2</td></tr></table>"
    assert portable.plain(html) == "Een twee drie.\n\n- a\n- b\n\n| 1 | 2"


def test_the_interface_says_the_same_things_in_both_languages():
    dutch, english = (texts.text_keys(texts.strings(ROOT / "overrides", locale)) for locale in LOCALES)
    assert some(dutch) == some(english)


def test_the_guide_itself_has_each_section_in_both_languages(book):
    dutch, english = ([one.code for page in book.of(locale) for one in page.sections] for locale in LOCALES)
    assert some(dutch) == english
    assert len(set(dutch)) == len(dutch)
