"""Sources and notes: what a page writes, what docs/sources.yml says, and what a reader gets to see.

A page writes a mark, `[^f03]`, and nothing more. From docs/sources.yml the build makes a note a document, in
the page's language; the day on which the documents were read, once; and a line below what may change. The
faults of an editor, one by one, are in cases/sources.yml and cases/blocks.yml.
"""

from __future__ import annotations

import datetime

import markdown
import pytest
import yaml
from conftest import ROOT
from content import callouts, notes, portable
from content import sources as registry
from content.markdown import read_page
from content.texts import strings
from selectolax.lexbor import LexborHTMLParser

SOURCES = """
checked: 2026-11-22
sources:
  agfa:
    {nl: "AGFA, website", en: "AGFA, website", url: "https://agfa.example/", grade: official,
     facts: {f03: {nl: wie advies vraagt, en: who asks}, f07: {nl: publicatie, en: publication}}}
  regels:
    nl: Regels (2020)
    en: Rules (2020)
    url: https://regels.example/
    grade: official
    facts:
      f24: {nl: vooraf, en: beforehand, where: {nl: artikel 3, en: article 3}}
      f25: {nl: factoren, en: factors, where: {nl: artikel 4, en: article 4}, dated: true}
  krant:
    {nl: Krant, en: Newspaper, url: "https://krant.example/", grade: secondary, checked: 2026-11-24,
     facts: {k1: {nl: zaak, en: case}}}
not_cited:
  f11: {replaced: [f24]}
"""


@pytest.fixture
def known(tmp_path) -> registry.Sources:
    """The small file above."""
    path = tmp_path / "sources.yml"
    path.write_text(SOURCES, encoding="utf-8")
    return registry.read_sources(path)


def texts(locale: str = "nl"):
    """The texts of the interface."""
    return strings(ROOT / "overrides", locale)


def render(text: str, locale: str, known: registry.Sources) -> str:
    """Markdown as the site renders it."""
    words = texts(locale)
    return markdown.markdown(
        notes.with_notes(text, known, locale, words),
        extensions=[
            "attr_list",
            "footnotes",
            "md_in_html",
            "tables",
            "toc",
            "pymdownx.quotes",
            callouts.EXTENSION,
        ],
        extension_configs={
            "footnotes": {"BACKLINK_TITLE": words.notes.back},
            "pymdownx.quotes": {"callouts": True},
            callouts.EXTENSION: {"blocks": words.blocks, "notes": words.notes},
        },
    )


def read(folder, text: str, known: registry.Sources):
    """A page of the model."""
    (folder / "ophef.md").write_text(text, encoding="utf-8")
    return read_page(folder / "ophef.md", "nl", "ophef.md", lambda text, locale: render(text, locale, known))


def shown(html: str, selector: str) -> list[str]:
    """The text of what a selector finds, white space folded."""
    return [" ".join(node.text().split()) for node in LexborHTMLParser(html).css(selector)]


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


# --- What may change says of which day it is

DAY = "Stand op 22 november 2026. Kijk of dit nog klopt."
BLOCK = "> [!background] Zes factoren\n> Een.[^f25]\n>\n> - Twee.[^f25]\n"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (BLOCK, [".admonition > .as-of:last-child"]),  # once in the block
        (f"{BLOCK}\n{BLOCK}", [".admonition > .as-of:last-child"] * 2),
        (
            "1. Een\n\n    > [!advice] T\n    > Twee.[^f25]\n\n2. Drie",
            ["li > .admonition > .as-of:last-child"],
        ),
        ("## A\n\nEen.[^f25]\n\nTwee.[^f25]\n\n## B\n\nDrie.[^f24]", ["p + .as-of:has(+ h2)"]),
        (f"## A\n\nEen.[^f25]\n\n{BLOCK}", [".admonition > .as-of:last-child", ".admonition + .as-of"]),
        ("## A\n\nEen.\n\n## B\n\nTwee.[^f24]", []),
        ("Een `[^f25]`.", []),
    ],
)
def test_the_day_stands_below_the_block_or_section_that_may_change(known, text, places):
    lines = LexborHTMLParser(render(text, "nl", known)).css(".as-of")
    assert [line.text() for line in lines] == [DAY] * len(places)
    assert [place for line, place in zip(lines, places, strict=True) if not line.css_matches(place)] == []


# --- The blocks


@pytest.mark.parametrize(
    ("locale", "kind", "name"),
    [
        ("nl", "background", "Toelichting: Waar de grens ligt"),
        ("nl", "unknown", "Niet bekend: Waar de grens ligt"),
        ("en", "advice", "Advice: Waar de grens ligt"),
        ("en", "trainer", "For the trainer: Waar de grens ligt"),
    ],
)
def test_a_block_is_named_by_its_label_and_title(known, locale, kind, name):
    tree = LexborHTMLParser(
        render(f"## A {{ #o1 }}\n\n> [!{kind}] Waar de *grens* ligt\n> Een.", locale, known)
    )
    block = tree.css_first(f"div.admonition.{kind}[role=note]")
    assert tree.css_first(f"#{block.attributes['aria-labelledby']}").text() == name


def test_a_block_keeps_its_name_where_ids_do_not_travel(known, tmp_path):
    page = read(tmp_path, f"# T\n\n## A {{ #o1 }}\n\n{BLOCK}", known)
    embedded = LexborHTMLParser(portable.with_links(page.sections[0].html, page, None, "/"))
    assert embedded.css_first("[role=note]").attributes["aria-label"] == "Toelichting: Zes factoren"
    assert portable.plain(page.sections[0].html).startswith("Toelichting: Zes factoren\n\nEen.")


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
