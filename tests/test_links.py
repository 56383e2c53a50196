"""The built site as others use it: short links, data, embedded sections, plain text, QR codes."""

import json
import re
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as XML

import jsonschema
from built import ROOT_URL, read
from conftest import ROOT
from content import permalinks
from guard import some
from selectolax.lexbor import LexborHTMLParser

LOCALES = ("nl", "en")


def test_the_data_keep_to_their_schema(site, data):
    schema = json.loads((site / data["$schema"]).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema, format_checker=jsonschema.FormatChecker())


def test_the_data_hold_every_section_in_both_languages_in_the_same_order(data):
    codes = {one: [s["code"] for s in data["sections"] if s["language"] == one] for one in LOCALES}
    assert codes["nl"] == codes["en"]
    promised = permalinks.read_promise(ROOT / "docs/permalinks.yml").live
    assert sorted(code.lower() for code in codes["nl"]) == sorted(promised)


def test_each_short_link_leads_to_its_section(site, data):
    for section in some(data["sections"]):
        landing = read(site, section["short"])
        link = urljoin(section["short"], landing.css_first("main a").attributes["href"])
        assert link == section["address"]
        assert link in urljoin(
            section["short"],
            landing.css_first("meta[http-equiv=refresh]").attributes["content"].partition("url=")[2],
        )
        code = section["code"].lower()
        assert read(site, section["address"]).css_first(f"h2#{code}").text().strip() == section["title"]


def test_data_and_embedded_sections_link_to_pages_that_are_there(site, data):
    root = ROOT_URL

    def leads_nowhere(link):
        path, _, anchor = link.removeprefix(root).partition("#")
        file = site / path
        file = file / "index.html" if file.is_dir() else file
        if not link.startswith(root) or not file.is_file():
            return True
        return anchor and f"id={anchor}" not in file.read_text(encoding="utf-8").replace('"', "")

    for section in some(data["sections"]):
        # far from the root, so that a link with one step too many shows
        deep = section["embed"].replace(root, "https://example.nl/a/b/c/")
        bare = [
            urljoin(deep, link.attributes["href"]).replace("https://example.nl/a/b/c/", root)
            for link in read(site, section["embed"]).css("a[href]")
        ]
        links = [link.attributes["href"] for link in LexborHTMLParser(section["html"]).css("a[href]")]
        elsewhere = ("http", "mailto", "tel")
        own = [link for link in links if link.startswith(root) or not link.startswith(elsewhere)]
        here = [link for link in bare if urlsplit(link).hostname in (urlsplit(root).hostname, "example.nl")]
        assert here
        assert not [link for link in own + here if leads_nowhere(link)], section["code"]


def test_an_embedded_section_is_bare_and_names_its_source(site, data):
    for section in some(data["sections"]):
        page = read(site, section["embed"])
        assert page.css_first("h1").text() == section["title"]
        assert not page.css("script, nav, header")
        source = page.css_first("body").text()
        assert section["code"] in source
        assert section["edition"] in source


def test_a_section_for_a_server_to_include_has_no_page_around_it(site, data):
    for section in some(data["sections"]):
        path = section["embed"].removeprefix(ROOT_URL)
        html = (site / path / "section.htm").read_text(encoding="utf-8")
        assert html.startswith(f'<section lang="{section["language"]}"')
        assert not re.search(r"<(html|head|body|script|style)\b", html)
        assert section["address"] in html


def test_the_whole_guide_is_there_as_plain_text(site, data):
    for locale in LOCALES:
        folder = site if locale == "nl" else site / locale
        text = (folder / "llms-full.txt").read_text(encoding="utf-8")
        index = (folder / "llms.txt").read_text(encoding="utf-8")
        assert index.startswith("# ")
        for section in some(one for one in data["sections"] if one["language"] == locale):
            assert (
                f"## {section['code']} {section['title']}\n\n{section['short']}\n\n{section['text']}" in text
            )
            assert f"]({section['address']})" in index


def test_the_hash_of_a_section_differs_when_sections_do(data):
    hashes = {section["hash"] for section in data["sections"]}
    assert len(hashes) == len(data["sections"])


def test_a_qr_code_is_a_picture_with_a_title_and_a_quiet_zone(site, data):
    for section in some(data["sections"]):
        name = f"{section['code'].lower()}.svg"
        svg = XML.parse(site / section["cite"].removeprefix(ROOT_URL) / name).getroot()
        assert section["short"] in svg.findtext("{http://www.w3.org/2000/svg}title")
        modules = re.search(r"M4 4\.5h7", XML.tostring(svg, encoding="unicode"))
        assert modules, "four empty modules round the code"
        assert "style" not in XML.tostring(svg, encoding="unicode")
