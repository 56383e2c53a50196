"""A ministry that fills nothing in gets neutral text; one that does gets its own."""

from __future__ import annotations

import re

import markdown
import pytest
from conftest import ROOT
from content import ministry
from content.model import Section
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


def html_of(text: str) -> str:
    """The text as the site reads it."""
    return markdown.markdown(text, extensions=["md_in_html"])


EMPTY = {"name": "", "rules": "", "contacts": [], "accent": None, "logo": ""}


@pytest.mark.parametrize("empty", [None, {}, EMPTY])
def test_nothing_filled_in_leaves_the_neutral_text_without_marks(empty):
    assert fill(empty, "nl") == "Before.\n\nNeutral rules.\n\nNeutral contacts.\n"


def test_own_rules_and_contacts_take_the_place_of_the_neutral_text():
    html = html_of(fill(OWN, "en"))
    assert "Neutral" not in html and "<!--" not in html
    assert '<a href="https://voorbeeld.nl/regels">own integrity rules</a> (Ministry of Examples)' in html
    assert '<a href="https://voorbeeld.nl/team">Online team (EN)</a>' in html
    assert '<a href="mailto:online@voorbeeld.nl">online@voorbeeld.nl</a>' in html
    assert '<a href="tel:+31701234567">+31 70 123 45 67</a>' in html


def test_a_name_is_text_whatever_signs_it_holds():
    html = html_of(fill(OWN, "nl"))
    assert "Vertrouwenspersoon: Team *Vertrouwen* &lt;1&gt;" in html


def test_an_address_stays_one_link_whatever_signs_it_holds():
    html = html_of(fill({"rules": 'https://voorbeeld.nl/a)[klik](https://kwaad.example/"'}, "nl"))
    assert html.count("<a ") == 1 and 'href="https://kwaad' not in html


def test_only_what_is_filled_in_is_replaced():
    filled = fill({"rules": "https://voorbeeld.nl/regels"}, "nl")
    assert "Neutral rules" not in filled and "Neutral contacts." in filled
    assert "[eigen integriteitsregels](https://voorbeeld.nl/regels) (je ministerie)" in filled


def marked(mark: str, contacts: list[dict], neutral: str = "Neutral.\n") -> str:
    """A text with this mark, as it reads with these contacts."""
    texts = strings(ROOT / "overrides", "en").ministry
    text = f"Before.\n\n<!-- ministry: {mark} -->\n{neutral}<!-- /ministry -->\n"
    return ministry.fill(text, read_ministry({"contacts": contacts}), "en", texts)


ROLES = ("manager", "adviser", "security", "adviser")
PEOPLE = [{"role": role, "name": role.upper(), "phone": "1234"} for role in ROLES]


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        ("contacts", ["SECURITY", "ADVISER", "ADVISER", "MANAGER"]),
        ("contacts adviser security", ["ADVISER", "ADVISER", "SECURITY"]),
        ("contacts communication manager", ["MANAGER"]),
    ],
)
def test_a_mark_names_whom_it_is_about_in_its_order(mark, told):
    assert re.findall(r"[A-Z]{2,}", html_of(marked(mark, PEOPLE))) == told


def test_a_role_that_nobody_has_leaves_the_text_as_it_was():
    assert marked("contacts communication", PEOPLE) == "Before.\n\nNeutral.\n"
    assert marked("contacts communication", PEOPLE, "").strip() == "Before."
    assert "contacts" not in html_of(marked("contacts communication", PEOPLE, ""))


def test_a_role_that_is_none_stays_a_comment_for_the_checks_to_tell():
    assert "<!-- ministry: contacts boss -->" in marked("contacts boss", PEOPLE)


@pytest.mark.parametrize(
    ("page", "code", "roles"),
    [
        ("twijfel", "t2", "adviser communication"),
        ("twijfel", "t3", "adviser communication"),
        ("ophef", "o3", "communication adviser security"),
        ("mag-ik", "q18", "security manager"),
        ("leidinggevenden", "n6", "manager communication adviser"),
        ("ministerie", "m2", ""),
    ],
)
@pytest.mark.parametrize("locale", ["nl", "en"])
def test_wherever_someone_is_sent_to_a_person_their_contacts_can_stand(locale, page, code, roles):
    text = (ROOT / f"docs/{locale}/{page}.md").read_text("utf-8")
    section = text.partition(f"#{code} ")[2].partition("\n## ")[0]
    assert [one[1] for one in ministry.BLOCK.finditer(section)] == [f"contacts {roles}".strip()]


def test_another_number_does_not_change_the_section():
    people = [[one | {"phone": number} for one in PEOPLE] for number in ("123", "456")]
    pages = [html_of(marked("contacts", each)) for each in people]
    one, other = (Section("o3", "Uproar", 1, html, "").fingerprint for html in pages)
    assert pages[0] != pages[1] and one == other


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_the_pages_have_both_marks_in_both_languages(locale):
    pages = sorted((ROOT / f"docs/{locale}").glob("*.md"))
    texts = (page.read_text(encoding="utf-8") for page in pages)
    found = [match[1] for text in texts for match in ministry.BLOCK.finditer(text)]
    assert {"rules", "contacts"} <= set(found)
