"""The whole site in a zip, unpacked where its path has spaces, and used by double click."""

import contextlib
import re
import zipfile
from pathlib import Path

import pytest
from downloaded import of
from guard import some
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser

pytestmark = pytest.mark.downloads
WEB = "https://handreiking.example/"


@pytest.fixture(scope="module")
def folder(downloads, tmp_path_factory) -> Path:
    """The unpacked zip: the one folder that is in it."""
    target = tmp_path_factory.mktemp("Mijn map (gedeeld) é")
    with zipfile.ZipFile(of(downloads, "whole", "mul")) as archive:
        archive.extractall(target)
    (found,) = target.iterdir()
    return found


@pytest.fixture
def reader(browser, folder):
    """A browser page that fails the test when anything is said in the console, or asked of the network."""
    with contextlib.closing(browser.new_context(reduced_motion="reduce")) as context:
        page, said = context.new_page(), []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("requestfailed", lambda request: "NOT_FOUND" in request.failure and said.append(request.url))
        page.on("request", lambda request: request.url.startswith("file:") or said.append(request.url))
        page.root = folder.as_uri() + "/site/"
        yield page
        assert said == []


def links(folder: Path):
    """Every link in the folder, as (page, link)."""
    for path in sorted(folder.rglob("*.html")):
        for node in LexborHTMLParser(path.read_text("utf-8")).css("[href], [src], form[action]"):
            for name in {"href", "src", "action"} & node.attributes.keys():
                yield path, node.attributes[name] or ""


def test_each_link_names_a_file_that_is_there_or_the_web(folder):
    dead = [
        (path.relative_to(folder).as_posix(), link)
        for path, link in some(links(folder))
        if not re.match(r"https?:|mailto:|tel:|#|$", link)
        and not (path.parent / link.partition("#")[0].partition("?")[0]).is_file()
    ]
    assert dead == []


def test_one_page_and_one_folder_stand_at_the_top(folder, reader):
    assert sorted(path.name for path in folder.iterdir()) == ["index.html", "site"]
    reader.goto((folder / "index.html").as_uri())
    reader.wait_for_url("**/site/index.html")


def test_nothing_of_a_server_or_of_modules_is_left(folder):
    names = [path.name for path in folder.rglob("*")]
    assert not {"_headers", "sitemap.xml", "404.html", "feed.xml"} & set(names)
    for path in some(folder.rglob("*.html")):
        assert "type=module" not in path.read_text("utf-8").replace('"', ""), path


@pytest.mark.parametrize(
    ("home", "word", "twin"),
    [("index.html", "anoniem", "/en/may-i/"), ("en/index.html", "anonymous", "/mag-ik/")],
)
def test_search_leads_to_a_section_and_the_switch_to_its_twin(reader, home, word, twin):
    reader.goto(reader.root + home)
    reader.get_by_role("button", name="Zoeken" if home == "index.html" else "Search").click()
    reader.keyboard.type(word)
    expect(reader.locator(".search-sure a").first).to_have_attribute("href", re.compile(r"index\.html#q2$"))
    expect(reader.locator(".search-passage").first).not_to_be_empty()
    expect(reader.locator(".search-share")).to_be_hidden()
    reader.keyboard.press("Enter")
    reader.wait_for_url("**/index.html#q2")
    reader.locator("a[data-twin]").click()
    reader.wait_for_url(f"**{twin}index.html#q2")


def test_the_results_page_answers(reader):
    reader.goto(reader.root + "zoeken/index.html?q=anoniem")
    expect(reader.locator(".search-sure a").first).to_be_visible()


@pytest.mark.parametrize(("at", "address"), [("twijfel/", "twijfel/"), ("en/doubt/", "en/doubt/")])
def test_the_check_gives_an_outcome_with_an_address_on_the_web(reader, at, address):
    reader.goto(f"{reader.root}{at}index.html")
    for question in range(3):
        reader.locator(".check.live fieldset").nth(question).locator("label").first.click()
    expect(reader.locator(".outcome .address")).to_have_text(f"{WEB}{address}#t2=yes,yes,yes")
    reader.reload()
    expect(reader.locator(".outcome h3")).to_be_focused()


@pytest.mark.parametrize("at", ["trainers-quiz/", "en/trainers-quiz/"])
def test_the_quiz_answers(reader, at):
    reader.goto(f"{reader.root}{at}index.html")
    reader.locator(".quiz fieldset label").first.click()
    expect(reader.locator(".told").first).not_to_be_empty()


@pytest.mark.parametrize("at", ["delen/catalogus/", "en/sharing/catalogue/"])
def test_the_catalogue_finds_a_word_of_the_text(reader, at):
    reader.goto(f"{reader.root}{at}index.html")
    field = reader.locator(".filter input")
    field.focus()
    field.fill("vertrouwenspersoon")
    expect(reader.locator(".filter output")).to_have_text(re.compile(r"^[1-9]\d+ "))


@pytest.mark.parametrize("at", ["principes/", "en/principles/"])
def test_a_section_is_cited_and_a_term_explained_by_going_there(reader, at):
    reader.goto(f"{reader.root}{at}index.html")
    reader.locator("#p3 + .section-tools .code").click()
    reader.locator("#more-p3 .cite").click()
    reader.wait_for_url("**/p3/index.html")
    expect(reader.locator(".citation .copy").first).to_be_visible()
    expect(reader.locator(".citation")).to_contain_text(f"{WEB}{'en/' if at.startswith('en') else ''}p3/")
    reader.goto(f"{reader.root}{at}index.html")
    reader.locator("a.term").first.click()
    reader.wait_for_url(re.compile(r"index\.html#term-"))


def test_short_links_and_old_addresses_lead_on(reader):
    reader.goto(f"{reader.root}p3/index.html")
    reader.wait_for_url("**/principes/index.html#p3")
    reader.goto(f"{reader.root}en/ambassadeur/index.html#a2")
    reader.wait_for_url("**/en/ambassador/index.html#a2")


def test_the_slides_turn(reader):
    reader.goto(f"{reader.root}trainers-45/index.html")
    reader.locator("#slides a").click()
    reader.keyboard.press("ArrowRight")
    expect(reader.locator("#slide-2")).to_be_in_viewport()
