"""Frozen editions: one command makes one, it never changes, and it leads to the same section today."""

from __future__ import annotations

import dataclasses
import io
import json
import subprocess
import sys
import tarfile
from pathlib import Path

import adapter
import pytest
from checks import editions as check
from content import permalinks
from content.settings_files import read_settings_files
from publish import editions
from selectolax.lexbor import LexborHTMLParser
from small import contents, run, small_project

EDITION = "2026.11"  # of the small project
BASE = "https://klein.example/gids/"


def freeze(project: Path) -> subprocess.CompletedProcess:
    """The command that freezes the present edition."""
    words = [sys.executable, "overrides/hooks/freeze.py"]
    return subprocess.run(words, cwd=project, capture_output=True, text=True, encoding="utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    """A small project with its present edition frozen, and built."""
    project = small_project(tmp_path_factory.mktemp("editions") / "project")
    for result in (freeze(project), run(project)):
        assert result.returncode == 0, result.stderr
    return project


@pytest.fixture(scope="module")
def draft(project):
    """What the checks judge of it."""
    return adapter.read_draft(read_settings_files(project / "mkdocs.yml", adapter.TAGS))


def read(project: Path, address: str) -> LexborHTMLParser:
    """A page of the built site."""
    return LexborHTMLParser((project / "site" / address / "index.html").read_text(encoding="utf-8"))


def test_a_frozen_section_leads_to_the_same_section_today(project):
    frozen = read(project, f"edities/{EDITION}/en/uproar")
    assert EDITION in frozen.css_first("[role=note]").text()
    links = [link.attributes["href"] for link in frozen.css("[role=note] a, .section-tools a")]
    assert "../../../../en/uproar/" in links
    assert "../../../../en/o1/" in links
    assert (project / "site/en/o1/index.html").is_file()
    assert frozen.css_first("meta[name=robots]").attributes["content"] == "noindex"


def test_a_citation_of_an_edition_leads_to_that_edition(project):
    file = project / f"site/edities/{EDITION}/citeren/o1/o1.csl.json"
    [data] = json.loads(file.read_text(encoding="utf-8"))
    assert data["URL"] == f"{BASE}edities/{EDITION}/o1/"
    landing = read(project, f"edities/{EDITION}/o1")
    assert landing.css_first("main a").attributes["href"] == "../ophef/#o1"


def test_a_frozen_page_needs_nothing_that_may_change(project):
    folder = project / f"site/edities/{EDITION}"
    pages = {page: LexborHTMLParser(page.read_text(encoding="utf-8")) for page in folder.rglob("*.html")}
    assert len(pages) > 10
    runs = "script:not([type='application/ld+json']), style"
    assert [page for page, tree in pages.items() if tree.css(runs)] == []
    needed = {
        (page.parent / (node.attributes.get("href") or node.attributes["src"])).resolve()
        for page, tree in pages.items()
        for node in tree.css("link[rel=stylesheet], img[src]")
    }
    assert {path.suffix for path in needed} == {".css", ".svg"}
    assert [path for path in needed if not (path.is_file() and path.is_relative_to(folder))] == []


def test_the_page_of_changes_leads_to_the_edition(project):
    links = [link.attributes["href"] for link in read(project, "en/sharing/changes").css("article a")]
    assert f"../../../edities/{EDITION}/en/" in links


def test_a_second_build_gives_the_same_edition(project):
    before = contents(project / "site/edities")
    assert len(before) > 20
    assert run(project, "--quiet").returncode == 0
    assert contents(project / "site/edities") == before


def test_an_edition_is_frozen_once(project):
    result = freeze(project)
    assert result.returncode == 1
    assert "is frozen and never changes" in result.stderr


def problems(draft, promise, guide=None, edition=EDITION, base=BASE, folder=None) -> str:
    """What the checks say of the frozen editions, as one text."""
    folder = folder or draft.project / editions.KEPT
    found = check.problems(folder, promise, guide or draft.guide, edition, base)
    return " ".join(str(problem) for problem in found)


@pytest.fixture
def promise(draft):
    """What the small project promises."""
    return permalinks.read_promise(draft.docs / "permalinks.yml")


def test_what_an_edition_published_stays_promised(draft, promise):
    assert problems(draft, promise) == ""
    codes = {code: link for code, link in promise.codes.items() if code != "o2"}
    assert f"edition {EDITION} published o2" in problems(draft, dataclasses.replace(promise, codes=codes))
    listed = {address: file for address, file in promise.addresses.items() if address != "/ophef/"}
    lost = dataclasses.replace(promise, addresses=listed)
    assert f"edition {EDITION} published /ophef/" in problems(draft, lost)


def test_text_under_a_frozen_edition_does_not_change(draft, promise):
    page = draft.guide.pages["nl", "ophef.md"]
    sections = tuple(dataclasses.replace(section, title="Anders") for section in page.sections)
    pages = draft.guide.pages | {("nl", "ophef.md"): dataclasses.replace(page, sections=sections)}
    changed = dataclasses.replace(draft.guide, pages=pages)
    line = f"ophef.md:{page.sections[0].line}: o1 changed after edition {EDITION} was frozen"
    assert line in problems(draft, promise, changed)
    assert problems(draft, promise, changed, edition="2999.12") == ""
    assert problems(draft, promise, changed, base="https://ministerie.example/") == ""


@pytest.fixture
def kept(draft, tmp_path) -> Path:
    """A copy of the folder of frozen editions, to spoil."""
    folder = tmp_path / "frozen"
    folder.mkdir()
    for path in (draft.project / editions.KEPT).iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [(": ", ": 00", "is not as it was frozen"), (EDITION, "2019.01", "is not in editions.yml")],
)
def test_an_edition_that_changed_is_refused(draft, promise, kept, old, new, words):
    path = kept / editions.LIST
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert words in problems(draft, promise, folder=kept)


def archive(path: Path, *entries: tarfile.TarInfo) -> Path:
    """An archive with these entries, each with a word as its content."""
    with tarfile.open(path, "w:xz") as tar:
        for entry in entries:
            entry.size = 0 if entry.type != tarfile.REGTYPE else 4
            tar.addfile(entry, io.BytesIO(b"word"))
    return path


def entry(name: str, **fields) -> tarfile.TarInfo:
    """An entry of an archive."""
    made = tarfile.TarInfo(name)
    for key, value in fields.items():
        setattr(made, key, value)
    return made


@pytest.mark.parametrize(
    "bad",
    [
        entry("../weg.html"),
        entry("link", type=tarfile.SYMTYPE, linkname="../../weg"),
        entry("link", type=tarfile.LNKTYPE, linkname="/etc/hostname"),
        entry("device", type=tarfile.CHRTYPE),
    ],
    ids=lambda one: f"{one.name} {one.linkname}".strip(),
)
def test_nothing_in_an_archive_leaves_its_folder(draft, promise, kept, tmp_path, bad):
    path = archive(kept / f"{EDITION}.tar.xz", entry("index.html"), bad)
    (kept / editions.LIST).write_text(f'"{EDITION}": {editions.digest(path)}\n', encoding="utf-8")
    assert "is no frozen edition (" in problems(draft, promise, folder=kept)
    with pytest.raises(tarfile.FilterError):
        editions.unpack(path, tmp_path / "deep/site")
    assert not (tmp_path / "weg.html").exists() and not (tmp_path / "deep/weg.html").exists()


def test_an_archive_that_is_none_is_a_line(draft, promise, kept):
    path = kept / f"{EDITION}.tar.xz"
    path.write_bytes(b"no archive")
    (kept / editions.LIST).write_text(f'"{EDITION}": {editions.digest(path)}\n', encoding="utf-8")
    assert "is no frozen edition (" in problems(draft, promise, folder=kept)
