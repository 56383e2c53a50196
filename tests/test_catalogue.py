"""Links to paste: the catalogue, and what each section offers, with a script and without."""

from __future__ import annotations

import walk
from built import read
from guard import some
from playwright.sync_api import expect


def test_the_catalogue_lists_every_section_with_text_to_paste(site, data):
    for address in ("delen/catalogus/", "en/sharing/catalogue/"):
        page = read(site, address)
        assert len(page.css(".catalogue > li")) == len(data["sections"])
        text = page.css_first("article").text()
        for section in some(data["sections"]):
            assert f'<a href="{section["short"]}">' in text
            assert f"]({section['short']})" in text
            assert f'<iframe src="{section["embed"]}"' in text
        assert not page.css("iframe")


def test_cite_opens_without_a_reload_and_copying_is_announced(page, url):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    faults = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto("principes/")
    before = page.evaluate("performance.timeOrigin")
    page.locator("#scheme").wait_for()  # which the script shows
    page.get_by_role("button", name="Deel P3").click()
    tools = page.get_by_role("group", name="P3")
    tools.get_by_role("button", name="Kopieer link").click()
    tools.get_by_role("status").get_by_text("Gekopieerd").wait_for()
    title, _, address = page.evaluate("navigator.clipboard.readText()").rpartition(": ")
    assert title == "Bewaak de grens tussen privé en werk (P3)"
    assert address == f"{url}p3/"
    html = page.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((part) => part.text())"
    )
    assert f'href="{address}"' in html
    tools.get_by_role("link", name="P3 citeren").click()
    dialog = page.get_by_role("dialog", name="P3 citeren")
    dialog.get_by_text("BibTeX", exact=True).click()
    dialog.get_by_role("button", name="Kopieer").nth(1).click()
    dialog.get_by_role("status").get_by_text("Gekopieerd").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").startswith("@online{")
    page.keyboard.press("Escape")
    assert page.evaluate("performance.timeOrigin") == before
    assert page.evaluate("document.activeElement.textContent") == "Deel P3"
    assert faults == []


def test_without_a_script_the_tools_are_links_to_the_same_data(plain):
    plain.goto("en/principles/")
    plain.get_by_role("button", name="Share P3").click()
    plain.get_by_role("link", name="Cite P3").click()
    plain.wait_for_url("**/en/cite/p3/")
    assert plain.get_by_text("@online{").count() == 1
    plain.goto("en/p3/")
    plain.wait_for_url("**/en/principles/#p3")


def test_the_catalogue_filters_while_typing(page):
    walk.visit(page, "en/sharing/catalogue/")
    rows = page.locator(".catalogue > li:visible")
    everything = rows.count()
    assert everything > 80
    page.get_by_role("searchbox").fill("/p3/ prive")  # no accent needed
    expect(rows).to_have_count(1)
    page.get_by_text("1 found").wait_for()
    page.get_by_role("searchbox").fill("")
    expect(rows).to_have_count(2 * everything)  # the other language has opened
