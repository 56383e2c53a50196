"""A ministry's own rules as pages beside the guide: each fault in them gives one line, with its place."""

from __future__ import annotations

import pytest
from small import change
from spoiled import found

GOOD = "# Regels\n\nZie [ophef](../ophef.md#o1) en [dit](#dit).\n\n## Dit\n\nTekst.[^1]\n\n[^1]: Besluit.\n"
PLACE = "docs/en/ministry/regels.md"


@pytest.fixture
def with_rules(small):
    """The small guide with rules in both languages."""
    change(small / "mkdocs.yml", "    contacts: []", "    contacts: []\n    rules: regels.md")
    for locale in ("nl", "en"):
        (small / f"docs/{locale}/ministry").mkdir()
        (small / f"docs/{locale}/ministry/regels.md").write_text(GOOD, "utf-8")
    return small


def test_good_rules_have_no_problems(with_rules):
    assert found(with_rules) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "mkdocs.yml:9: rules 'regels.md' is not in docs/en/ministry: write it"),
        ("Tekst zonder titel.\n", f"{PLACE}:1: begin with the title, '# Title'"),
        ("# Regels\n", f"{PLACE}:1: has no text below its title"),
        (" \n", f"{PLACE}:1: is empty"),
        ("---\ntitle: Regels\n---\n" + GOOD, f"{PLACE}:1: has front matter: remove it"),
        ("---\ntitle: [\n---\n" + GOOD, f"{PLACE}:3: front matter: "),
        (GOOD + "\n> [!advice] Doe\n> Dit.\n", f"{PLACE}:11: '> [!advice] Doe' is a block of the guide"),
        (GOOD + "\nVolgens de wet.[^f24]\n", f"{PLACE}:11: '[^f24]' is a note without text"),
        (GOOD + "\n<!-- tool: check -->\n", f"{PLACE}:11: '<!-- tool: check -->' is a mark of the guide"),
        (GOOD + "\n<script>alert(1)</script>\n", f"{PLACE}:11: <script> is not allowed"),
        (GOOD + "\n<b>open\n", f"{PLACE}:11: <b> is not closed"),
        (GOOD + "\n[ophef](../ophf.md)\n", f"{PLACE}:11: link to '../ophf.md' leads nowhere; did you mean"),
        (GOOD + "\n[dit](#dat)\n", f"{PLACE}:11: link to '#dat' leads nowhere"),
        (GOOD + "\n[dit](javascript:alert)\n", f"{PLACE}:11: address 'javascript:alert' begins with"),
        (GOOD + "\n{{ naam }}\n", f"{PLACE}:11: '{{{{' is a leftover of a template"),
    ],
)
def test_a_fault_in_the_rules_of_one_language(with_rules, text, said):
    path = with_rules / PLACE
    path.write_text(text, "utf-8") if text else path.unlink()
    printed = found(with_rules)
    assert printed[0].startswith(said), printed
    assert len(printed) == 1, printed


def test_rules_that_are_no_text(with_rules):
    (with_rules / PLACE).write_bytes(b"# Regels\n\n\xff\n")
    assert found(with_rules) == [f"{PLACE}:3: is not UTF-8 text: save the file as UTF-8"]


def test_rules_under_the_name_of_a_page_of_the_guide(with_rules):
    change(with_rules / "mkdocs.yml", "rules: regels.md", "rules: ophef.md")
    for locale in ("nl", "en"):
        path = with_rules / f"docs/{locale}/ministry/regels.md"
        path.rename(path.with_name("ophef.md"))
    assert found(with_rules) == [
        "mkdocs.yml:9: rules 'ophef.md' has the name of a page of the guide: give it its own"
    ]
