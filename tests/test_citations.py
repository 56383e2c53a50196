"""Citations: what a reference manager reads back is what the section says, by every way to read it."""

from __future__ import annotations

import dataclasses
import json

import bibtexparser
import pytest
import rispy
import yaml
from citation_readers import (
    READERS,
    TYPES,
    nine,
    read_coins,
    read_page,
    read_ris,
)
from conftest import ROOT
from content import addresses, texts
from exports import citation_metadata, citations
from mkdocs.config import load_config
from selectolax.lexbor import LexborHTMLParser

NASTY = citations.Work(
    code="p3",
    title=r"Één {rare} titel: 50% & _meer_ = #1 + \ ~ ^ $ \"zo\" (P3)",
    container="Gids A & B",
    edition="2026.03",
    address="https://example.nl/gids_a/p3/",
    locale="nl",
    words=texts.strings(ROOT / "overrides", "nl").citation,
    author="Ministerie van Een en Twee & Drie",
)
ENGLISH = texts.strings(ROOT / "overrides", "en").citation
PLAIN = citations.Work("o2", "May they? (O2)", "Guide", "2026.11", "https://example.nl/en/o2/", "en", ENGLISH)
CODES = [
    code
    for code, entry in yaml.safe_load((ROOT / "docs/permalinks.yml").read_text("utf-8")).items()
    if code != "addresses" and "retired" not in entry
]


@pytest.fixture(scope="module")
def sections(site) -> dict[tuple[str, str], dict]:
    """Every section in each language, as published."""
    listed = json.loads((site / "sections.json").read_text(encoding="utf-8"))["sections"]
    return {(one["language"], one["code"].lower()): one for one in listed}


@pytest.fixture(scope="module")
def settings():
    return load_config(str(ROOT / "mkdocs.yml"))


@pytest.mark.parametrize("locale", ["nl", "en"])
@pytest.mark.parametrize("code", CODES)
def test_every_way_to_import_a_section_gives_the_same_nine_values(site, sections, settings, code, locale):
    section, folder = sections[locale, code], site / addresses.cite(locale, code)
    names = {"nl": settings.site_name, "en": settings.extra["translations"]["en"]["site_name"]}
    page = LexborHTMLParser((folder / "index.html").read_text(encoding="utf-8"))
    [span] = page.css("span.Z3988")
    read = {end: read((folder / f"{code}.{end}").read_text("utf-8")) for end, read in READERS.items()}
    read |= {"coins": read_coins(span.attributes["title"]), "page": read_page(page)}
    expected = nine(
        f"{section['title']} ({section['code']})",
        settings.extra["author"],
        names[locale],
        settings.extra["edition"],
        settings.extra["edition"].replace(".", "-"),
        locale,
        section["short"],
        "",
    )
    assert read == {way: expected | {"type": kind} for way, kind in TYPES.items()}


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_a_page_offers_its_sections_in_order_and_nothing_else(site, sections, locale):
    pages: dict[str, list[str]] = {}
    for (language, _), section in sections.items():
        if language == locale:
            pages.setdefault(section["address"].partition("#")[0], []).append(section["short"])
    assert len(pages) > 20
    root = min(pages, key=len).removesuffix("en/")
    offered = {}
    for address in pages:
        html = (site / address.removeprefix(root) / "index.html").read_text(encoding="utf-8")
        spans = LexborHTMLParser(html).css("span.Z3988")
        offered[address] = [read_coins(span.attributes["title"])["address"] for span in spans]
    assert offered == pages


AUTHORS = ["Ministerie van Een en Twee & Drie", "AZ", "Ministerie van Onderwijs, Cultuur en Wetenschap"]


@pytest.mark.parametrize("author", AUTHORS)
def test_an_organisation_is_never_split(author):
    work = dataclasses.replace(NASTY, author=author)
    said = citation_metadata.schema_org(work, "https://example.nl/")
    read = {end: READERS[end](write(work))["author"] for _, end, write in citations.FORMATS}
    read |= {"coins": read_coins(citation_metadata.coins(work))["author"], "page": said["creator"]["name"]}
    # in RIS a comma would split it, and nothing can mask one
    assert read == {way: author.replace(",", "") if way == "ris" else author for way in TYPES}


def test_what_a_format_reads_as_a_sign_stays_a_letter():
    read = {end: READERS[end](write(NASTY))["title"] for _, end, write in citations.FORMATS}
    assert read == dict.fromkeys(read, NASTY.title)
    plus_is_lost = NASTY.title.replace("+", " ")  # Zotero reads every + as a space, also a masked one
    assert read_coins(citation_metadata.coins(NASTY))["title"].replace("+", " ") == plus_is_lost


def test_ris_stays_one_record_whatever_the_title_holds():
    work = dataclasses.replace(NASTY, title="Een\nER  - \ntitel (P3)")
    assert read_ris(citations.ris(work))["title"] == "Een ER - titel (P3)"


def apa(work: citations.Work) -> str:
    return "".join(citations.apa(work, texts.strings(ROOT / "overrides", work.locale).theme.months))


def test_apa_leads_with_the_title_when_no_author_is_configured():
    assert apa(PLAIN) == "May they? (O2). (2026, November). In Guide (2026.11 ed.). https://example.nl/en/o2/"


def test_apa_leads_with_the_author_in_dutch():
    assert apa(NASTY).startswith("Ministerie van Een en Twee & Drie. (2026, maart). Één")
    assert apa(NASTY).endswith("(P3). In Gids A & B (editie 2026.03). https://example.nl/gids_a/p3/")


def test_a_doi_is_named_where_the_owner_has_one():
    work = dataclasses.replace(PLAIN, identifier="https://doi.org/10.5072/gids.en/o2")
    assert apa(work).endswith(". https://doi.org/10.5072/gids.en/o2")
    [record], [item] = rispy.loads(citations.ris(work)), json.loads(citations.csl_json(work))
    [entry] = bibtexparser.parse_string(citations.bibtex(work)).entries
    assert {record["doi"], item["DOI"], entry["doi"]} == {"10.5072/gids.en/o2"}
    assert "rft_id=info:doi/10.5072/gids.en/o2" in citation_metadata.coins(work)
    ark = dataclasses.replace(PLAIN, identifier="https://n2t.net/ark:/12345/gids/o2")
    assert "DO  -" not in citations.ris(ark)
    assert ("DCTERMS.identifier", ark.identifier) in citation_metadata.dublin_core(ark, "")
