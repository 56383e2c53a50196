"""Terms in running text open their meaning; everything else is left as it is."""

import pytest
from pages import glossary

TERMS = [
    glossary.Term("term-agfa", "AGFA", ("AGFA",), "A committee."),
    glossary.Term("term-code", "Code of conduct", ("code of conduct", "code"), "The rules."),
]


def mark(html):
    marked, used = glossary.mark_terms(html, TERMS, lambda term, word: f"[{term.id}:{word}]")
    return marked, [term.id for term in used]


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
    assert mark(html)[0] == marked


def test_only_terms_that_occur_get_a_card():
    assert mark("<p>The code.</p>")[1] == ["term-code"]


def test_terms_are_read_from_the_glossary_page():
    html = '<h3 id="term-x" data-words="X|Twitter">X</h3>\n<p>A <b>network</b>.</p><h3 id="y">Y</h3>'
    assert glossary.read_terms(html) == [glossary.Term("term-x", "X", ("X", "Twitter"), "A network.")]


@pytest.mark.parametrize("address", ["ophef/", "en/uproar/"])
def test_a_term_opens_its_meaning_with_a_link_to_the_list(page, address):
    page.goto(address)
    page.locator("main p button[popovertarget]").first.press("Enter")
    card = page.locator("[popover]:popover-open")
    assert card.is_visible()
    name = card.get_attribute("id").removeprefix("tip-")
    assert card.get_by_role("link").get_attribute("href").endswith(f"#{name}")
