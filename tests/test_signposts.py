"""What machines are told: how to cite a page, what describes it, its licence; a section's text by itself."""

from __future__ import annotations

import dataclasses
import functools
import json
import re

import feedparser
import jsonschema
import markdown
import pytest
from content import addresses, mime
from content.markdown import running_text
from exports import data_files, sbom, section_text, sections_json, signposts
from exports.citation_files import work
from pages import metadata
from selectolax.lexbor import LexborHTMLParser
from signposting import htmllinks

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def signs_of(url: str, address: str):
    """The typed links of a page that is served, as the kept client of Signposting reads them, by relation."""
    return htmllinks.find_signposting_html(url + address)


def kinds(links, base: str) -> dict[str, str]:
    """Where links lead below the base, and the kind of file that they say is there."""
    return {link.target.removeprefix(base): str(link.type) for link in links}


@pytest.mark.parametrize("address", ["", "en/", "principes/", "en/may-i/"])
def test_a_page_says_how_to_cite_it_what_it_is_and_what_describes_it(site, url, model, address):
    signs = signs_of(url, address)
    assert signs.citeAs.target == model.settings.root + address
    assert signs.license.target == LICENCE
    assert [one.target for one in signs.types] == ["https://schema.org/WebPage"]
    assert kinds(signs.describedBy, url) == {"sections.json": "application/json"}


@pytest.mark.parametrize(("locale", "code", "page"), [("nl", "p3", "principes/"), ("en", "q12", "en/may-i/")])
def test_a_citation_page_leads_to_its_files_and_to_the_text(site, url, model, locale, code, page):
    at = addresses.cite(locale, code)
    signs = signs_of(url, at)
    assert signs.citeAs.target == model.short(locale, code)
    assert signs.license.target == LICENCE
    assert {one.target for one in signs.types} == {
        "https://schema.org/AboutPage", "https://schema.org/WebPageElement"}  # fmt: skip
    assert kinds(signs.describedBy, url + at) == {
        f"{code}.bib": "application/x-bibtex",
        f"{code}.ris": "application/x-research-info-systems",
        f"{code}.csl.json": "application/vnd.citationstyles.csl+json",
    }
    text = {f"{code}.md": "text/markdown", f"{code}.json": "application/json"}
    assert kinds(signs.items, url + at) == text | {f"{url}{page}#{code}": "text/html"}
    assert all((site / at / name).is_file() for name in (*text, f"{code}.bib", f"{code}.ris"))


def test_a_persistent_identifier_is_shown_where_the_owner_has_one(model):
    settings = dataclasses.replace(model.settings, identifier="https://doi.org/10.5072/gids.")
    ours = dataclasses.replace(model, settings=settings)
    page, section = ours.guide.section("en", "p3")
    [cite_as] = [one for one in signposts.of_section(page, work(page, section, ours), ours)
                 if one["rel"] == "cite-as"]  # fmt: skip
    assert cite_as["href"] == "https://doi.org/10.5072/gids.en/p3"
    assert sections_json.entry(page, section, ours)["identifier"] == cite_as["href"]
    assert "identifier" not in sections_json.entry(page, section, model)


# --- The text of a section by itself


@functools.cache
def converter() -> markdown.Markdown:
    """Markdown as any reader knows it, with tables, definition lists and notes."""
    return markdown.Markdown(extensions=["tables", "def_list", "footnotes"])


def shown(text: str) -> str:
    """What a reader sees of a file of Markdown, without front matter and notes."""
    html = converter().reset().convert(text.split("---\n", 2)[2])
    html = re.sub(r'<div class="footnote">.*?</div>', "", html, flags=re.DOTALL)
    return running_text(re.sub(r"<p>(Bronnen gelezen|Sources read)[^<]*</p>", "", html))


def folded(text: str) -> str:
    """Text without the spaces that only the end of an element leaves before a mark."""
    return re.sub(r" (?=[:,.;])", "", text)


def test_the_markdown_of_every_section_is_its_text_on_the_page(site, model):
    sections = [(page, section) for page in model.guide.pages.values() for section in page.sections]
    assert len(sections) > 200
    different = []
    for page, section in sections:
        text = (site / addresses.text(page.locale, section.code, "md")).read_text(encoding="utf-8")
        if folded(shown(text)) != folded(f"{section.full_title} {section.text}".strip()):
            different.append((page.locale, section.code))
    assert different == []


def test_the_json_of_every_section_is_its_entry_of_the_data(site):
    data = json.loads((site / sections_json.NAME).read_text(encoding="utf-8"))
    schema = json.loads((site / data["$schema"]).read_text(encoding="utf-8"))
    one = jsonschema.Draft202012Validator({"$ref": "#/$defs/section", "$defs": schema["$defs"]})
    read = []
    for entry in data["sections"]:
        at = addresses.text(entry["language"], entry["code"].lower(), "json")
        alone = json.loads((site / at).read_text(encoding="utf-8"))
        assert (site / at).parent.joinpath(alone.pop("$schema").partition("#")[0]).resolve().is_file()
        one.validate(alone)
        read.append(alone)
    assert read == data["sections"]
    assert read


def test_markdown_for_elsewhere_has_no_signs_of_this_site(model):
    page, section = model.guide.section("nl", "r1")
    body = (
        '\n## Kop *deel*{ lang=en } { #r1 }\n\nZie [P3](principes.md#p3 "x").\n{: .minutes }\n\n'
        '<!-- tool: x -->\n<div class="sheet" markdown>\n\n`{ #blijft }` en {nl: blijft}\n\n</div>\n\n'
        "> [!advice] Doe dit\n>\n> Of dat.[^f24]\n\n### Dieper\n"
    )
    changed = dataclasses.replace(page, body=body, body_line=1)
    alone = dataclasses.replace(section, line=2, title="Kop deel")
    text = section_text.markdown(dataclasses.replace(changed, sections=(alone,)), alone, model)
    _, about, body = text.split("---\n", 2)
    assert '"Kop deel (R1)"' in about
    assert LICENCE in about
    body, _, notes = body.partition("\nBronnen gelezen op ")
    assert body.strip() == (
        f'# Kop deel (R1)\n\nZie [P3]({model.settings.root}principes/#p3 "x").\n\n'
        "`{ #blijft }` en {nl: blijft}\n\n> **Advies: Doe dit**\n>\n> Of dat.[^contacten]\n\n## Dieper"
    )
    assert notes.count("[^contacten]: [") == 1


# --- The licence, and the kinds of files


def test_the_licence_and_what_it_does_not_cover_is_said_in_the_data(site, model):
    for locale in model.locales:
        folder, notice = site / addresses.folder(locale), model.licence_notice(locale)
        assert LICENCE in notice
        assert "bronnen" in notice or "sources" in notice
        feed = feedparser.parse((folder / "feed.xml").read_bytes())
        said = metadata.linked_data(model.guide.pages[locale, "index.md"], model)
        assert (said["license"], said["copyrightNotice"], feed.feed.rights) == (LICENCE, notice, notice)
        assert all(notice in (folder / name).read_text("utf-8") for name in ("llms.txt", "llms-full.txt"))
    data = sections_json.sections(model)["license"]
    assert data == {
        "name": "CC BY 4.0",
        "url": LICENCE,
        "notice": {locale: model.licence_notice(locale) for locale in model.locales},
    }


def test_the_page_about_the_site_names_the_licence(site, model):
    assert len(model.locales) == 2
    for locale in model.locales:
        page = model.guide.pages[locale, "over.md"]
        html = (site / addresses.of_page(page) / "index.html").read_text(encoding="utf-8")
        assert LICENCE in [link.attributes["href"] for link in LexborHTMLParser(html).css("article a[href]")]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("citeren/p3/p3.csl.json", "application/vnd.citationstyles.csl+json"),
        ("citeren/p3/p3.ris", "application/x-research-info-systems"),
        ("citeren/p3/p3.bib", "application/x-bibtex"),
        ("en/feed.xml", "application/atom+xml"),
        ("llms.txt", "text/plain"),
        ("sections.json", "application/json"),
        ("principes/#p3", "text/html"),
    ],
)
def test_each_file_is_of_a_kind(name, kind):
    assert mime.of(name) == kind


def test_every_kind_of_export_has_a_file(model):
    names = {name for name, _ in data_files.files(model)} | {sbom.NAME, "p3.ris", "p3.bib", "p3.csl.json"}
    assert [end for end in mime.OWN if not any(name.endswith(end) for name in names)] == []
