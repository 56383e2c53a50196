"""Terms in running text open their meaning; everything else is left as it is."""

import pytest
import walk
from pages import glossary

TERMS = [
    glossary.Term("term-agfa", ("AGFA",)),
    glossary.Term("term-code", ("code of conduct", "code")),
]


def mark(html):
    return glossary.mark_terms(html, TERMS, lambda term, word: f"[{term.id}:{word}]")


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<p>Ask AGFA, not agfa.</p>", "<p>Ask [term-agfa:AGFA], not agfa.</p>"),
        ("<p>The Code of conduct and the code.</p>", "<p>The [term-code:Code of conduct] and the code.</p>"),
        ("<p>Decode the code-word.</p>", "<p>Decode the code-word.</p>"),
        ("<h2>AGFA</h2><p>Yes<br>AGFA</p>", "<h2>AGFA</h2><p>Yes<br>[term-agfa:AGFA]</p>"),
        ('<p><a href="AGFA">AGFA</a></p>', '<p><a href="AGFA">AGFA</a></p>'),
        ('<p><i lang="nl">de AGFA</i> AGFA</p>', '<p><i lang="nl">de AGFA</i> [term-agfa:AGFA]</p>'),
        ('<div class="footnote"><ol><li><p>AGFA</p></li></ol></div>',) * 2,
        ('<p class="admonition-title">AGFA</p>',) * 2,
    ],
)
def test_the_first_word_in_running_text_is_marked(html, marked):
    assert mark(html) == marked


def test_terms_are_read_from_the_glossary_page():
    html = '<h3 id="term-x" data-words="X|Twitter">X</h3>\n<p>A <b>network</b>.</p><h3 id="y">Y</h3>'
    assert glossary.read_terms(html) == (glossary.Term("term-x", ("X", "Twitter")),)


@pytest.mark.parametrize("address", ["ophef/", "en/uproar/"])
def test_a_term_opens_and_closes_by_keyboard(page, address):
    walk.visit(page, address)
    term = page.locator("a.term").first
    term.focus()
    page.keyboard.press("Enter")
    card = page.get_by_role("dialog")
    card.wait_for()
    assert card.evaluate("card => card === document.activeElement")  # so it is read next
    assert card.get_by_role("link").get_attribute("href") == term.evaluate("link => link.href")
    page.keyboard.press("Tab")
    assert card.locator("a:focus").count() == 1
    page.keyboard.press("Escape")
    assert card.count() == 0
    assert term.evaluate("link => link === document.activeElement")


def test_without_a_script_a_term_leads_to_the_glossary(browser, url):
    context = browser.new_context(base_url=url, java_script_enabled=False)
    page = context.new_page()
    page.goto("ophef/")
    page.locator("a.term").first.click()
    page.wait_for_url("**/begrippen/#term-*")
    context.close()
