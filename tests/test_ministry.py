"""A ministry that fills nothing in gets neutral text; one that does gets its own."""

from __future__ import annotations

import markdown
import pytest
from conftest import ROOT
from content import ministry
from content.settings import read_ministry
from content.texts import strings

MARKED = """Before.

<!-- ministry: rules -->
Neutral rules.
<!-- /ministry -->

<!-- ministry: contacts -->
Neutral contacts.
<!-- /ministry -->
"""
OWN = {
    "name": {"nl": "Ministerie van Voorbeeld", "en": "Ministry of Examples"},
    "rules": "https://voorbeeld.nl/regels",
    "contacts": [
        {"role": "adviser", "name": "Team *Vertrouwen* <1>", "phone": "+31 70 123 45 67"},
        {"role": "communication", "name": {"nl": "Online team", "en": "Online team (EN)"},
         "url": "https://voorbeeld.nl/team", "email": "online@voorbeeld.nl"},
    ],
}  # fmt: skip


def fill(block: dict | None, locale: str) -> str:
    """The marked text with a ministry's own words."""
    texts = strings(ROOT / "overrides", locale).ministry
    return ministry.fill(MARKED, read_ministry(block), locale, texts)


EMPTY = {"name": "", "rules": "", "contacts": [], "accent": None, "logo": ""}


@pytest.mark.parametrize("empty", [None, {}, EMPTY])
def test_nothing_filled_in_leaves_the_neutral_text_without_marks(empty):
    assert fill(empty, "nl") == "Before.\n\nNeutral rules.\n\nNeutral contacts.\n"


def test_own_rules_and_contacts_take_the_place_of_the_neutral_text():
    html = markdown.markdown(fill(OWN, "en"))
    assert "Neutral" not in html and "<!--" not in html
    assert '<a href="https://voorbeeld.nl/regels">own integrity rules</a> (Ministry of Examples)' in html
    assert '<a href="https://voorbeeld.nl/team">Online team (EN)</a>' in html
    assert '<a href="mailto:online@voorbeeld.nl">online@voorbeeld.nl</a>' in html
    assert '<a href="tel:+31701234567">+31 70 123 45 67</a>' in html


def test_a_name_is_text_whatever_signs_it_holds():
    html = markdown.markdown(fill(OWN, "nl"))
    assert "Vertrouwenspersoon: Team *Vertrouwen* &lt;1&gt;" in html


def test_an_address_stays_one_link_whatever_signs_it_holds():
    html = markdown.markdown(fill({"rules": 'https://voorbeeld.nl/a)[klik](https://kwaad.example/"'}, "nl"))
    assert html.count("<a ") == 1 and 'href="https://kwaad' not in html


def test_only_what_is_filled_in_is_replaced():
    filled = fill({"rules": "https://voorbeeld.nl/regels"}, "nl")
    assert "Neutral rules" not in filled and "Neutral contacts." in filled
    assert "[eigen integriteitsregels](https://voorbeeld.nl/regels) (je ministerie)" in filled


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_the_pages_have_both_marks_in_both_languages(locale):
    pages = sorted((ROOT / f"docs/{locale}").glob("*.md"))
    texts = (page.read_text(encoding="utf-8") for page in pages)
    found = [match[1] for text in texts for match in ministry.BLOCK.finditer(text)]
    assert {"rules", "contacts"} <= set(found)
