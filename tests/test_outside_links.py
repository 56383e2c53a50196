"""Which outside links have moved, and what rests on them: no network here, what they answer is given."""

from __future__ import annotations

import outside_links
import pytest
from conftest import ROOT
from guard import some

AT = "https://wet.example/artikel/"


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        ((200, AT), ""),
        ((200, "https://www.wet.example/artikel?taal=nl"), ""),
        ((403, AT), ""),
        ((200, "https://wet.example/"), "has moved to https://wet.example/"),
        ((404, AT), "answers 404"),
        ((0, "timed out"), "no answer (timed out)"),
    ],
)
def test_what_is_amiss_with_an_address(answer, what):
    assert outside_links.told(AT, answer) == what


def test_of_a_source_that_moved_it_is_said_which_facts_rest_on_it_and_where_they_are_cited(tmp_path):
    (tmp_path / "nl").mkdir()
    (tmp_path / "nl/een.md").write_text("Zo is het.[^f01] Lees [meer](https://elders.example/).", "utf-8")
    source = f"{{nl: Wet, en: Law, url: '{AT}', grade: official, facts: {{f01: {{nl: a, en: a}}}}}}"
    (tmp_path / "sources.yml").write_text(f"checked: 2026-11-24\nsources:\n  wet: {source}\n", "utf-8")
    found = outside_links.addresses(tmp_path)
    assert found == {"https://elders.example/": "in nl/een.md", AT: "facts f01; in nl/een.md"}
    answers = {"https://elders.example/": (200, "https://elders.example/"), AT: (404, AT)}
    lines = list(outside_links.report(found, lambda links: [answers[link] for link in links]))
    assert lines == [f"{AT} answers 404\n    facts f01; in nl/een.md"]


def test_every_source_of_the_guide_is_among_what_is_asked():
    found = outside_links.addresses(ROOT / "docs")
    assert len([link for link, rests in some(found.items()) if rests.startswith("facts ")]) > 20


def test_an_address_that_nobody_answers_is_told_and_stops_nothing():
    assert outside_links.ask("http://127.0.0.1:9/")[0] == 0
