"""The policy of the pages lets in what our templates have, and the build lets nothing else become script."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT
from publish import headers, swap
from selectolax.lexbor import LexborHTMLParser

OURS = '<script>const go=()=>import(new URL("{{ "a.js" | url }}",location));go()</script>'
PAGE = "<!doctype html><html><head><title>T</title></head><body>{}</body></html>"


@pytest.fixture
def known(tmp_path) -> list[re.Pattern]:
    """The one inline script of a theme, with an address that Jinja fills in."""
    (tmp_path / "theme/partials").mkdir(parents=True)
    (tmp_path / "theme/main.html").write_text(f'{OURS}<script src="a.js"></script>', "utf-8")
    return headers.scripts_of(tmp_path / "theme")


def foreign(body: str, known: list[re.Pattern]) -> list[str]:
    """What a page with this body has that is not ours."""
    return list(headers.foreign(LexborHTMLParser(PAGE.format(body)), known))


@pytest.mark.parametrize(
    "body",
    [
        '<script>const go=()=>import(new URL("../../a.js",location));go()</script>',
        '<script src="../a.js"></script>',
        '<script type="application/ld+json">{"name": "\\u003c/script>"}</script>',
        '<p title="<script>alert(1)</script> onclick=x style=y">&lt;script&gt;alert(1)</p>',
        "<code>&lt;img onerror=alert(1)&gt;</code>",
    ],
)
def test_what_our_templates_have_and_what_is_text_passes(known, body):
    assert foreign(body, known) == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<script>alert(1)</script>", "the script 'alert(1)'"),
        ("<SCRIPT TYPE=module>alert(1)</SCRIPT>", "the script 'alert(1)'"),
        ("<script type=speculationrules>{}</script>", "the script '{}'"),
        ("<script type=text/ecmascript>alert(1)</script>", "the script 'alert(1)'"),
        ("<script src=//kwaad.example/a.js></script>", "the script from '//kwaad.example/a.js'"),
        ("<script src='HTTPS:kwaad.example'></script>", "the script from 'HTTPS:kwaad.example'"),
        ('<script>const go=()=>import(new URL("a.js");x("",location));go()</script>', "the script 'const go"),
        ("<svg><script>alert(1)</script></svg>", "the script 'alert(1)'"),
        ("<img src=x onerror=alert(1)>", "the attribute onerror='alert(1)'"),
        ("<p style='color:red'>", "the attribute style='color:red'"),
        ("<iframe srcdoc='x'></iframe>", "the attribute srcdoc='x'"),
        ("<a href=' JaVa&#9;Script:alert(1)'>x</a>", "the attribute href="),
        ("<form action=javascript:alert(1)></form>", "the attribute action="),
    ],
)
def test_anything_else_that_runs_is_found(known, body, told):
    [found] = foreign(body, known)
    assert found.startswith(told)


def test_a_page_with_a_foreign_script_stops_the_build_and_is_named(known, tmp_path):
    (tmp_path / "site/en").mkdir(parents=True)
    (tmp_path / "site/en/index.html").write_text(PAGE.format("<script>alert(1)</script>"), "utf-8")
    with pytest.raises(swap.Refused, match=r"^en/index.html: the script 'alert\(1\)' is of no template"):
        headers.protect(tmp_path / "site", "'self'", known)


def test_the_policy_names_inline_scripts_by_their_hash_and_who_may_frame(known, tmp_path):
    (tmp_path / "site").mkdir()
    script = OURS.replace('{{ "a.js" | url }}', "a.js")
    (tmp_path / "site/index.html").write_text(PAGE.format(f"{script}<style>a{{}}</style>"), "utf-8")
    server = headers.protect(tmp_path / "site", "'self' https://intranet.example", known)
    text = re.search("<script>(.*)</script>", script)[1]
    page = (tmp_path / "site/index.html").read_text("utf-8")
    assert f"script-src 'self' {headers.digest(text)};" in page and headers.digest(text) in server
    assert "frame-ancestors 'self' https://intranet.example" in server and "frame-ancestors" not in page


def test_every_inline_script_of_ours_is_found():
    texts = [one.pattern for one in headers.scripts_of(ROOT / "overrides")]
    assert len(texts) >= 3
    assert not any("{{" in text for text in texts)
