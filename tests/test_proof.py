"""The page of proof: each demand with how it stands and what shows it; what is not met says so there."""

from __future__ import annotations

import dataclasses
import re

import pytest
import yaml
from conftest import ROOT
from guard import some
from pages import proof
from selectolax.lexbor import LexborHTMLParser

ASKED = {  # by an office that decides on new sites
    *("accessibility", "statement", "privacy", "headers", "archive", "standards", "parts", "licences"),
    *("hashes", "browsers", "exit"),
}
PAGES = {"nl": "over/bewijs/", "en": "en/about/proof/"}


@pytest.fixture(params=PAGES)
def rows(request, model) -> list[dict]:
    """The rows of a language."""
    return proof.rows(model, request.param, PAGES[request.param])


def by_state(site) -> dict[str, str]:
    """How each demand stands."""
    names = [
        row["demand"] for row in yaml.safe_load((ROOT / "overrides/proof.yml").read_text("utf-8"))["demands"]
    ]
    found = proof.rows(site, "nl", PAGES["nl"])
    return {name: row["state"] for name, row in zip(names, found, strict=True)}


def test_every_demand_has_a_row_and_what_is_not_met_is_among_them(model):
    states = by_state(model)
    assert states.keys() >= ASKED
    assert {states[name] for name in ("screen_readers", "browsers", "attack", "adopted")} == {"unmet"}
    assert states["statement"] == "owner"  # who publishes signs it


@pytest.mark.parametrize(
    ("demand", "changed"),
    [
        ("hsts", lambda settings: {"server": dataclasses.replace(settings.server, hsts=True)}),
        ("adopted", lambda settings: {"status": "adopted"}),
    ],
)
def test_what_hangs_on_a_setting_is_told_as_the_site_is_set(model, demand, changed):
    settings = dataclasses.replace(model.settings, **changed(model.settings))
    assert by_state(model)[demand] == "unmet"
    assert by_state(dataclasses.replace(model, settings=settings))[demand] == "met"


def test_what_is_met_is_shown_by_something_that_is_there(rows):
    met = [row for row in rows if row["state"] == "met"]
    assert [row["name"] for row in some(met) if not (row["command"] or row["file"])] == []
    words = {word for row in rows for word in row["command"].split()}
    named = {word for word in words if re.search(r"\.(py|txt)$", word)}
    assert named and [word for word in named if not (ROOT / word).is_file()] == []


@pytest.mark.parametrize("locale", PAGES)
def test_the_page_shows_every_row_with_its_day_and_its_links_arrive(site, model, locale):
    folder = site / PAGES[locale]
    page = LexborHTMLParser((folder / "index.html").read_text("utf-8"))
    shown = [row.text(separator=" ") for row in page.css("main dl > div")]
    rows = proof.rows(model, locale, PAGES[locale])
    assert len(shown) == len(some(rows))
    assert [row["name"] for row, text in zip(rows, shown, strict=True) if row["stands"] not in text] == []
    assert all(re.search(r"\d 20\d\d|20\d\d", text) for text in shown)
    links = [link.attributes["href"] for link in page.css("main dl a")]
    assert [link for link in some(links) if not (folder / link).is_file()] == []
