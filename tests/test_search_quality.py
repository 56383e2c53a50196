"""What the search finds, what it weighs and how quickly it answers; measured as benchmark.py prints it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "search"))
import benchmark


@pytest.fixture(scope="module")
def measured(browser, url) -> dict:
    """Quality by file of queries, language and kind."""
    names = ("dev_queries.json", "own_queries.json")
    return {name: benchmark.quality(browser, url, benchmark.queries(name)) for name in names}


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_queries_find_their_section(measured, locale):
    found = measured["dev_queries.json"]
    assert found[locale, "all"]["hit@1"] >= 0.95
    assert found[locale, "all"]["hit@3"] >= 0.98
    assert found[locale, "none"]["quiet"] >= 0.95
    assert not any(row["wrong language"] for row in found.values())


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_a_thousand_other_queries_do_so_too(measured, locale):
    found = measured["own_queries.json"]
    assert found[locale, "all"]["hit@1"] >= 0.92
    assert found[locale, "all"]["hit@3"] >= 0.95
    assert found[locale, "none"]["quiet"] >= 0.9
    assert not any(row["wrong language"] for row in found.values())


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_index_and_engine_are_light(site, locale):
    assert benchmark.weight(*benchmark.whole_index(site, locale)) <= 20_000


def test_a_large_guide_still_answers_lightly_and_quickly(browser, site):
    found = benchmark.growth(browser, site)
    assert found["bytes before the first answer"] <= 150_000
    assert found["ms of a key press (p95)"] <= 50


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_a_key_press_is_answered_within_a_frame(browser, url, locale):
    assert benchmark.speed(browser, url, locale) <= 16
