"""Sources and notes: what a page writes, what docs/sources.yml says, and what a reader gets to see.

A page writes a mark, `[^f03]`, and nothing more. From docs/sources.yml the build makes a note a document, in
the page's language; the day on which the documents were read, once; and a line below what may change. The
faults of an editor, one by one, are in cases/sources.yml and cases/blocks.yml.
"""

from __future__ import annotations

import datetime

import pytest
import yaml
from cited import read, render, shown
from conftest import ROOT
from content import sources as registry
from selectolax.lexbor import LexborHTMLParser

# --- The notes of a page


@pytest.mark.parametrize(
    ("text", "marks", "found"),
    [
        ("Een.[^f03]", ["1"], ["AGFA, website."]),
        ("Een.[^f03]\n\nTwee.[^f07]", ["1", "1"], ["AGFA, website."]),  # one document, one note
        ("Een.[^k1]\n\nTwee.[^f03]", ["1", "2"], ["Krant.", "AGFA, website."]),  # in the order of reading
        ("Een.[^f25][^f24][^f03]", ["1", "2"], ["Regels (2020): artikel 4; artikel 3.", "AGFA, website."]),
        ("Een[^f24]: twee.[^f24]", ["1", "1"], ["Regels (2020): artikel 3."]),
        ("| a |\n| --- |\n| b[^k1] |\n\n> [!advice] T\n> c.[^f03]", ["1", "2"], ["Krant.", "AGFA, website."]),
        ("Geen noot, en `[^f03]` is code.", [], []),
        ("Een.[^f99]", [], []),  # unknown: the checks tell
    ],
)
def test_a_document_has_one_note_on_a_page(known, text, marks, found):
    html = render(text, "nl", known)
    assert shown(html, "sup > a") == marks
    assert [note.split(" ↩")[0] for note in shown(html, ".footnote li")] == found


def test_a_note_leads_to_its_document_in_the_language_of_the_page(known):
    html = render("One.[^f24]", "en", known)
    [link] = LexborHTMLParser(html).css(".footnote a[href^=http]")
    assert link.attributes["href"] == "https://regels.example/" and link.text() == "Rules (2020)"
    assert shown(html, ".footnote li")[0].startswith("Rules (2020): article 3.")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Een.[^f03] Twee.[^f24]", "Bronnen gelezen op 22 november 2026."),
        ("Een.[^f03] Twee.[^k1]", "Bronnen gelezen van 22 november 2026 tot en met 24 november 2026."),
    ],
)
def test_the_day_stands_once_a_page(known, text, line):
    html = render(text, "nl", known)
    assert shown(html, ".read-on") == [line]
    assert html.count("gelezen") == 1


def test_a_screen_reader_can_tell_marks_notes_and_ways_back(known):
    tree = LexborHTMLParser(render("Een.[^f03] Twee.[^f24] Drie.[^f07]", "nl", known))
    names = [node.attributes["aria-label"] for node in tree.css("[role=doc-noteref]")]
    assert names == ["Noot 1", "Noot 2", "Noot 1"]
    assert tree.css_first("[role=doc-endnotes]").attributes["aria-label"] == "Bronnen"
    assert [node.attributes["aria-label"] for node in tree.css("[role=doc-backlink]")] == [
        "Terug naar noot 1 in de tekst (1)",
        "Terug naar noot 1 in de tekst (2)",
        "Terug naar noot 2 in de tekst",
    ]


def test_a_section_is_the_same_whatever_other_sections_cite(known, tmp_path):
    def fingerprint(before: str, own: str) -> str:
        page = read(tmp_path, f"# T\n\n{before}\n\n## A {{ #o1 }}\n\nDrie.{own}\n", known)
        return page.sections[0].fingerprint

    assert fingerprint("Een.", "[^f24]") == fingerprint("Een.[^k1] Twee.[^f24]", "[^f24]")
    assert fingerprint("Een.", "[^f24]") != fingerprint("Een.", "[^f03]")


# --- Where each fact is used


TOLD = """# T

Een.[^f07]

## A { #o1 }

Twee.[^f24] Drie.[^f24]

## B { #o2 }

`[^f25]` Vier.[^f07]

[^f03]: Zo niet.
"""


def test_the_list_tells_where_each_fact_is_used(known, tmp_path):
    page = read(tmp_path, TOLD, known)
    places = registry.places([page])
    told = {key: [section.code if section else "" for _, section in found] for key, found in places.items()}
    assert told == {"f07": ["", "o2"], "f24": ["o1"]}
    listed = {key: [fact.key for fact in facts] for key, facts in registry.in_use(known, places).items()}
    assert listed == {"agfa": ["f07"], "regels": ["f24"]}


def test_a_source_has_the_day_of_the_file_or_its_own(known):
    days = {key: known.facts[key].source.checked for key in ("f03", "k1")}
    assert days == {"f03": datetime.date(2026, 11, 22), "k1": datetime.date(2026, 11, 24)}
    assert known.replaced == {"f11": ["f24"]} and known.held_back == {}


def test_the_real_file_names_each_key_once_and_each_document_once():
    data = yaml.safe_load((ROOT / "docs/sources.yml").read_text(encoding="utf-8"))
    addresses = [source["url"] for source in data["sources"].values()]
    assert len(addresses) == len(set(addresses)) > 50
