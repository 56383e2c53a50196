"""Every page, for every reader: axe, the keyboard alone, narrow windows, large text, forced colours.

Each page is walked once on the narrowest screen with all that folds out open; what hangs on the width, the
scheme or what has been opened is looked at on one page of each kind (`walk.TEMPLATES`).
"""

from __future__ import annotations

import re

import pytest
import walk
from axe_playwright_python.sync_playwright import Axe
from guard import some

NARROW, WIDE = {"width": 320, "height": 740}, {"width": 1280, "height": 900}
SPACED = """
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }
"""
LARGE = "html { font-size: 200% !important }"

AXE = Axe().axe_script
RUN = """(options) => axe.run(document, { resultTypes: ['violations'], preload: false, ...options })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target}`)))"""
COLOURS = {"runOnly": ["cat.color"]}
OTHERS = {"rules": {"color-contrast": {"enabled": False}}}  # two thirds of the time goes into that one
# a sheet that the page's policy has no say in, as a reader's own would be
RESTYLE = """(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""


def axe(page, options: dict | None = None) -> list[str]:
    """What axe finds by all of its rules, best practices too, or by some of them."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE)
    return page.evaluate(RUN, options or {})


def in_the_way(page, css: str = "") -> list[str]:
    """What sticks out of the window or is cut off, once a reader has laid a style over the page."""
    page.evaluate(RESTYLE, css)
    return page.evaluate(walk.OVERFLOWING) + page.evaluate(walk.CLIPPED)


def lost(page) -> list[str]:
    """What has no visible focus, or is out of sight when it has."""
    page.keyboard.press("Tab")  # from now on the browser marks the focus
    return page.evaluate(walk.FOCUS_ALL)


def outline(page, address: str) -> list[str]:
    """What is missing of a page's language, title, landmark and heading."""
    locale = "en" if address.startswith("en/") else "nl"
    wanted = {
        "language": page.evaluate("document.documentElement.lang") == locale,
        "title": bool(page.title().strip()),
        "one main": page.get_by_role("main").count() == 1,
        "one heading of level 1": page.get_by_role("heading", level=1).count() == 1,
    }
    return [name for name, there in wanted.items() if not there]


def faults(**found: list) -> dict[str, list]:
    """The questions that have an answer."""
    return {name: answer for name, answer in found.items() if answer}


@pytest.mark.parametrize("address", walk.PAGES)
def test_a_page_on_a_telephone(open_page, url, address):
    """Opened, to its last script; walked by keyboard; with all that folds out open, and with wide text."""
    page, said, asked = open_page(viewport=NARROW), [], []
    page.add_init_script(walk.WATCH)
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    walk.visit(page, address)
    # this one only where the site is not at its own address, as here
    opened = [each for each in asked if not each.endswith("address.js")]
    said += page.evaluate("wrong")
    keyboard = lost(page)
    page.evaluate(walk.UNFOLD)
    assert not faults(
        said=said,
        requests=opened[8:],
        foreign=[each for each in asked if not each.startswith(url)],
        kept=page.evaluate("Object.keys(localStorage)") + page.context.cookies(),
        keyboard=keyboard,
        outline=outline(page, address),
        small=page.evaluate(walk.SMALL),
        edge=page.evaluate(walk.AT_THE_EDGE),
        narrow=in_the_way(page),
        axe=axe(page, OTHERS if address.startswith("en/") else {}),  # colours are those of the Dutch twin
        spaced=in_the_way(page, SPACED),
    )


@pytest.mark.parametrize("address", walk.TEMPLATES)
def test_a_page_on_a_desk(open_page, address):
    """In forced colours, in dark, on a wide window, on a tablet, and with text at 200 %."""
    page = open_page(viewport=WIDE, forced_colors="active")
    page.add_init_script(walk.WATCH)
    walk.visit(page, address)
    said, keyboard = page.evaluate("wrong"), lost(page)
    page.emulate_media(forced_colors="none", color_scheme="dark")
    dark, small = axe(page, COLOURS), page.evaluate(walk.SMALL)
    spaced = in_the_way(page, SPACED)
    page.set_viewport_size({"width": 640, "height": 740})
    large = in_the_way(page, LARGE)
    page.evaluate(RESTYLE, "")
    page.set_viewport_size({"width": 768, "height": 900})
    page.emulate_media(color_scheme="light")
    assert not faults(
        said=said,
        keyboard=keyboard,
        dark=dark,
        small=small,
        spaced=spaced,
        large=large,
        tablet=axe(page, OTHERS),
    )


@pytest.mark.parametrize("address", ["en/", "twijfel/", "en/trainers-20/", "zoeken/"])
def test_tab_goes_through_a_page_from_top_to_bottom(open_page, address):
    page = open_page(viewport=WIDE)
    walk.visit(page, address)
    page.evaluate(walk.NOTE)
    for _ in range(page.locator(walk.FOCUSABLE).filter(visible=True).count()):
        page.keyboard.press("Tab")
    assert page.evaluate("new Set(visited).size") > 10
    assert page.evaluate(walk.MISSED) == []


OPENED = "[popover]:popover-open, dialog[open]"
OPENERS = {"ophef/": ("Menu", "Zoeken", "O3"), "en/uproar/": ("Menu", "Search", "O3")}


@pytest.mark.parametrize(
    ("address", "name"), [(address, name) for address, names in OPENERS.items() for name in names]
)
def test_what_opens_over_a_page_takes_the_focus_and_gives_it_back(open_page, address, name):
    """The menu, the search and what a code opens; and axe finds nothing in them, in either scheme."""
    page = open_page(viewport=NARROW)
    walk.visit(page, address)
    button = page.get_by_role("button", name=re.compile(rf"\b{name}$")).first
    button.focus()
    page.keyboard.press("Enter")
    opened = page.locator(OPENED)
    opened.wait_for()
    assert axe(page) == []
    page.emulate_media(color_scheme="dark")
    assert axe(page, COLOURS) == []
    if not opened.locator(":focus").count():
        page.keyboard.press("Tab")
    assert opened.locator(":focus").count() == 1, "Tab goes elsewhere"
    page.keyboard.press("Escape")
    opened.wait_for(state="hidden")
    assert button.evaluate("(each) => each === document.activeElement")


@pytest.mark.parametrize("address", [one for one in walk.TEMPLATES if one not in walk.BARE])
def test_the_first_stop_leads_past_the_furniture(open_page, address):
    page = open_page()
    page.goto(address)
    for key in ("Tab", "Enter", "Tab"):
        page.keyboard.press(key)
    assert page.locator("main :focus, footer :focus").count() == 1


@pytest.mark.parametrize("address", ["ophef/", "en/cases/"])
def test_the_menu_marks_the_page_that_is_open(open_page, address):
    page = open_page(viewport=WIDE)
    page.goto(address)
    marked = page.get_by_role("navigation").locator("[aria-current=page]")
    assert some(marked.evaluate_all("links => links.map(link => link.href)")) == [page.url]
