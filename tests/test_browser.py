"""What a reader does with the frame round the text: scheme, language, menu, contents, paper."""

from __future__ import annotations

import pytest
import walk
from guard import some

KEPT = "Object.keys(localStorage)"
GROUND = "getComputedStyle(document.body).backgroundColor"


def scheme(page, label: str):
    """The choice of light or dark, once the script has brought it."""
    field = page.get_by_label(label, exact=True)
    field.wait_for()
    return field


def test_light_or_dark_is_chosen_kept_and_forgotten(page):
    page.emulate_media(color_scheme="light")
    page.goto("")
    light = page.evaluate(GROUND)
    scheme(page, "Weergave").select_option("Donker")
    dark = page.evaluate(GROUND)
    assert dark != light
    page.goto("en/doubt/")
    assert page.evaluate(GROUND) == dark
    assert scheme(page, "Display").input_value() == "dark"
    assert page.evaluate(KEPT) == ["scheme"]
    scheme(page, "Display").select_option("Automatic")
    assert page.evaluate(GROUND) == light
    assert page.evaluate(KEPT) == []
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(GROUND) == dark


def test_the_choice_holds_before_anything_is_painted(page):
    """The attribute is there when the body begins, so no page flashes in the other scheme."""
    page.add_init_script("new MutationObserver((_, watch) => { if (document.body) { "
                         "window.early = document.documentElement.dataset.scheme; watch.disconnect() } })"
                         ".observe(document, { childList: true, subtree: true })")  # fmt: skip
    page.goto("")
    page.evaluate("localStorage.scheme = 'dark'")
    page.goto("ophef/")
    assert page.evaluate("window.early") == "dark"


@pytest.mark.parametrize(
    ("start", "name", "end"),
    [
        ("ophef/#o3", "English", "en/uproar/#o3"),
        ("en/uproar/#o3", "Nederlands", "ophef/#o3"),
        ("ophef/", "English", "en/uproar/"),
        ("en/", "Nederlands", ""),
    ],
)
def test_the_language_switch_keeps_page_and_section(page, url, start, name, end):
    walk.visit(page, start)
    page.get_by_role("banner").get_by_role("link", name=name, exact=True).click()
    page.wait_for_url(url + end)


def test_the_language_switch_keeps_the_section_that_was_scrolled_to(page, url):
    walk.visit(page, "ophef/")
    section = page.locator("h2[id]").nth(3)
    code = section.get_attribute("id")
    page.get_by_role("banner").get_by_role("link", name="English", exact=True).focus()
    section.evaluate("(each) => each.scrollIntoView()")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{url}en/uproar/#{code}")


def test_without_javascript_menu_and_language_work(plain, url):
    plain.goto("ophef/")
    menu = plain.get_by_role("navigation", name="Pagina's")
    assert not menu.is_visible()
    plain.get_by_role("button", name="Menu").click()
    menu.get_by_role("link", name="AGFA").click()
    plain.wait_for_url(f"{url}agfa/")
    assert plain.get_by_role("heading", level=1).is_visible()
    plain.get_by_role("banner").get_by_role("link", name="English", exact=True).click()
    plain.wait_for_url(f"{url}en/agfa/")


# what works by HTML and CSS alone: buttons of popovers and forms, radio buttons on which a style hangs
DEAD = """() => [...document.querySelectorAll('button, select, input')].filter((each) =>
  each.checkVisibility() && !each.popoverTargetElement && !each.form && each.type !== 'radio'
).map((each) => each.outerHTML)"""


@pytest.mark.parametrize("address", walk.TEMPLATES)
def test_without_javascript_nothing_is_shown_that_cannot_work(plain, address):
    plain.goto(address)
    assert plain.get_by_role("heading", level=1).is_visible()
    assert plain.evaluate(DEAD) == []


def test_wide_windows_show_the_menu_and_what_the_page_holds(page):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("ophef/")
    assert page.get_by_role("navigation", name="Pagina's").is_visible()
    contents = page.get_by_role("navigation", name="Op deze pagina")
    listed = some(contents.get_by_role("link").evaluate_all("links => links.map(link => link.hash)"))
    assert listed == page.locator("h2[id]").evaluate_all("all => all.map(each => `#${each.id}`)")


@pytest.mark.parametrize("address", ["mag-ik/#q18", "en/cases-real/#c26"])
def test_on_a_long_page_the_contents_show_where_the_reader_is(page, address):
    page.set_viewport_size({"width": 1280, "height": 800})
    walk.visit(page, address)
    current, box = page.locator(".contents [aria-current]"), page.locator(".contents nav").bounding_box()
    at = current.bounding_box()
    assert box["y"] <= at["y"] and at["y"] + at["height"] <= box["y"] + box["height"]


@pytest.mark.parametrize("width", [1280, 1920])
def test_a_line_of_text_has_a_readable_length(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("ophef/")
    ems = page.evaluate(
        """() => { const text = document.querySelector('h2 ~ p:not([class])');
            return text.getBoundingClientRect().width / parseFloat(getComputedStyle(text).fontSize) }"""
    )
    assert 28 < ems < 38, "some 55 to 75 characters"


def test_paper_shows_the_text_and_no_furniture(page):
    page.goto("ophef/")
    page.emulate_media(media="print")
    banner = page.get_by_role("banner")
    for furniture in (
        page.get_by_role("navigation", include_hidden=True),
        banner.get_by_role("button", include_hidden=True),
        page.get_by_role("combobox", include_hidden=True),
    ):
        assert some(furniture.all()) and furniture.filter(visible=True).count() == 0
    text = page.get_by_role("main")
    for kept in (text.get_by_role("heading", level=1), page.locator("#o3"), text.get_by_role("note").first):
        assert kept.is_visible()
    link = page.locator("[role=doc-endnotes] a[href^=http]").first
    assert link.is_visible()
    assert "http" in link.evaluate("(each) => getComputedStyle(each, '::after').content")
