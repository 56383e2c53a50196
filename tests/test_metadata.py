"""What a page says of itself to machines: title, author, language, preview."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import json
import re
import struct

from built import ROOT_URL
from conftest import ROOT
from guard import some
from mkdocs.config import load_config
from pages import metadata
from selectolax.lexbor import LexborHTMLParser


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
