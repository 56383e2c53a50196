"""Every page, for every reader: axe, the keyboard alone, narrow windows, large text, forced colours.

Each page is walked once on the narrowest screen with all that folds out open; what hangs on the width, the
scheme or what has been opened is looked at on one page of each kind (`walk.TEMPLATES`).
"""

from __future__ import annotations

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
RUN = """(options) => axe.run(document, { resultTypes: ['violations'], ...options }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`)))"""
COLOURS = {"runOnly": ["cat.color"]}
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


def unreached(page) -> list:
    """What Tab does not reach from top to bottom, in order, in view and with a mark."""
    wrong = []
    for _ in range(page.locator(walk.FOCUSABLE).count() + 5):
        page.keyboard.press("Tab")
        at = page.evaluate(walk.FOCUSED)
        if at is None:
            break  # past the last one
        if not (at["seen"] and at["marked"] and at["in_order"]) or at["covered"]:
            wrong.append(at)
    return wrong + page.evaluate(walk.MISSED)


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
def test_a_page_on_a_telephone(open_page, address):
    page = open_page(viewport=NARROW)
    walk.visit(page, address)
    keyboard = unreached(page)
    page.evaluate(walk.UNFOLD)
    assert not faults(
        keyboard=keyboard,
        outline=outline(page, address),
        small=page.evaluate(walk.SMALL),
        narrow=in_the_way(page),
        spaced=in_the_way(page, SPACED),
        axe=axe(page),
    )


@pytest.mark.parametrize("address", walk.TEMPLATES)
def test_a_page_on_a_desk(open_page, address):
    """In a wide window; in forced colours for the keyboard, in both schemes and on a tablet for axe."""
    page = open_page(viewport=WIDE, forced_colors="active")
    walk.visit(page, address)
    keyboard = unreached(page)
    page.emulate_media(forced_colors="none", color_scheme="dark")
    dark = axe(page)
    page.emulate_media(color_scheme="light")
    wide, spaced = axe(page, COLOURS), in_the_way(page, SPACED)
    small = page.evaluate(walk.SMALL)
    page.set_viewport_size({"width": 640, "height": 740})
    large = in_the_way(page, LARGE)
    page.set_viewport_size({"width": 768, "height": 900})
    assert not faults(
        keyboard=keyboard, dark=dark, light=wide, spaced=spaced, small=small, large=large, tablet=axe(page)
    )


def openers(page) -> list:
    """The buttons in sight that open something over the page: the menu, the search, the first term."""
    found = page.locator("button[popovertarget], button[aria-haspopup=dialog], button[aria-keyshortcuts]")
    names = {}
    for button in found.filter(visible=True).all():
        names.setdefault(button.get_attribute("class"), button)
    return list(names.values())


OPENED = "[popover]:popover-open, dialog[open]"


@pytest.mark.parametrize("address", ["ophef/", "en/uproar/"])
def test_what_opens_over_a_page_takes_the_focus_and_gives_it_back(open_page, address):
    """The menu, the search and a term; and axe finds nothing in them, in either scheme."""
    page = open_page(viewport=NARROW)
    walk.visit(page, address)
    buttons = openers(page)
    assert len(buttons) >= 3
    for button in buttons:
        name = button.inner_text()
        button.focus()
        page.keyboard.press("Enter")
        opened = page.locator(OPENED)
        opened.wait_for()
        page.emulate_media(color_scheme="light")
        found = axe(page)
        page.emulate_media(color_scheme="dark")
        assert not found + axe(page, COLOURS), name
        if not opened.locator(":focus").count():
            page.keyboard.press("Tab")
        assert opened.locator(":focus").count() == 1, f"{name}: Tab goes elsewhere"
        page.keyboard.press("Escape")
        opened.wait_for(state="hidden")
        assert button.evaluate("(each) => each === document.activeElement"), name


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
