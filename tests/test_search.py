"""The search box as a reader meets it in a browser."""

from __future__ import annotations

import re

from asked import expect_first, hits, visit
from playwright.sync_api import expect
from test_lexicon import FOLDED


def test_browser_folds_and_cuts_alike(dialog, page):
    dialog.locator("[data-ready]").wait_for()
    page.wait_for_function("() => globalThis.guideWords")
    for text, folded in FOLDED.items():
        assert page.evaluate("(text) => guideWords.tokens(text)", text) == folded.split()


def test_nothing_is_loaded_before_the_reader_goes_for_it(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    visit(page, "principes/")
    assert not [url for url in asked if "search" in url]
    page.get_by_role("button", name="Zoeken").hover()
    page.wait_for_function("() => globalThis.guideIndex")
    assert any("assets/search/nl.js" in url for url in asked)


def test_results_show_section_page_code_and_the_match(dialog):
    dialog.get_by_role("searchbox").fill("wat mag mijn leidinggevende")
    first = dialog.locator(".search-hits li").first
    expect(first).to_contain_text("Wat je leidinggevende mag doen")
    expect(first).to_contain_text("O2")
    expect(first).to_contain_text("Ophef over je bericht")
    expect(first.locator("mark").first).to_be_visible()
    assert hits(dialog).first.get_attribute("href").endswith("/ophef/#o2")


def test_keyboard_alone_is_enough(page):
    visit(page, "principes/")
    page.keyboard.press("/")
    field = page.get_by_role("searchbox")
    expect(field).to_be_focused()
    page.keyboard.type("journalist belt")
    box = page.get_by_role("dialog", name="Zoeken")
    expect(hits(box).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(hits(box).first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(hits(box).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Tab")
    expect(hits(box).first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/mag-ik/#q12")
    expect(box).to_be_hidden()


def test_enter_follows_a_sure_hit_and_goes_to_an_unsure_one(dialog, page):
    field = dialog.get_by_role("searchbox")
    field.fill("koffieautomaat")
    expect(dialog.get_by_role("status")).to_contain_text("Niets gevonden")
    page.keyboard.press("Enter")
    expect(dialog).to_be_visible()
    field.fill("draagvlak")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ambassadeur/#a3")


def test_escape_closes_and_gives_focus_back(page):
    visit(page, "twijfel/")
    button = page.get_by_role("button", name="Zoeken")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("baas")
    expect(hits(page.get_by_role("dialog", name="Zoeken")).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Zoeken")).to_be_hidden()
    expect(button).to_be_focused()


def test_the_number_of_results_is_announced(dialog):
    field, status = dialog.get_by_role("searchbox"), dialog.get_by_role("status")
    field.fill("mijn baas")
    expect(status).to_have_text(re.compile(r"^\d+ resultaten$"))
    field.fill("xyzzyq")
    expect(status).to_have_text("Niets gevonden voor: xyzzyq")
    expect(dialog.get_by_role("link", name="Met wie je kunt overleggen")).to_be_visible()
    field.fill("")
    expect(status).to_be_empty()
    expect(hits(dialog)).to_have_count(0)


def test_uncertain_hits_are_told_apart(dialog):
    dialog.get_by_role("searchbox").fill("zebra gesprek")
    expect(dialog.get_by_role("status")).to_contain_text("Niet precies gevonden")
    expect(dialog.locator(".search-weak li").first).to_be_visible()
    expect(dialog.locator(".search-hits:not(.search-weak) li")).to_have_count(0)


def test_keys_can_be_turned_off(page):
    visit(page, "principes/")
    page.keyboard.press("Control+k")
    box = page.get_by_role("dialog", name="Zoeken")
    expect(box).to_be_visible()
    box.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    visit(page, "ophef/")
    for key in ("/", "Control+k"):
        page.keyboard.press(key)
        expect(box).to_be_hidden()
    page.get_by_role("button", name="Zoeken").click()
    box.get_by_role("checkbox").check()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(box).to_be_visible()


def test_a_slash_in_a_field_is_a_slash(page):
    visit(page, "zoeken/")
    page.get_by_role("searchbox").fill("")
    page.get_by_role("searchbox").press("/")
    expect(page.get_by_role("searchbox")).to_have_value("/")


def test_typing_goes_on_while_search_is_loading(page):
    page.route("**/assets/search/nl.js", lambda route: (page.wait_for_timeout(300), route.continue_()))
    visit(page, "principes/")
    page.keyboard.press("/")
    page.keyboard.type("berisping", delay=50)
    expect(page.get_by_role("searchbox")).to_have_value("berisping")
    expect_first(page.get_by_role("dialog", name="Zoeken"), "#o2")


def test_a_failing_network_is_told(page):
    page.route("**/assets/search/**", lambda route: route.abort())
    visit(page, "principes/")
    page.keyboard.press("/")
    page.keyboard.type("baas")
    expect(page.locator(".search-status")).to_contain_text("Zoeken lukt nu niet")


def test_first_answer_does_not_wait_for_the_second_half(page):
    page.route("**/nl-once.js", lambda route: None)
    visit(page, "principes/")
    page.keyboard.press("/")
    page.keyboard.type("draagvlak")
    expect_first(page.get_by_role("dialog", name="Zoeken"), "#a3")


def test_last_query_survives_going_back(dialog, page):
    dialog.get_by_role("searchbox").fill("doorverwijzen")
    hits(dialog).first.click()
    page.wait_for_url("**/ambassadeur/#a4")
    page.go_back()
    page.wait_for_url("**/ophef/")
    page.get_by_role("button", name="Zoeken").click()
    expect(dialog.get_by_role("searchbox")).to_have_value("doorverwijzen")
    expect_first(dialog, "/ambassadeur/#a4")
