"""The text: plain enough, in our own words, and the same in both languages, down to sources and links.

`pytest -s tests/test_content.py` prints the figures.
"""

import hashlib
import re
import statistics
from collections.abc import Iterator

import pytest
import textstat
from conftest import ROOT
from content import model as guide
from content import sources
from content.markdown import running_text
from selectolax.lexbor import LexborHTMLParser

LOCALES = ("nl", "en")
OWN_LINK = re.compile(r'href="((?!http|#fn)[^"]*)"')
ADDED = ".footnote, sup, .as-of, .admonition-title, code, h1, h2, h3, [lang]"  # no sentences of the page


def sentences(html: str) -> list[str]:
    """The sentences of a page, without notes, headings and words of another language."""
    tree = LexborHTMLParser(html)
    for node in tree.css(ADDED):
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
    print(*(f"{locale}/{name:22} Flesch {score:.1f}" for name, score in scores.items()), sep="\n")
    assert min(scores.values()) >= 60, scores
    assert statistics.median(scores.values()) > 65, scores


@pytest.mark.parametrize("locale", LOCALES)
def test_no_sentence_is_longer_than_25_words(book, locale):
    long = [s for page in book.of(locale) for s in sentences(page.html) if len(s.split()) > 25]
    assert not long


@pytest.mark.parametrize("locale", LOCALES)
def test_the_text_flows_in_sentences_that_are_neither_clipped_nor_long(book, locale):
    words = [len(one.split()) for page in book.of(locale) for one in sentences(page.html)]
    short = sum(count <= 5 for count in words) / len(words)
    print(f"{locale}: median {statistics.median(words):g} words, {short:.0%} of five words or fewer")
    assert 9 <= statistics.median(words) <= 15


def test_nothing_is_copied_from_the_source(book):
    runs = set((ROOT / "tests/data/source_runs.txt").read_text().split("\n"))
    words = {page.path: re.findall(r"\w+", running_text(page.html).lower()) for page in book.pages.values()}
    copied = [(path, run) for path, text in words.items() for run in eights(text) if digest(run) in runs]
    assert copied == []


def eights(words: list[str]) -> Iterator[str]:
    """Every run of eight words."""
    return (" ".join(words[start : start + 8]) for start in range(len(words) - 7))


def digest(run: str) -> str:
    """What is kept of a run of the source: not its words."""
    return hashlib.sha256(run.encode()).hexdigest()[:12]


def cited(page: guide.Page) -> dict[str, set[str]]:
    """The facts that each section of a page cites, by its code; "" for the opening."""
    found: dict[str, set[str]] = {}
    for key, places in sources.places([page]).items():
        for _, section in places:
            found.setdefault(section.code if section else "", set()).add(key)
    return found


def links(page: guide.Page) -> dict[str, list[str]]:
    """The links within the guide of each section of a page, by its code."""
    return {section.code: sorted(OWN_LINK.findall(section.html)) for section in page.sections}


@pytest.mark.parametrize("collect", [cited, links])
def test_both_languages_rest_on_the_same_sources_and_lead_to_the_same_places(book, collect):
    dutch = {page.name: collect(page) for page in book.of("nl")}
    english = {page.name: collect(page) for page in book.of("en")}
    assert dutch == english
