"""The built site as others use it: short links, data, feeds, embedded sections, previews, and the buttons."""

import dataclasses
import datetime
import hashlib
import json
import re
import struct
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as XML

import jsonschema
import pytest
import walk
from conftest import ROOT
from content import permalinks
from guard import some
from mkdocs.config import load_config
from pages import metadata
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser

LOCALES = ("nl", "en")


@pytest.fixture(scope="module")
def data(site) -> dict:
    return json.loads((site / "sections.json").read_text(encoding="utf-8"))


ROOT_URL = load_config(str(ROOT / "mkdocs.yml")).site_url


def read(site, address: str) -> LexborHTMLParser:
    """A page of the built site, by its whole or relative address."""
    path = address.removeprefix(ROOT_URL).partition("#")[0]
    return LexborHTMLParser((site / path / "index.html").read_text(encoding="utf-8"))


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


def pages(site) -> list[LexborHTMLParser]:
    """The pages of the guide that say what they are based on."""
    files = [path for path in sorted(site.rglob("index.html")) if not path.is_relative_to(site / "edities")]
    found = [LexborHTMLParser(path.read_text(encoding="utf-8")) for path in files]
    return [page for page in found if page.css_first("meta[property='og:title']")]


def meta(page, key: str, name: str) -> str:
    return page.css_first(f'meta[{key}="{name}"]').attributes["content"]


def test_a_configured_author_is_an_organisation_that_nobody_splits(model):
    author = "Ministerie van Voorbeeld"
    ours = dataclasses.replace(model, settings=dataclasses.replace(model.settings, author=author))
    page = ours.guide.pages["nl", "principes.md"]
    said = metadata.metadata(page, ours)
    assert said["linked"]["creator"] == {"@type": "Organization", "name": author}
    assert said["linked"]["workTranslation"] == {"@id": f"{ROOT_URL}en/principles/"}
    assert author not in str(said["terms"])
    assert len(said["coins"]) == len(page.sections)
    assert all("rft.aucorp=Ministerie+van+Voorbeeld&" in words for words in said["coins"])


def test_each_page_has_a_preview_of_its_own(site, data):
    seen = {}
    for page in some(pages(site)):
        picture = meta(page, "property", "og:image")
        file = (site / picture.removeprefix(ROOT_URL)).read_bytes()
        assert struct.unpack(">II", file[16:24]) == (1200, 630)
        seen[picture] = hashlib.sha256(file).hexdigest()
        assert meta(page, "property", "og:title")
        assert len(meta(page, "property", "og:description")) > 40
        assert meta(page, "property", "og:url") == page.css_first("link[rel=canonical]").attributes["href"]
    assert len(set(seen.values())) == len(seen), "two pages with the same picture"
    assert len(seen) >= len({section["address"].partition("#")[0] for section in data["sections"]})


def test_each_page_says_what_it_is_to_machines(site):
    for page in some(pages(site)):
        said = json.loads(page.css_first("script[type='application/ld+json']").text())
        assert (
            said["inLanguage"]
            == page.css_first("html").attributes["lang"]
            == meta(page, "name", "DCTERMS.language")
        )
        assert said["@id"] == meta(page, "name", "DCTERMS.identifier")
        assert said["name"] == meta(page, "name", "DCTERMS.title")
        datetime.date.fromisoformat(said["dateModified"])
        assert "communicatierijk.nl" in said["isBasedOn"]
        author = load_config(str(ROOT / "mkdocs.yml")).extra.get("author")
        assert said.get("creator", {}).get("name", "") == author
        assert not page.css('meta[name="DCTERMS.creator"], meta[name="DCTERMS.source"]')
        ids = [part["identifier"].lower() for part in said["hasPart"]]
        assert ids == [
            h.attributes["id"] for h in page.css("h2[id]") if re.fullmatch(r"[a-z]\d+", h.attributes["id"])
        ]


def test_the_catalogue_lists_every_section_with_text_to_paste(site, data):
    for address in ("delen/catalogus/", "en/sharing/catalogue/"):
        page = read(site, address)
        assert len(page.css(".catalogue > li")) == len(data["sections"])
        text = page.css_first("article").text()
        for section in some(data["sections"]):
            assert f'<a href="{section["short"]}">' in text
            assert f"]({section['short']})" in text
            assert f'<iframe src="{section["embed"]}"' in text
        assert not page.css("iframe")


def test_cite_opens_without_a_reload_and_copying_is_announced(page, url):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    faults = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto("principes/")
    before = page.evaluate("performance.timeOrigin")
    page.locator("#scheme").wait_for()  # which the script shows
    page.get_by_role("button", name="Deel P3").click()
    tools = page.get_by_role("group", name="P3")
    tools.get_by_role("button", name="Kopieer link").click()
    tools.get_by_role("status").get_by_text("Gekopieerd").wait_for()
    title, _, address = page.evaluate("navigator.clipboard.readText()").rpartition(": ")
    assert title == "Bewaak de grens tussen privé en werk (P3)"
    assert address == f"{url}p3/"
    html = page.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((part) => part.text())"
    )
    assert f'href="{address}"' in html
    tools.get_by_role("link", name="P3 citeren").click()
    dialog = page.get_by_role("dialog", name="P3 citeren")
    dialog.get_by_text("BibTeX", exact=True).click()
    dialog.get_by_role("button", name="Kopieer").nth(1).click()
    dialog.get_by_role("status").get_by_text("Gekopieerd").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").startswith("@online{")
    page.keyboard.press("Escape")
    assert page.evaluate("performance.timeOrigin") == before
    assert page.evaluate("document.activeElement.textContent") == "Deel P3"
    assert faults == []


def test_without_a_script_the_tools_are_links_to_the_same_data(plain):
    plain.goto("en/principles/")
    plain.get_by_role("button", name="Share P3").click()
    plain.get_by_role("link", name="Cite P3").click()
    plain.wait_for_url("**/en/cite/p3/")
    assert plain.get_by_text("@online{").count() == 1
    plain.goto("en/p3/")
    plain.wait_for_url("**/en/principles/#p3")


def test_the_catalogue_filters_while_typing(page):
    walk.visit(page, "en/sharing/catalogue/")
    rows = page.locator(".catalogue > li:visible")
    everything = rows.count()
    assert everything > 80
    page.get_by_role("searchbox").fill("/p3/ prive")  # no accent needed
    expect(rows).to_have_count(1)
    page.get_by_text("1 found").wait_for()
    page.get_by_role("searchbox").fill("")
    expect(rows).to_have_count(2 * everything)  # the other language has opened
