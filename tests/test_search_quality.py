"""What the search finds, what it weighs and how quickly it answers, as search/benchmark.py prints it."""

from __future__ import annotations

import asking
import judging
import pytest
import wire


@pytest.fixture(scope="module")
def measured(browser) -> dict:
    """The figures of each set of queries; nobody looked at those `aside` while the search was made."""
    readers = asking.queries("reader_queries.json")
    sets = {
        "dev": asking.queries("dev_queries.json"),
        "own": asking.queries("own_queries.json"),
        "looked at": [query for query in readers if not query.get("aside")],
        "aside": [query for query in readers if query.get("aside")],
    }
    held = asking.read()
    return {name: asking.quality(browser, held, asked) for name, asked in sets.items()}


# The share of queries that are found first, or among the first three, and that find nothing for sure.
# The last set tells what a reader may expect; what it reached is in search/README.md.
FLOORS = {
    "dev": (0.95, 0.95, 0.95),
    "own": (0.84, 0.91, 0.93),
    "looked at": (0.95, 0.98, 0.9),
    "aside": (0.8, 0.9, 0.9),
}


@pytest.mark.parametrize("locale", ["nl", "en"])
@pytest.mark.parametrize("name", FLOORS)
def test_queries_find_their_section(measured, locale, name):
    first, three, quiet = FLOORS[name]
    figures = measured[name]
    assert judging.share(figures, locale, "all", "hit@1") >= first
    assert judging.share(figures, locale, "all", "hit@3") >= three
    assert judging.share(figures, locale, "none", "quiet") >= quiet


@pytest.mark.parametrize("locale", ["nl", "en"])
@pytest.mark.parametrize("reader", ["employee", "manager", "communications", "trainer"])
def test_every_kind_of_reader_is_served(measured, locale, reader):
    assert judging.share(measured["aside"], locale, reader, "page") >= 0.75


def test_what_counts_as_right():
    query = {"sections": ["p3"], "accept": ["q2", "c"]}
    pages = {"p3": "principes.md", "p4": "principes.md", "q2": "mag-ik.md", "r1": "agfa.md"}
    assert [judging.right(query, code) for code in ("p3", "q2", "c7", "p4")] == [True, True, True, False]
    assert judging.page_right(query, "p4", pages) and not judging.page_right(query, "r1", pages)


def test_an_interval_of_wilson():
    low, high = judging.wilson(8, 10)
    assert (round(low, 2), round(high, 2)) == (0.49, 0.94)
    assert judging.wilson(0, 5)[0] == 0


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_a_first_answer_is_light(site, locale):
    assert wire.weight(*wire.first_answer(site, locale)) <= 20_000
    assert wire.weight(wire.second_half(site, locale)) <= 32_000


def test_a_large_guide_still_answers_lightly_and_quickly(browser):
    found = wire.growth(browser)
    assert found["bytes of the first half"] <= 150_000
    assert found["ms of a key press (p95)"] <= 50


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_a_key_press_is_answered_within_a_frame(browser, url, locale):
    assert wire.speed(browser, url, locale) <= 16
