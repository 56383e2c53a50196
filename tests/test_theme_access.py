"""Every page, for every reader: axe, the keyboard alone, narrow windows, large text, forced colours."""

from __future__ import annotations

import pytest
import walk
from axe_playwright_python.sync_playwright import Axe

WIDTHS = (320, 768, 1280)
SPACED = """
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }
"""


@pytest.fixture(scope="module")
def addresses(site) -> list[str]:
    return walk.addresses(site)


@pytest.fixture
def open_page(browser, url):
    """A way to open a browser page with own settings; `bypass_csp` only to add a test's own style."""
    contexts = []

    def start(**settings):
        contexts.append(browser.new_context(base_url=url, reduced_motion="reduce", **settings))
        return contexts[-1].new_page()

    yield start
    for context in contexts:
        context.close()


AXE = Axe().axe_script
RUN = """(options) => axe.run(document, { resultTypes: ['violations'], ...options }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`)))"""


def findings(page) -> list[str]:
    """What axe finds: all of its rules in light, best practices too; in dark what has to do with colour."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE)
    page.emulate_media(color_scheme="light")
    found = page.evaluate(RUN, {})
    page.emulate_media(color_scheme="dark")
    return found + page.evaluate(RUN, {"runOnly": ["cat.color"]})


def test_axe_finds_nothing(open_page, addresses):
    page, wrong = open_page(), {}
    for address in addresses:
        page.goto(address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            if found := findings(page):
                wrong[address, width] = found
    assert not wrong


def test_axe_finds_nothing_in_what_opens(open_page, addresses):
    """The menu, a term's card, the search dialog, and everything that folds out."""
    page, wrong = open_page(viewport={"width": 320, "height": 740}), {}
    for address in addresses:
        page.goto(address)
        for opener in (".menu-button", ".term", ".search-open"):
            button = page.locator(f"button{opener}").first
            if button.count() and button.is_visible():
                button.click()
                if found := findings(page):
                    wrong[address, opener] = found
                page.keyboard.press("Escape")
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
        if found := findings(page):
            wrong[address, "details"] = found
    assert not wrong


@pytest.mark.parametrize(("width", "forced"), [(320, "none"), (1280, "active")])
def test_the_keyboard_reaches_everything_in_order_and_shows_where_it_is(open_page, addresses, width, forced):
    page, wrong = open_page(viewport={"width": width, "height": 740}, forced_colors=forced), {}
    for address in addresses:
        page.goto(address)
        page.wait_for_timeout(100)  # the scripts add their buttons
        for _ in range(page.locator(walk.FOCUSABLE).count() + 5):
            page.keyboard.press("Tab")
            at = page.evaluate(walk.FOCUSED)
            if at is None:
                break  # past the last one
            if not (at["seen"] and at["marked"] and at["in_order"]) or at["covered"]:
                wrong.setdefault(address, []).append(at)
        if missed := page.evaluate(walk.MISSED):
            wrong.setdefault(address, []).append(["missed", *missed])
    assert not wrong


def test_escape_closes_and_gives_the_focus_back(open_page, addresses):
    page = open_page(viewport={"width": 320, "height": 740})
    for address in addresses:
        page.goto(address)
        for opener in (".menu-button", ".term"):
            button = page.locator(opener).first
            if not button.count():
                continue
            button.focus()
            page.keyboard.press("Enter")
            opened = page.locator("[popover]:popover-open")
            assert opened.count() == 1, (address, opener)
            page.keyboard.press("Tab")
            assert opened.locator(":focus").count() == 1, f"{address} {opener}: Tab goes elsewhere"
            page.keyboard.press("Escape")
            assert opened.count() == 0, (address, opener)
            assert button.evaluate("(each) => each === document.activeElement"), (address, opener)


def test_the_first_stop_leads_past_the_furniture(open_page, addresses):
    page = open_page()
    for address in addresses:
        page.goto(address)
        if not page.locator(".masthead").count():
            continue
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.locator("article :focus, footer :focus").count(), address


def test_targets_are_large_enough(open_page, addresses):
    wrong = {}
    for width in (320, 1280):
        page = open_page(viewport={"width": width, "height": 900})
        for address in addresses:
            page.goto(address)
            if found := page.evaluate(walk.SMALL):
                wrong[address, width] = found
    assert not wrong


@pytest.mark.parametrize(
    ("width", "style"),
    [(320, ""), (320, SPACED), (1280, SPACED), (640, "html { font-size: 200% !important }")],
    ids=["400 % zoom", "text spacing, narrow", "text spacing, wide", "text at 200 %"],
)
def test_nothing_scrolls_sideways_or_is_cut_off(open_page, addresses, width, style):
    page, wrong = open_page(viewport={"width": width, "height": 740}, bypass_csp=True), {}
    for address in addresses:
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
        if style:
            page.add_style_tag(content=style)
        if found := page.evaluate(walk.OVERFLOWING) + page.evaluate(walk.CLIPPED):
            wrong[address] = found
    assert not wrong


def test_landmarks_language_and_headings(open_page, addresses):
    page = open_page()
    for address in addresses:
        page.goto(address)
        assert page.evaluate("document.documentElement.lang") == ("en" if address.startswith("en/") else "nl")
        assert page.locator("h1").count() == 1, address
        assert page.locator("main").count() == 1, address
        assert page.title().strip(), address
        if page.locator("nav.menu").count() and address in addresses[:1]:
            assert page.locator("nav.menu [aria-current=page]").count() == 1, address
