"""Two equal languages: texts, addresses, links between them."""

from __future__ import annotations

import gzip
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import ROOT
from content import texts
from jinja2 import Environment, UndefinedError
from selectolax.lexbor import LexborHTMLParser


def test_a_text_named_like_a_method_of_dict_is_the_text():
    template = Environment().from_string("{{ t.links.copy }}")
    assert template.render(t=texts.nest({"links": {"copy": "Kopieer"}})) == "Kopieer"


def test_an_unknown_text_stops_the_build():
    with pytest.raises(UndefinedError, match="no text 'opne'"):
        Environment().from_string("{{ t.search.opne }}").render(t=texts.nest({"search": {"open": "Zoek"}}))


# --- The built site -------------------------------------------------------------------------------

XML = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def head_links(file: Path) -> dict[str, str]:
    """The hreflang links of a page."""
    links = LexborHTMLParser(file.read_text(encoding="utf-8")).css("link[hreflang]")
    return {link.attributes["hreflang"]: link.attributes["href"] for link in links}


def test_each_page_names_its_twin_and_the_default(site):
    expected = {
        "nl": "https://handreiking.example/ophef/",
        "en": "https://handreiking.example/en/uproar/",
        "x-default": "https://handreiking.example/ophef/",
    }
    assert head_links(site / "ophef/index.html") == expected
    assert head_links(site / "en/uproar/index.html") == expected
    assert head_links(site / "en/index.html")["x-default"] == "https://handreiking.example/"


def test_the_sitemap_has_both_languages_and_the_day_of_review(site):
    root = ElementTree.parse(site / "sitemap.xml").getroot()
    entries = {entry.find("s:loc", XML).text: entry for entry in root}
    uproar = entries["https://handreiking.example/en/uproar/"]
    front_matter = (ROOT / "docs/en/ophef.md").read_text(encoding="utf-8")
    assert f"reviewed: {uproar.find('s:lastmod', XML).text}" in front_matter
    assert {link.get("hreflang") for link in uproar.findall("x:link", XML)} == {"nl", "en", "x-default"}
    assert len(entries) == len(list((ROOT / "docs").rglob("*.md")))
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()) == (site / "sitemap.xml").read_bytes()


@pytest.mark.parametrize(("locale", "folder"), [("nl", ""), ("en", "en/")])
def test_a_wrong_address_answers_in_its_language_with_links_that_work_at_any_depth(site, locale, folder):
    page = LexborHTMLParser((site / folder / "404.html").read_text(encoding="utf-8"))
    assert page.css_first("html").attributes["lang"] == locale
    assert page.css_first("h1").text() == texts.strings(ROOT / "overrides", locale).locales.not_found_title
    targets = [link.attributes["href"] for link in page.css("main a")]
    assert len(targets) >= 10
    assert [target for target in targets if not target.startswith("/")] == []
    assert [target for target in targets if not (site / target.lstrip("/") / "index.html").is_file()] == []


@pytest.mark.parametrize(
    ("address", "text"), [("ophef/", "Terug naar noot 1"), ("en/uproar/", "Back to note 1")]
)
def test_footnotes_lead_back_in_the_language_of_the_page(site, address, text):
    page = LexborHTMLParser((site / address / "index.html").read_text("utf-8"))
    assert page.css_first("[role=doc-backlink]").attributes["aria-label"].startswith(text)


@pytest.mark.parametrize(
    ("folder", "line"),
    [("", "naverteld, geen officiële uitgave"), ("en/", "retold, not an official publication")],
)
def test_below_the_name_stands_whose_text_it_is(site, folder, line):
    page = LexborHTMLParser((site / folder / "index.html").read_text(encoding="utf-8"))
    assert line in page.css_first("header").text()
    assert line in page.css_first("footer").text()
    assert line in (site / folder / "llms.txt").read_text(encoding="utf-8").split("\n\n")[1]


def test_previous_and_next_stay_in_the_language(site):
    page = LexborHTMLParser((site / "en/uproar/index.html").read_text(encoding="utf-8"))
    assert page.css_first("nav a[rel=prev]").attributes["href"] == "../doubt/"
    assert page.css_first("nav a[rel=next]").attributes["href"] == "../agfa/"
