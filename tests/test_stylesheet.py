"""Finishing a page: the style rules and files that it uses, the tools of its sections, and nothing else."""

from __future__ import annotations

import re

import pytest
from pages import section_tools as sections
from publish import finish, stylesheet

PAGE = '<p class="a" id="x">t <a href="#">l</a></p><template><li class="made">m</li></template>'


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        ("p{color:red}", "p{color:red;}"),
        ("h1{color:red}", ""),
        (".a,.b{color:red}", ".a{color:red;}"),
        ("p:hover,h1:hover{color:red}", "p:hover{color:red;}"),
        (".a::before{content:none}", ".a::before{content:none;}"),
        (".b::before{content:none}", ""),
        (".a>a:not(:focus){color:red}", ".a>a:not(:focus){color:red;}"),
        (".a:not(.a){color:red}", ""),
        (":is(.b,.a:hover) a{color:red}", ":is(.b,.a:hover) a{color:red;}"),
        (":is(.b,h1) a{color:red}", ""),
        ("p:has(> a){color:red}", "p:has(> a){color:red;}"),
        ("a[aria-current]{color:red}", "a[aria-current]{color:red;}"),
        ("a[rel]{color:red}", ""),
        (".made{color:red}", ".made{color:red;}"),
        ("/* states: .on mark */ p.on{color:red} p mark{color:red} h1.on{color:red}",
         "p.on{color:red;}p mark{color:red;}"),
        ("p{& a{color:red} .b &{color:red} &:hover{top:0}}", "p{& a{color:red;}&:hover{top:0;}}"),
        ("h1{& a{color:red}}", ""),
        ("@media print{h1{color:red}}", ""),
        ("@media print{p{color:red}}", "@media print{p{color:red;}}"),
        ("@supports (top:0){@media print{p{top:0}}}", "@supports (top:0){@media print{p{top:0;}}}"),
        (":root{--x:1;--y:var(--z);--z:2}p{top:var(--y)}", ":root{--y:var(--z);--z:2;}p{top:var(--y);}"),
        ("@keyframes k{to{top:0}}@keyframes l{to{top:0}}p{animation:l 1s}",
         "@keyframes l{to{top:0}}p{animation:l 1s;}"),
        ("@view-transition{navigation:auto}", "@view-transition {navigation:auto}"),
        ("p{background:url(data:x);top:0}", "p{top:0;}"),
        ("p{top:0 !important}", "p{top:0 !important;}"),
        (":what(p) b{top:0}", ""),
    ],
)  # fmt: skip
def test_only_rules_that_a_page_uses_are_kept(css, kept):
    reduced = stylesheet.reduce(stylesheet.sheet("", [css]), [PAGE])
    assert reduced.replace("@view-transition{", "@view-transition {") == kept


def test_material_stands_in_a_layer_below_our_own():
    reduced = stylesheet.reduce(stylesheet.sheet("p{top:0}", ["p{top:1px}"]), [PAGE])
    assert reduced == "@layer material{p{top:0;}}p{top:1px;}"


def test_a_finished_page_keeps_its_text_and_loses_what_needs_materials_script():
    html = (
        "<!doctype html><html><head><link rel=stylesheet href=x.css></head><body>"
        '<input class="md-toggle" type=checkbox><label class="md-overlay"></label>'
        "<pre>  a\n  b</pre><p>één <b>twee</b> drie</p></body></html>"
    )
    rules = stylesheet.sheet("", ["p{color:red}h1{color:red}"])
    done = finish.finished({"x/index.html": finish.tidy(html)}, rules)["x/index.html"]
    assert "<style>p{color:red}</style>" in done
    assert "  a\n  b" in done
    assert "één <b>twee</b> drie" in done
    assert "md-" not in done


def test_pages_of_a_kind_share_one_style():
    page = "<!doctype html><html><head><link rel=stylesheet href=x.css></head><body>{}</body></html>"
    pages = {"embed/p3/index.html": "<p>", "en/embed/o1/index.html": "<em>", "index.html": "<b>", "x/p3/": ""}
    pages = {name: finish.tidy(page.format(body)) for name, body in pages.items()}
    done = finish.finished(pages, stylesheet.sheet("", ["p{top:0}em{top:1px}b{top:2px}"]))
    styles = [re.search("<style>(.*?)</style>", html)[1] for html in done.values()]
    assert styles == ["p{top:0}em{top:1px}", "p{top:0}em{top:1px}", "b{top:2px}", ""]


def test_files_are_wanted_when_a_page_or_a_wanted_script_names_them():
    files = {"assets/a.js": 'import "./b.js"', "assets/b.js": "", "assets/c.js": "", "assets/d.js": ""}
    assert finish.wanted(files, "<script src=a.js></script><p data-module=d>") == {
        "assets/a.js", "assets/b.js", "assets/d.js",
    }  # fmt: skip


def test_tools_follow_headings_with_a_code_and_no_others():
    html = '<h2 id="p3">A <em>b</em></h2><p>x</p><h2 id="other">C</h2><h3 id="p4">D</h3>'
    assert sections.with_tools(html, lambda code: f"[{code}]") == html.replace("</h2><p>", "</h2>[p3]<p>")
