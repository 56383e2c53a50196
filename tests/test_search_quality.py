"""What the search finds, what it weighs and how quickly it answers; measured as benchmark.py prints it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "search"))
import benchmark


@pytest.fixture(scope="module")
def measured(browser, url) -> dict:
    """Quality by set of queries, language and kind; `aside` was not looked at while the search was made."""
    readers = benchmark.queries("reader_queries.json")
    sets = {
        "dev": benchmark.queries("dev_queries.json"),
        "tuned on": [query for query in readers if not query.get("aside")],
        "aside": [query for query in readers if query.get("aside")],
    }
    return {name: benchmark.quality(browser, url, queries) for name, queries in sets.items()}


# Just below what was measured when the texts were rewritten. The aim is .78 of sections first in `aside`, and
# .95 in `dev`, whose labels know nothing of the newer sections.
FLOORS = {"dev": (0.83, 0.85), "tuned on": (0.93, 0.95), "aside": (0.6, 0.75)}


@pytest.mark.parametrize("locale", ["nl", "en"])
@pytest.mark.parametrize("name", FLOORS)
def test_queries_find_their_section(measured, name, locale):
    first, among_three = FLOORS[name]
    found = measured[name]
    assert found[locale, "all"]["hit@1"] >= first
    assert found[locale, "all"]["hit@3"] >= among_three
    assert not any(row["wrong language"] for row in found.values())


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_index_and_engine_are_light(site, locale):
    assert benchmark.weight(*benchmark.first_answer(site, locale)) <= 20_000


def test_a_large_guide_still_answers_lightly_and_quickly(browser, site):
    found = benchmark.growth(browser, site)
    assert found["bytes before the first answer"] <= 150_000
    assert found["ms of a key press (p95)"] <= 50


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_a_key_press_is_answered_within_a_frame(browser, url, locale):
    assert benchmark.speed(browser, url, locale) <= 16
