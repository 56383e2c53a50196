"""Quote with link, as wide as a telephone and by keyboard; addresses that work where the reader is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from chromium import find_chromium

PHONE = {"width": 320, "height": 640}
SOURCE = "(Handreiking online communicatie, P3, editie 2026.11)"


@pytest.fixture
def phone(browser, url):
    """A page as wide as a telephone; what it logged and asked for stands in `faults` and `asked`."""
    context = browser.new_context(base_url=url, viewport=PHONE, reduced_motion="reduce")
    yield watched(context)
    context.close()


@pytest.fixture
def keyboard(browser, url):
    """A page in a browser that is read with the keyboard (caret browsing)."""
    with_caret = browser.browser_type.launch(
        executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu", "--enable-caret-browsing"]
    )
    yield watched(with_caret.new_context(base_url=url, viewport=PHONE))
    with_caret.close()


def watched(context):
    """A page that may use the clipboard and remembers what went wrong in it."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.faults, page.asked = [], []
    page.on("console", lambda told: page.faults.append(told.text) if told.type == "error" else None)
    page.on("request", lambda request: page.asked.append(request.url.rpartition("/")[2]))
    return page


def opened(page, address: str):
    """The page at an address, once its scripts have come."""
    page.goto(address)
    page.locator("#scheme").wait_for()  # which the script shows
    return page


def offer(page):
    """The control that copies a quote."""
    return page.get_by_role("button", name="Kopieer citaat")


# What is put on the clipboard, once it is there; then it is empty again.
TAKE = """async () => {
  let text = "";
  while (!(text = await navigator.clipboard.readText())) await new Promise(requestAnimationFrame);
  await navigator.clipboard.writeText("");
  return text;
}"""


def copied(page) -> str:
    """What the page put on the clipboard, once it has said so."""
    page.locator("article > [role=status]").get_by_text("Gekopieerd").wait_for()
    return page.evaluate(TAKE)


def select(page, begin: str, end: str) -> None:
    """Select from the first words of one text to the last of another, as a mouse would."""
    page.evaluate(
        """([begin, end]) => {
          const find = (words, last) => {
            const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              const at = walker.currentNode.data.indexOf(words);
              if (at >= 0) return [walker.currentNode, at + (last ? words.length : 0)];
            }
          };
          getSelection().setBaseAndExtent(...find(begin, false), ...find(end, true));
        }""",
        [begin, end],
    )


def test_a_quote_leads_to_its_words_on_a_telephone(phone):
    opened(phone, "principes/")
    assert "quote.js" not in phone.asked  # nobody loads it who selects nothing
    assert offer(phone).count() == 0
    paragraph = phone.get_by_text("Bij een oordeel achteraf kan meewegen")
    paragraph.click(click_count=3)
    offer(phone).wait_for()
    box = offer(phone).bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"]
    assert box["y"] + box["height"] <= PHONE["height"]
    assert box["height"] >= 24
    offer(phone).click()
    quote = copied(phone)
    assert quote.startswith("\u201cBij een oordeel achteraf kan meewegen")
    assert not re.search(r"\[?\d\]? ?Via sociale", quote)  # no mark of a note
    assert SOURCE in quote
    address = quote.split()[-1]
    assert "/principes/#p3:~:text=Bij%20een%20oordeel%20achteraf%20kan," in address
    phone.goto("about:blank")
    phone.goto(address)
    there = phone.get_by_text("Bij een oordeel achteraf kan meewegen")
    seen = "node => node.getBoundingClientRect().top < innerHeight"
    phone.wait_for_function(seen, arg=there.element_handle())
    assert phone.locator("#p3").bounding_box()["y"] < 0  # further than the section itself
    assert phone.faults == []


def test_a_quote_is_copied_by_keyboard_alone(keyboard):
    opened(keyboard, "principes/")
    keyboard.get_by_role("button", name="Deel P3").focus()
    for key in ("ArrowDown", "ArrowDown", *["Control+Shift+ArrowRight"] * 5):
        keyboard.keyboard.press(key)
    selected = keyboard.evaluate("getSelection().toString()")
    assert len(selected.split()) >= 4
    offer(keyboard).wait_for()
    keyboard.keyboard.press("Tab")
    assert keyboard.evaluate("document.activeElement.textContent") == "Kopieer citaat"
    keyboard.keyboard.press("Enter")
    assert " ".join(selected.split()) in copied(keyboard)
    keyboard.keyboard.press("Escape")
    assert offer(keyboard).count() == 0


def test_a_quote_is_whole_words_and_its_address_tells_them_apart(phone):
    opened(phone, "principes/")
    quotes = {}
    for begin, end in (
        ("ewaak dat", "onderschei"),
        ("Zeg het in", "over je werk"),  # of two items of a list
        ("je werk gaat", "als het over je werk"),  # words that stand elsewhere too
    ):
        select(phone, begin, end)
        offer(phone).click()
        text, _, fragment = copied(phone).partition(":~:text=")
        quotes[text[1:].partition("\u201d")[0]] = fragment
        phone.evaluate("getSelection().empty()")
        offer(phone).wait_for(state="detached")
    assert quotes == {
        "bewaak dat onderscheid": "bewaak%20dat%20onderscheid",
        "Zeg het in gewone woorden als je voor jezelf spreekt.\n"
        "Bespreek met je team wat je deelt als het over je werk":
            "Zeg%20het%20in%20gewone%20woorden,als%20het%20over%20je%20werk",
        "je werk": "als%20het%20over-,je%20werk",
    }  # fmt: skip


def test_what_is_no_text_of_one_section_is_not_offered(phone):
    opened(phone, "principes/")
    for begin, end in (
        ("hetzelfde zegt in een zaal", "en bewaak dat onderscheid"),  # of two sections
        ("De handreiking geeft", "integriteitsregels gelden"),  # of none
        ("Bronnen gelezen", "gelezen op"),  # a note
        ("bewaak dat onderscheid", ""),  # nothing
    ):
        select(phone, "bewaak dat", "onderscheid")
        offer(phone).wait_for()
        select(phone, begin, end)
        offer(phone).wait_for(state="detached")


def test_a_browser_without_text_fragments_shows_the_section(phone):
    phone.add_init_script(
        # as such a browser has it: the directive is a part of the fragment
        "if (location.search) history.replaceState(null, '', '#p3:~:text=Houd%20in')"
    )
    phone.goto("principes/?oud")
    phone.wait_for_url("**/principes/*#p3")
    assert abs(phone.locator("#p3").bounding_box()["y"]) < PHONE["height"]


def test_every_address_shown_and_copied_works_where_the_reader_is(phone, url, model):
    dead = model.settings.root
    assert not url.startswith(dead)
    opened(phone, "principes/")
    phone.get_by_role("button", name="Deel P3").click()
    phone.get_by_role("link", name="P3 citeren").click()
    dialog = phone.get_by_role("dialog")
    dialog.get_by_text("Korte link", exact=True).wait_for()
    shown = dialog.inner_text() + dialog.locator("pre").first.text_content()
    assert f"{url}p3/" in shown
    assert dead not in shown
    dialog.get_by_text("RIS", exact=True).click()
    with phone.expect_download() as download:
        dialog.get_by_role("link", name="Download RIS").click()
    assert f"UR  - {url}p3/" in Path(download.value.path()).read_text(encoding="utf-8")
    phone.goto("citeren/p3/")
    phone.get_by_role("button", name="Kopieer").first.click()
    phone.get_by_role("status").get_by_text("Gekopieerd").wait_for()
    assert phone.evaluate("navigator.clipboard.readText()").endswith(f" {url}p3/")
    assert phone.faults == []
