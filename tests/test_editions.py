"""Frozen editions: one command makes one, it never changes, and it leads to the same section today."""

import dataclasses
import hashlib
import json
import shutil
import subprocess
import sys

import pytest
from conftest import ROOT
from content import markdown as reading
from content import permalinks
from mkdocs.config import load_config
from publish import editions
from selectolax.lexbor import LexborHTMLParser


def run(folder, *command) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, *command], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )


SETTINGS = load_config(str(ROOT / "mkdocs.yml"))
EDITION = SETTINGS.extra["edition"]
BUILD = ("-m", "mkdocs", "build", "--strict", "--quiet")
FREEZE = ("overrides/hooks/freeze.py",)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A copy of the project with its present edition frozen, and built."""
    folder = tmp_path_factory.mktemp("editions")
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("mkdocs.yml", "CHANGELOG.md"):
        shutil.copy(ROOT / name, folder / name)
    for command in (FREEZE, BUILD):
        result = run(folder, *command)
        assert result.returncode == 0, result.stderr
    return folder


def read(project, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((project / "site" / address / "index.html").read_text(encoding="utf-8"))


def test_a_frozen_section_leads_to_the_same_section_today(project):
    frozen = read(project, f"edities/{EDITION}/en/principles")
    assert EDITION in frozen.css_first("[role=note]").text()
    links = [link.attributes["href"] for link in frozen.css("[role=note] a, .section-tools a")]
    assert "../../../../en/principles/" in links
    assert "../../../../en/p3/" in links
    assert (project / "site/en/p3/index.html").is_file()
    assert frozen.css_first("meta[name=robots]").attributes["content"] == "noindex"


def test_a_citation_of_an_edition_leads_to_that_edition(project):
    for data in json.loads(
        (project / f"site/edities/{EDITION}/citeren/p3/p3.json").read_text(encoding="utf-8")
    ):
        assert data["URL"].endswith(f"/edities/{EDITION}/p3/")
    landing = read(project, f"edities/{EDITION}/p3")
    assert landing.css_first("main a").attributes["href"] == "../principes/#p3"


def test_a_frozen_page_needs_nothing_that_may_change(project):
    for page in sorted((project / "site/edities").rglob("*.html")):
        tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
        assert not tree.css("script:not([type='application/ld+json']), style")
        for node in tree.css("link[rel=stylesheet], img[src]"):
            target = (page.parent / (node.attributes.get("href") or node.attributes["src"])).resolve()
            assert target.is_file()
            assert target.is_relative_to(project / f"site/edities/{EDITION}")


def test_the_page_of_changes_leads_to_the_edition(project):
    links = [link.attributes["href"] for link in read(project, "en/sharing/changes").css("article a")]
    assert f"../../../edities/{EDITION}/en/" in links


def test_a_second_build_gives_the_same_edition(project):
    def fingerprint():
        files = sorted((project / "site/edities").rglob("*.*"))
        return [
            (str(file), hashlib.sha256(file.read_bytes()).hexdigest()) for file in files if file.is_file()
        ]

    before = fingerprint()
    assert run(project, *BUILD).returncode == 0
    assert fingerprint() == before


def test_an_edition_is_frozen_once(project):
    result = run(project, *FREEZE)
    assert result.returncode == 1
    assert "is frozen and never changes" in result.stderr


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [(": ", ": 00", "is not as it was frozen"), (EDITION, "2019.01", "is not in editions.yml")],
)
def test_an_edition_that_changed_is_refused(project, old, new, words):
    path = project / "frozen/editions.yml"
    kept = path.read_text(encoding="utf-8")
    path.write_text(kept.replace(old, new), encoding="utf-8")
    result = run(project, *BUILD)
    path.write_text(kept, encoding="utf-8")
    assert result.returncode == 1
    assert words in result.stderr


def test_what_an_edition_published_stays_promised(project):
    book = reading.read_guide(project / "docs", ["nl", "en"], reading.renderer(SETTINGS))
    kept = permalinks.read_promise(project / "docs/permalinks.yml")

    def problems(promise, edition=EDITION, base=SETTINGS.site_url):
        return " ".join(map(str, editions.problems(project / "frozen", promise, book, edition, base)))

    assert problems(kept) == ""
    codes = {code: link for code, link in kept.codes.items() if code != "d5"}
    assert f"edition {EDITION} published d5" in problems(dataclasses.replace(kept, codes=codes))
    listed = {address: file for address, file in kept.addresses.items() if address != "/delen/"}
    assert f"edition {EDITION} published /delen/" in problems(dataclasses.replace(kept, addresses=listed))
    page = book.pages["nl", "principes.md"]
    changed = tuple(dataclasses.replace(section, title="Anders") for section in page.sections)
    book.pages["nl", "principes.md"] = dataclasses.replace(page, sections=changed)
    assert f"p3 changed after edition {EDITION} was frozen" in problems(kept)
    assert problems(kept, "2999.12") == ""
    assert problems(kept, base="https://ministerie.example/") == ""
