"""A ministry that fills nothing in gets neutral text; one that does gets its own."""

from __future__ import annotations

import markdown
import pytest
from conftest import ROOT
from content import ministry

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


@pytest.mark.parametrize("empty", [None, {}, {"name": "", "rules": "", "contacts": []}])
def test_nothing_filled_in_leaves_the_neutral_text_without_marks(empty):
    assert ministry.fill(MARKED, empty, "nl") == "Before.\n\nNeutral rules.\n\nNeutral contacts.\n"


def test_own_rules_and_contacts_take_the_place_of_the_neutral_text():
    html = markdown.markdown(ministry.fill(MARKED, OWN, "en"))
    assert "Neutral" not in html and "<!--" not in html
    assert '<a href="https://voorbeeld.nl/regels">own integrity rules</a> (Ministry of Examples)' in html
    assert '<a href="https://voorbeeld.nl/team">Online team (EN)</a>' in html
    assert '<a href="mailto:online@voorbeeld.nl">online@voorbeeld.nl</a>' in html
    assert '<a href="tel:+31701234567">+31 70 123 45 67</a>' in html


def test_a_name_is_text_whatever_signs_it_holds():
    html = markdown.markdown(ministry.fill(MARKED, OWN, "nl"))
    assert "Vertrouwenspersoon: Team *Vertrouwen* &lt;1&gt;" in html


def test_only_what_is_filled_in_is_replaced():
    filled = ministry.fill(MARKED, {"rules": "https://voorbeeld.nl/regels"}, "nl")
    assert "Neutral rules" not in filled and "Neutral contacts." in filled
    assert "[eigen integriteitsregels](https://voorbeeld.nl/regels) (je ministerie)" in filled


def test_the_pages_have_both_marks_in_both_languages():
    for locale in ("nl", "en"):
        text = (ROOT / f"docs/{locale}/ministerie.md").read_text(encoding="utf-8")
        assert [match[1] for match in ministry.BLOCK.finditer(text)] == ["rules", "contacts"]
