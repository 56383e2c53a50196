"""The results page, with an address to share, and the dialog wherever the site is put."""

from __future__ import annotations

import re
import shutil

import pytest
import wire
from asked import expect_first, hits, visit
from conftest import ROOT
from playwright.sync_api import expect


@pytest.mark.parametrize(
    ("address", "first"),
    [("zoeken/?q=followers", "/luisteren/#l3"), ("en/search/?q=volgers", "/en/listening/#l3")],
)
def test_a_query_in_the_address_is_answered_in_the_sites_language(page, address, first):
    visit(page, address)
    expect_first(page.locator("main"), first)


def test_results_page_keeps_the_address_up_to_date(page):
    visit(page, "en/search/")
    page.get_by_role("searchbox").fill("angry boss")
    expect(hits(page.locator("main")).first).to_be_visible()
    assert page.url.endswith("?q=angry%20boss")
    page.reload()
    expect(page.get_by_role("searchbox")).to_have_value("angry boss")
    expect(page.locator("meta[name=robots]")).to_have_attribute("content", "noindex")


def test_dialog_leads_to_an_address_to_share(dialog, page):
    dialog.get_by_role("searchbox").fill("draagvlak")
    dialog.get_by_role("link", name="als pagina").click()
    page.wait_for_url("**/zoeken/?q=draagvlak")
    expect_first(page.locator("main"), "#a3")


def test_without_script_a_link_leads_to_every_section(browser, url, site):
    context = browser.new_context(base_url=url, java_script_enabled=False)
    page = context.new_page()
    page.goto("en/doubt/")
    page.get_by_role("link", name="Search").click()
    expect(page.locator(".search-box")).to_be_hidden()
    listed = page.locator("main a").evaluate_all("(links) => links.map((link) => link.hash.slice(1))")
    promised = (ROOT / "docs" / "permalinks.yml").read_text("utf-8")
    assert set(re.findall(r"^([a-z]\d+):(?!.*retired)", promised, re.MULTILINE)) <= set(listed)
    context.close()


def test_opened_from_a_folder(browser, site):
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    page.locator(".search-open").click()
    page.wait_for_url("file://**/zoeken/index.html")
    page.get_by_role("searchbox").fill("berisping")
    expect_first(page.locator("main"), "/ophef/index.html#o2")
    expect(page.locator(".search-passage").first).not_to_be_empty()
    hits(page.locator("main")).first.click()
    page.wait_for_url("file://**/ophef/index.html#o2")
    page.close()


def test_below_a_path(browser, site, tmp_path):
    shutil.copytree(site, tmp_path / "intranet" / "gids")
    with wire.served(tmp_path) as url:
        page = browser.new_page()
        page.goto(f"{url}intranet/gids/en/uproar/")
        page.get_by_role("button", name="Search").click()
        page.get_by_role("searchbox").fill("reprimand")
        expect(hits(page).first).to_have_attribute("href", f"{url}intranet/gids/en/uproar/#o2")
        page.close()


def test_nothing_breaks_the_policy(page):
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    visit(page, "en/doubt/")
    page.keyboard.press("/")
    page.keyboard.type("werkgever")
    expect(hits(page).first).to_be_visible()
    assert said == []
