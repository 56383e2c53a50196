"""A third language: a folder of pages, a file of interface texts, a lexicon or none, a line of settings."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import translations
from guard import some
from selectolax.lexbor import LexborHTMLParser
from small import change, run, small_project
from spoiled import found

HOME = """\
---
title: Lyts foarbyld
description: In lytse gids dêr't neat mis mei is, sadat elke flater opfalt.
reviewed: 2026-11-23
source_hash: "000000000000"
---

# Lyts foarbyld

Wêr giet dit oer?

## Wat hjir stiet { #h1 }

Lês fierder oer [opskuor](ophef.md#o1).
"""
UPROAR = """\
---
title: Opskuor oer dyn berjocht
description: Dyn berjocht is yn it nijs, en dit kinst hjoed dwaan.
reviewed: 2026-11-23
slug: opskuor
source_hash: "000000000000"
---

# Opskuor oer dyn berjocht

Nim efkes rêst.

## Ynienen nijs { #o1 }

It bart sa no en dan: in *opmerking* is ynienen nijs.
Werom nei [it begjin](index.md).

![In kaart mei twa wegen](../assets/kaart.svg)

## Dyn earste dei { #o2 }

> [!background] Earst advys
> De kommisje jout earst advys.[^f03]
"""
LINE = "      - {locale: en, name: English, build: true}\n"


def frisian(project: Path) -> Path:
    """The small project with Frisian beside its two languages; of the interface only a few texts are."""
    further = "      - {locale: fy, name: Frysk, build: true}\n"
    change(project / "overrides/machine.yml", LINE, LINE + further)
    (project / "docs/fy").mkdir()
    (project / "docs/fy/index.md").write_text(HOME, "utf-8")
    (project / "docs/fy/ophef.md").write_text(UPROAR, "utf-8")
    texts = Path(shutil.copy(project / "overrides/locales/en.yml", project / "overrides/locales/fy.yml"))
    change(texts, "region: en-GB", "region: fy-NL")
    change(texts, 'apa_edition: "({} ed.)"', 'apa_edition: "(útjefte {})"')
    change(texts, "edition: Edition\n", "edition: Utjefte\n")
    change(texts, "babel: british", "babel: frisian")
    addresses = "addresses:\n  /fy/: fy/index.md\n  /fy/opskuor/: fy/ophef.md\n"
    change(project / "docs/permalinks.yml", "addresses:\n", addresses)
    for name in ("index.md", "ophef.md"):
        translations.record(project / "docs/nl" / name, project / "docs/fy" / name)
    return project


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """The site in three languages."""
    project = frisian(small_project(tmp_path_factory.mktemp("third") / "project"))
    result = run(project, "--quiet")
    assert result.returncode == 0, result.stdout + result.stderr
    return project / "site"


MACHINE = "overrides/machine.yml"
PAGES = {"nl": "ophef/", "en": "en/uproar/", "fy": "fy/opskuor/"}


@pytest.mark.parametrize("locale", PAGES)
def test_each_page_leads_to_itself_in_every_other_language(site, locale):
    address = PAGES[locale]
    tree = LexborHTMLParser((site / address / "index.html").read_text("utf-8"))
    assert tree.css_first("html").attributes["lang"] == locale
    for where in ("[data-twin]", "#more-o1 [hreflang]"):
        links = some(tree.css(where))
        led = {link.attributes["hreflang"]: link.attributes["href"].partition("#")[0] for link in links}
        assert list(led) == [one for one in PAGES if one != locale]
        there = [(site / address / href).resolve() for href in led.values()]
        assert there == [(site / PAGES[one]).resolve() for one in led]
    told = {link.attributes["hreflang"]: link.attributes["href"] for link in tree.css("link[hreflang]")}
    whole = {one: f"https://klein.example/gids/{at}" for one, at in PAGES.items()}
    assert whole.items() <= told.items() and told["x-default"] == whole["nl"]


def test_the_sitemap_names_every_language(site):
    text = (site / "sitemap.xml").read_text("utf-8")
    assert text.count("https://klein.example/gids/fy/opskuor/") == 4  # its entry, and an alternate of each


def test_what_a_section_has_beside_its_page_is_there_in_the_language(site):
    bibtex = (site / "fy/cite/o1/o1.bib").read_text("utf-8")
    assert "Utjefte 2026.11" in bibtex and "langid = {frisian}" in bibtex and "Ynienen nijs (O1)" in bibtex
    assert "(útjefte 2026.11)" in (site / "fy/cite/o1/index.html").read_text("utf-8")
    assert "fy_NL" in (site / PAGES["fy"] / "index.html").read_text("utf-8")
    assert '"language": "fy"' in (site / "sections.json").read_text("utf-8")
    assert "opskuor/#o1" in (site / "fy/o1/index.html").read_text("utf-8")
    assert (site / "fy/404.html").is_file() and (site / "fy/accessibility/index.html").is_file()
    assert 'lang="fy"' in (site / "fy/feed.xml").read_text("utf-8")


def test_its_words_are_found_without_a_lexicon(site):
    assert '"Ynienen nijs"' in (site / "assets/search/fy.js").read_text("utf-8")
    tree = LexborHTMLParser((site / PAGES["fy"] / "index.html").read_text("utf-8"))
    box = tree.css_first(".search-box").attributes
    assert (box["data-locale"], box["data-others"].split()) == ("fy", ["nl", "en"])


@pytest.fixture
def three(tmp_path) -> Path:
    """The sources of such a site."""
    return frisian(small_project(tmp_path / "project"))


def test_nothing_is_wrong_with_it_with_a_lexicon_that_has_no_stemmer_either(three):
    text = (three / "docs/lexicon/en.yml").read_text("utf-8")
    text = text.replace("stemmer: english", 'stemmer: ""').replace("news paper", "nijs berjocht")
    (three / "docs/lexicon/fy.yml").write_text(text, "utf-8")
    assert found(three) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("docs/fy/ophef.md", None, None, "docs/en/ophef.md: has no twin: write fy/ophef.md too"),
        ("docs/fy/ophef.md", "{ #o2 }", "{ #o3 }", "docs/en/ophef.md:20: section o2 is missing in fy"),
        ("docs/nl/ophef.md", "even rust", "eerst rust", "docs/fy/ophef.md:6: nl/ophef.md changed since"),
        ("overrides/locales/fy.yml", "  skip:", "  skipp:", "overrides/locales/fy.yml"),
        (MACHINE, "locale: fy", "locale: frysk", f"{MACHINE}:25: 'frysk' is no language: write two letters"),
        (MACHINE, "locale: fy", "locale: en", f"{MACHINE}:24: language 'en' must stand here once"),
        (MACHINE, "name: Frysk, ", "", f"{MACHINE}:25: language 'fy' has no name"),
        ("mkdocs.yml", 'name: ""', "name: {nl: A, en: B}", "mkdocs.yml:7: name must have each language once"),
        ("docs/permalinks.yml", "  /fy/: fy/index.md\n", "", "docs/permalinks.yml: docs/fy/index.md has"),
    ],
)
def test_what_it_lacks_is_told_with_its_place(three, file, old, new, said):
    if old:
        change(three / file, old, new)
    else:
        (three / file).unlink()
    printed = found(three)
    assert any(line.startswith(said) for line in printed), printed


def test_a_dutch_page_in_the_place_of_its_folder(three):
    for locale in ("nl", "en", "fy"):
        (three / f"docs/{locale}/ophef.md").rename(three / f"docs/{locale}/fy.md")
    assert "docs/nl/fy.md: the address /fy/ belongs to a language: rename the file" in found(three)
