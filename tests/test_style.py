"""The stylesheet: its layers, what a frame gets of it, and that it keeps to its own measures."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT
from content import style
from guard import some

ACCENT = {"light": "#6b2a5b", "dark": "#e3b3d6"}
FILES = {path.stem: path.read_text("utf-8") for path in (ROOT / "overrides/assets/css").glob("*.css")}
RULES = "\n".join(re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL) for css in FILES.values())
TOKENS = FILES["tokens"]
OTHERS = [name for name in sorted(FILES) if name != "tokens"]


def test_a_file_is_in_the_layer_of_its_name_and_any_other_a_part():
    names = {"print": "p", "search": "i", "blocks": "b", "tokens": ":root", "base": "u"}
    files = {name: f"{selector}{{a:b}}" for name, selector in names.items()}
    assert style.layered(files) == (
        "@layer tokens,base,parts,print;@layer tokens{:root{a:b}}@layer base{u{a:b}}"
        "@layer parts{b{a:b}i{a:b}}@layer print{p{a:b}}"
    )


def test_each_page_gets_what_it_needs():
    """A section in a frame no furniture, a page without a tool no rules of tools, a screen none of paper."""
    theme = ROOT / "overrides"
    page, frame = style.sheet(ACCENT, theme), style.framed(ACCENT, theme)
    tools, kit = style.besides(theme, style.TOOLS), style.besides(theme, style.KIT)
    rules = (".masthead{", ".embed{", ".route ol{", ".slide-turn{")
    given = {rule: [rule in css for css in (page, frame, tools, kit)] for rule in rules}
    assert given == {
        ".masthead{": [True, False, False, False],
        ".embed{": [False, True, False, False],
        ".route ol{": [False, True, True, False],
        ".slide-turn{": [False, True, False, True],
    }
    assert [css for css in (page, frame) if "--accent:light-dark(#6b2a5b,#e3b3d6)" not in css] == []
    assert [css for css in (page, frame, tools, kit) if "@media print" in css] == []
    assert "@media print" in style.paper(theme)


@pytest.mark.parametrize("name", OTHERS)
def test_measures_come_from_the_tokens(name):
    """Colours, corners and type sizes; on paper sizes are in points, and em goes along with the text."""
    css = re.sub(r"/\*.*?\*/", "", FILES[name], flags=re.DOTALL)
    assert css.strip()
    for value in re.findall(r"\bborder-radius: ([^;]+);", css):
        assert re.fullmatch(r"var\(--round-\w+\)|0|50%", value), value
    for value in re.findall(r"\bfont-size: ([^;]+);", css):
        assert re.fullmatch(r"var\(--type-\w+\)|inherit|[\d.]+(em|pt)", value), value
    for value in re.findall(r"#[0-9a-f]{3,8}\b", css):
        assert value in ("#fff", "#0003"), value  # paper, a QR code, a shadow
    for used in re.findall(r"var\((--[\w-]+)", css):
        assert used.startswith("--accent") or f"{used}:" in TOKENS + css, used


def test_every_token_is_used():
    tokens = some(re.findall(r"^ *(--[\w-]+):", TOKENS, re.MULTILINE))
    assert [token for token in tokens if f"var({token})" not in RULES] == []


def test_every_class_is_somewhere_in_a_page(site):
    """No rule outlives what it was written for: its class is in a built page, a template or a script."""
    pages = "".join(path.read_text("utf-8") for path in some(site.rglob("*.html")))
    sources = (path for end in ("html", "js") for path in (ROOT / "overrides").rglob(f"*.{end}"))
    words = re.compile(r"[\w-]+")
    known = set(words.findall(" ".join(re.findall(r"""class=("[^"]*"|[^\s>]+)""", pages))))
    known |= {word for path in some(sources) for word in words.findall(path.read_text("utf-8"))}
    unknown = set(some(re.findall(r"\.([a-z][\w-]+)", RULES))) - known
    # a template may end the name: class="in-{{ scheme }}"
    assert {name for name in unknown if f"{name.partition('-')[0]}-" not in known} == set()


def test_a_line_is_short_enough_to_read():
    """A rule stands on one line if it fits, else each declaration on its own."""
    lines = some((name, line) for name, css in FILES.items() for line in css.splitlines())
    long = [one for one in lines if len(one[1]) > 110 or (one[1].count(";") > 1 and "{" not in one[1])]
    assert long == []
