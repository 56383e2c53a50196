"""What is put into a page, such as tools below a heading; and nothing of the text is lost on the way."""

from __future__ import annotations

import re

import pytest
from content import addresses
from content.markdown import running_text
from guard import some
from pages import section_tools, tools
from selectolax.lexbor import LexborHTMLParser

LOCALES = ("nl", "en")


def words(html: str) -> str:
    """The letters and digits of a piece of HTML, whatever stands between them."""
    return re.sub(r"\W", "", running_text(html))


def shown(site, page) -> list[tuple[str, str, str]]:
    """Code, title and words of each section of a built page, without what the build adds to the text."""
    tree = LexborHTMLParser((site / addresses.of_page(page) / "index.html").read_text("utf-8"))
    found = []
    for heading in tree.css("main h2[id]"):
        parts, node = [], heading.next
        while node is not None and node.tag != "h2":
            parts.append(node.html or "")
            node = node.next
        found.append((heading.attributes["id"], heading.text().strip(), words("".join(parts))))
    return found


@pytest.mark.parametrize("locale", LOCALES)
def test_both_renderings_of_a_page_carry_the_same_sections(site, book, locale):
    """What the checks, the search and the exports read of a page is what MkDocs shows of it."""
    for page in some(book.of(locale)):
        built = shown(site, page)
        assert [(code, title) for code, title, _ in built] == [(one.code, one.title) for one in page.sections]
        for section, (_, _, text) in zip(page.sections, built, strict=True):
            for block in LexborHTMLParser(section.html).css("p"):
                assert words(block.html) in text, f"{page.path}: {section.code}: {block.text()}"


def test_tools_follow_headings_with_a_code_and_no_others():
    html = '<h2 id="p3">A <em>b</em></h2><p>x</p><h2 id="other">C</h2><h3 id="p4">D</h3>'
    put_in = section_tools.with_tools(html, lambda code: f"[{code}]")
    assert put_in == html.replace("</h2><p>", "</h2>[p3]<p>")


def test_a_deck_is_cut_before_each_heading_of_level_3():
    html = '<p>Before</p><div class="deck"><p>x</p><h3>A</h3><p>a</p><h3>B</h3></div><p>After</p>'
    put_in = tools.with_deck(html, lambda slides: "|".join(slides))
    assert put_in == '<p>Before</p><div class="deck"><h3>A</h3><p>a</p>|<h3>B</h3></div><p>After</p>'
    assert tools.with_deck("<p>No deck</p>", lambda slides: "never") == "<p>No deck</p>"
