"""The command that makes what works without the web: its list, the links to it, and what it refuses."""

import hashlib
import shutil

import pytest
from downloaded import WITHOUT_SYSTEM, listed, make
from guard import some
from selectolax.lexbor import LexborHTMLParser
from small import change, contents

pytestmark = pytest.mark.downloads
KIT = {"slides_trainers_20", "slides_trainers_45", "slides_trainers_90"}
PAGES = {
    "trainers/": {"whole", "book", "course"} | KIT,
    "en/trainers/": {"whole", "book", "course"} | KIT,
    "delen/": {"whole", "book", "course"},
    "en/sharing/": {"whole", "book", "course"},
}


def test_the_list_names_each_file_with_its_size_and_hash(downloads):
    folder = downloads / "downloads"
    for one in some(listed(downloads)):
        data = (folder / one["file"]).read_bytes()
        assert (one["size"], one["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
        assert one["language"] in ("nl", "en", "mul")
    named = {one["file"] for one in listed(downloads)}
    assert {path.name for path in folder.iterdir()} == named | {"downloads.json"}


@pytest.mark.parametrize("address", PAGES)
def test_the_pages_link_to_what_is_there_and_show_nothing_before(site, downloads, address):
    def links(built):
        place = LexborHTMLParser((built / address / "index.html").read_text("utf-8")).css_first(".downloads")
        assert ("hidden" in place.attributes) == (built is site)
        return [link.attributes["href"] for link in place.css("a")]

    assert links(site) == []
    found = [(downloads / address / link).resolve() for link in links(downloads)]
    language = "en" if address.startswith("en/") else "nl"
    assert {path.name for path in found} == {
        one["file"]
        for one in listed(downloads)
        if one["language"] in (language, "mul") and one["kind"] in PAGES[address]
    }
    assert all(path.is_file() for path in found)


def test_a_second_run_gives_the_same_bytes(downloads, tmp_path):
    again = shutil.copytree(downloads, tmp_path / "site")
    assert make(again, *WITHOUT_SYSTEM).returncode == 0
    assert contents(again) == contents(downloads)


def test_without_a_site_it_says_what_to_do(tmp_path):
    result = make(tmp_path / "site")
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert "mkdocs build --strict" in result.stderr


def test_a_site_of_another_text_is_refused_and_left_as_it_was(downloads, project, tmp_path):
    change(project / "docs/nl/luisteren.md", "## ", "## Ook ")
    other = shutil.copytree(downloads, tmp_path / "site")
    before = contents(other)
    result = make(other, project=project)
    assert result.returncode == 1
    assert contents(other) == before
