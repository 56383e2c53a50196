"""Citations: what a reference manager reads back is what the section says."""

import json

import bibtexparser
import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from conftest import ROOT
from content import addresses, texts
from exports import citations
from mkdocs.config import load_config

NASTY = citations.Work(
    code="p3",
    title=r"Één {rare} titel: 50% & _meer_ #1 \ ~ ^ $ \"zo\"",
    container="Gids A & B",
    edition="2026.03",
    address="https://example.nl/gids_a/p3/",
    locale="nl",
    author="Ministerie van Een, Twee & Drie",
)
PLAIN = citations.Work("o2", "May they?", "Guide", "2026.11", "https://example.nl/en/o2/", "en")


def apa(work: citations.Work) -> str:
    return "".join(citations.apa(work, texts.strings(ROOT / "overrides", work.locale).theme.months))


def test_apa_leads_with_the_title_when_no_author_is_configured():
    assert apa(PLAIN) == "May they? (O2). (2026, November). In Guide (2026.11 ed.). https://example.nl/en/o2/"


def test_apa_leads_with_the_author_in_dutch():
    assert apa(NASTY).startswith("Ministerie van Een, Twee & Drie. (2026, maart). Één")
    assert apa(NASTY).endswith("(P3). In Gids A & B (editie 2026.03). https://example.nl/gids_a/p3/")


def test_bibtex_keeps_what_tex_would_read_as_a_command():
    [entry] = bibtexparser.parse_string(citations.bibtex(NASTY)).entries
    title = entry["title"]
    for char, name in (("\\", "backslash"), ("~", "asciitilde"), ("^", "asciicircum")):
        title = title.replace(rf"\text{name}{{}}", char)
    for char in "{}$&%#_":
        title = title.replace(f"\\{char}", char)
    assert title == f"{{{NASTY.title}}}"
    assert entry["author"] == r"{Ministerie van Een, Twee \& Drie}"  # one name, not a list of three


def test_ris_stays_one_record_whatever_the_title_holds():
    work = citations.Work("p3", "Een\nER  - \ntitel", "Gids", "2026.03", "https://example.nl/p3/", "nl")
    [record] = rispy.loads(citations.ris(work))
    assert record["title"] == "Een ER - titel"


@pytest.fixture(scope="module")
def sections(site) -> list[dict]:
    """Every section in each language, as published."""
    return json.loads((site / "sections.json").read_text(encoding="utf-8"))["sections"]


def files_of(site, section: dict) -> dict[str, str]:
    """The citation files of a section, by ending."""
    name = section["code"].lower()
    root = section["short"].removesuffix(addresses.short(section["language"], name))
    folder = section["cite"].removeprefix(root)
    return {
        end: (site / folder / f"{name}.{end}").read_text(encoding="utf-8") for end in ("bib", "ris", "json")
    }


def test_every_bibtex_file_is_read_back(site, sections):
    for section in sections:
        library = bibtexparser.parse_string(files_of(site, section)["bib"])
        assert not library.failed_blocks
        [entry] = library.entries
        assert entry["title"].strip("{}") == citations.bibtex_text(section["title"])
        assert (entry["number"], entry["edition"]) == (section["code"], section["edition"])
        year, month = section["edition"].split(".")
        assert (entry["year"], entry["month"]) == (year, citations.BIBTEX_MONTHS[int(month) - 1])
        assert entry["url"] == section["short"]


def test_every_ris_file_is_read_back(site, sections):
    for section in sections:
        [record] = rispy.loads(files_of(site, section)["ris"])
        assert record["type_of_reference"] == "ELEC"
        assert record["title"] == section["title"]
        assert record["urls"] == [section["short"]]
        year, month = section["edition"].split(".")
        assert (record["year"], record["date"]) == (year, f"{year}/{month}//")
        assert (record["edition"], record["language"]) == (section["edition"], section["language"])


def test_every_csl_file_makes_a_bibliography(site, sections):
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    for section in sections:
        items = json.loads(files_of(site, section)["json"])
        bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        bibliography.register(Citation([CitationItem(items[0]["id"])]))
        [text] = bibliography.bibliography()
        year, month = section["edition"].split(".")
        for expected in (section["title"], year, section["short"]):
            assert expected.lower() in str(text).lower()
        assert items[0]["issued"] == {"date-parts": [[int(year), int(month)]]}
        assert (items[0]["edition"], items[0]["number"]) == (section["edition"], section["code"])


def test_the_author_is_the_configured_one_or_none(site, sections):
    author = load_config(str(ROOT / "mkdocs.yml")).extra.get("author")
    for section in sections:
        [record] = rispy.loads(files_of(site, section)["ris"])
        [item] = json.loads(files_of(site, section)["json"])
        assert record.get("authors", []) == ([author] if author else [])
        assert item.get("author", []) == ([{"literal": author}] if author else [])
        assert ("author" in files_of(site, section)["bib"]) == bool(author)
