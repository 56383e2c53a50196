"""Blocks: each is named by its label and title, and what may change in it says of which day it is."""

from __future__ import annotations

import pytest
from cited import read, render
from content import portable
from selectolax.lexbor import LexborHTMLParser

DAY = "Stand op 22 november 2026. Kijk of dit nog klopt."


BLOCK = "> [!background] Zes factoren\n> Een.[^f25]\n>\n> - Twee.[^f25]\n"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (BLOCK, [".admonition > .as-of:last-child"]),  # once in the block
        (f"{BLOCK}\n{BLOCK}", [".admonition > .as-of:last-child"] * 2),
        (
            "1. Een\n\n    > [!advice] T\n    > Twee.[^f25]\n\n2. Drie",
            ["li > .admonition > .as-of:last-child"],
        ),
        ("## A\n\nEen.[^f25]\n\nTwee.[^f25]\n\n## B\n\nDrie.[^f24]", ["p + .as-of:has(+ h2)"]),
        (f"## A\n\nEen.[^f25]\n\n{BLOCK}", [".admonition > .as-of:last-child", ".admonition + .as-of"]),
        ("## A\n\nEen.\n\n## B\n\nTwee.[^f24]", []),
        ("Een `[^f25]`.", []),
    ],
)
def test_the_day_stands_below_the_block_or_section_that_may_change(known, text, places):
    lines = LexborHTMLParser(render(text, "nl", known)).css(".as-of")
    assert [line.text() for line in lines] == [DAY] * len(places)
    assert [place for line, place in zip(lines, places, strict=True) if not line.css_matches(place)] == []


@pytest.mark.parametrize(
    ("locale", "kind", "name"),
    [
        ("nl", "background", "Toelichting: Waar de grens ligt"),
        ("nl", "unknown", "Niet bekend: Waar de grens ligt"),
        ("en", "advice", "Advice: Waar de grens ligt"),
        ("en", "trainer", "For the trainer: Waar de grens ligt"),
    ],
)
def test_a_block_is_named_by_its_label_and_title(known, locale, kind, name):
    tree = LexborHTMLParser(
        render(f"## A {{ #o1 }}\n\n> [!{kind}] Waar de *grens* ligt\n> Een.", locale, known)
    )
    block = tree.css_first(f"div.admonition.{kind}[role=note]")
    assert tree.css_first(f"#{block.attributes['aria-labelledby']}").text() == name


def test_a_block_keeps_its_name_where_ids_do_not_travel(known, tmp_path):
    page = read(tmp_path, f"# T\n\n## A {{ #o1 }}\n\n{BLOCK}", known)
    embedded = LexborHTMLParser(portable.with_links(page.sections[0].html, page, None, "/"))
    assert embedded.css_first("[role=note]").attributes["aria-label"] == "Toelichting: Zes factoren"
    assert portable.plain(page.sections[0].html).startswith("Toelichting: Zes factoren\n\nEen.")
