"""The text: plain enough, in our own words, and with a checked source under every explanation."""

import hashlib
import re
import statistics

import pytest
import textstat
import yaml
from conftest import ROOT
from content import markdown as reading
from content import model as guide
from selectolax.lexbor import LexborHTMLParser

DATA = ROOT / "tests/data"
LOCALES = ("nl", "en")
READ_ON = {"nl": "Gelezen op 22 november 2026.", "en": "Read on 22 November 2026."}
OWN_LINK = re.compile(r'href="((?!http|#fn)[^"]*)"')
CHECK_FIRST = {"nl": "de stand van 22 november 2026", "en": "the state of 22 November 2026"}


def sentences(html: str) -> list[str]:
    """The sentences of a page, without footnotes, headings and words of another language."""
    tree = LexborHTMLParser(html)
    for node in tree.css(".footnote, sup, code, h1, h2, h3, [lang]"):
        node.decompose()
    found = []
    for node in tree.css("p, li, td, th, dt, dd"):
        if not any(child.tag in ("p", "ul", "ol") for child in node.iter()):
            text = " ".join(node.text().split())
            found += [part for part in re.split(r"(?<=[.!?:;])\s+", text) if part]
    return found


def readability(page: guide.Page) -> float:
    """Flesch-Douma for Dutch, Flesch reading ease for English: 0 (hard) to 100 and above (easy)."""
    textstat.set_lang(page.locale)
    return textstat.flesch_reading_ease(" ".join(s.rstrip(".!?:;") + "." for s in sentences(page.html)))


@pytest.mark.parametrize("locale", LOCALES)
def test_every_page_is_easy_to_read(book, locale):
    scores = {page.name: readability(page) for page in book.of(locale)}
    assert min(scores.values()) >= 60, scores
    assert statistics.median(scores.values()) > 65, scores


@pytest.mark.parametrize("locale", LOCALES)
def test_no_sentence_is_longer_than_25_words(book, locale):
    long = [s for page in book.of(locale) for s in sentences(page.html) if len(s.split()) > 25]
    assert not long


def test_nothing_is_copied_from_the_source(book):
    runs = set((DATA / "source_runs.txt").read_text().split("\n"))
    for page in book.pages.values():
        words = re.findall(r"\w+", reading.running_text(page.html).lower())
        for start in range(len(words) - 7):
            run = " ".join(words[start : start + 8])
            assert hashlib.sha256(run.encode()).hexdigest()[:12] not in runs, (page.path, run)


def test_every_footnote_names_its_checked_source_and_the_day(book):
    facts = yaml.safe_load((DATA / "facts.yml").read_text(encoding="utf-8"))
    known = facts["sources"] | facts["cases"]
    for page in book.pages.values():
        for key, text in re.findall(r"^\[\^(\w+)\]: (.*)$", page.body, re.MULTILINE):
            assert known[key]["url"] in text, (page.path, key)
            assert text.endswith(READ_ON[page.locale]), (page.path, key)


def test_what_may_change_is_said_to_be_the_state_of_a_day(book):
    facts = yaml.safe_load((DATA / "facts.yml").read_text(encoding="utf-8"))
    for page in book.pages.values():
        for section in page.sections:
            dated = [key for key in re.findall(r'href="#fn:(\w+)"', section.html)
                     if facts["sources"].get(key, {}).get("dated")]
            assert not dated or CHECK_FIRST[page.locale] in section.text, (page.path, section.code, dated)


def test_both_languages_explain_with_the_same_sources(book):
    for page in book.of("nl"):
        twin = book.pages["en", page.name]
        for dutch, english in zip(page.sections, twin.sections, strict=True):
            cited = [set(re.findall(r"#fn:(\w+)", side.html)) for side in (dutch, english)]
            assert cited[0] == cited[1], (page.name, dutch.code)
            links = [sorted(OWN_LINK.findall(side.html)) for side in (dutch, english)]
            assert links[0] == links[1], (page.name, dutch.code)
