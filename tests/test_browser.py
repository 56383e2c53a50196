"""What a reader does with the frame round the text, and what the browser says about the pages."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
import walk

WATCH = """
  window.wrong = [];
  addEventListener('securitypolicyviolation', (event) => wrong.push(
    `${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`));
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
    if (!entry.hadRecentInput) wrong.push(`layout shift of ${entry.value}`);
  })).observe({ type: 'layout-shift', buffered: true });
"""


@pytest.fixture(scope="module")
def addresses(site) -> list[str]:
    return walk.addresses(site)


@pytest.mark.parametrize("width", [320, 1280])
def test_no_violation_shift_error_or_foreign_request(browser, url, addresses, width):
    """Every page as it opens, and with its menu, its terms and its other scheme."""
    context = browser.new_context(base_url=url, viewport={"width": width, "height": 740})
    context.add_init_script(WATCH)
    page, said, asked = context.new_page(), [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    wrong = {}
    for address in addresses:
        said.clear(), asked.clear()
        page.goto(address)
        page.wait_for_timeout(150)
        opened = list(asked)
        for opener in (".menu-button", ".term"):
            button = page.locator(opener).first
            if button.count() and button.is_visible():
                button.click()
                page.keyboard.press("Escape")
        if page.locator("#scheme").count():
            page.locator("#scheme").select_option("dark")
            page.locator("#scheme").select_option("")
        page.wait_for_timeout(50)
        said += page.evaluate("wrong")
        said += [each for each in asked if urlsplit(each).netloc != urlsplit(url).netloc]
        if len(opened) > 6:
            said.append(f"{len(opened)} requests: {opened}")
        if said:
            wrong[address] = list(said)
    assert not wrong
    assert not context.cookies()
    assert page.evaluate("Object.keys(localStorage)") == []
    context.close()


def test_light_or_dark_is_chosen_kept_and_forgotten(page):
    ground = "getComputedStyle(document.body).backgroundColor"
    page.emulate_media(color_scheme="light")
    page.goto("")
    light = page.evaluate(ground)
    page.get_by_label("Weergave").select_option("Donker")
    dark = page.evaluate(ground)
    assert dark != light
    page.goto("en/doubt/")
    assert page.evaluate(ground) == dark
    page.get_by_label("Display").wait_for()
    assert page.get_by_label("Display").input_value() == "dark"
    assert page.evaluate("Object.keys(localStorage)") == ["scheme"]
    page.get_by_label("Display").select_option("Automatic")
    assert page.evaluate(ground) == light
    assert page.evaluate("Object.keys(localStorage)") == []
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(ground) == dark


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
    page.goto(start)
    page.locator(".scheme").wait_for()  # the script is at work
    page.locator(".masthead").get_by_role("link", name=name).click()
    page.wait_for_url(url + end)


def test_the_language_switch_keeps_the_section_that_was_scrolled_to(page, url):
    page.goto("ophef/")
    page.locator(".scheme").wait_for()
    page.locator("#o4").evaluate("(each) => each.scrollIntoView()")
    page.locator(".masthead [data-twin]").focus()
    page.locator("#o4").evaluate("(each) => each.scrollIntoView()")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{url}en/uproar/#o4")


@pytest.fixture
def plain(browser, url):
    """A browser page without JavaScript, on a telephone."""
    context = browser.new_context(
        base_url=url, java_script_enabled=False, viewport={"width": 320, "height": 740}
    )
    yield context.new_page()
    context.close()


def test_without_javascript_menu_language_and_sections_work(plain, url):
    plain.goto("ophef/")
    menu = plain.get_by_role("navigation", name="Pagina's")
    assert not menu.is_visible()
    plain.get_by_role("button", name="Menu").click()
    menu.locator("a[href$='agfa/']").click()
    plain.wait_for_url(f"{url}agfa/")
    assert plain.get_by_role("heading", level=1).is_visible()
    plain.locator("#r2 ~ .section-tools [hreflang=en]").first.click()
    plain.wait_for_url(f"{url}en/agfa/#r2")
    plain.locator(".masthead [data-twin]").click()
    plain.wait_for_url(f"{url}agfa/")


def test_without_javascript_nothing_is_shown_that_cannot_work(plain, addresses):
    for address in addresses:
        plain.goto(address)
        assert plain.locator("h1").is_visible(), address
        assert plain.locator(".scheme").filter(visible=True).count() == 0, address


def test_wide_windows_show_the_menu_and_what_the_page_holds(page):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("ophef/")
    menu = page.get_by_role("navigation", name="Pagina's")
    assert menu.locator("[aria-current=page]").evaluate("(each) => each.href") == page.url
    contents = page.get_by_role("navigation", name="Op deze pagina")
    links = contents.get_by_role("link").all_inner_texts()
    assert links == page.locator("h2[id]").all_inner_texts()
    text = page.locator("article p").first.bounding_box()
    assert menu.bounding_box()["x"] < text["x"] < contents.bounding_box()["x"]
    page.evaluate("scrollTo(0, 1500)")
    assert contents.bounding_box()["y"] >= 0


def test_a_line_of_text_has_a_readable_length(page):
    for width in (1280, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto("ophef/")
        ems = page.evaluate(
            """() => { const text = document.querySelector('article > p:not([class])');
                return text.getBoundingClientRect().width / parseFloat(getComputedStyle(text).fontSize) }"""
        )
        assert 28 < ems < 38, "some 55 to 75 characters"


def test_paper_shows_the_text_and_no_furniture(page):
    page.goto("ophef/")
    page.emulate_media(media="print")
    for selector in (".menu", ".menu-button", ".contents", ".turn", ".scheme", ".masthead-tools"):
        assert not page.locator(selector).first.is_visible(), selector
    for selector in ("h1", "#o3", ".admonition", ".footnote", ".section-tools .code"):
        assert page.locator(selector).first.is_visible(), selector
    link = page.locator(".footnote a[href^=http]").first
    assert "http" in link.evaluate("(each) => getComputedStyle(each, '::after').content")
