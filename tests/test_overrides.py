"""A slip in a style sheet, template, script or text of the interface is named, with its file and line."""

import shutil

import pytest
from checks import overrides as theme
from conftest import ROOT

FAULTS = {
    "brace": ("assets/css/x.css", "a { color: red }\n} b { }", "x.css:2: style rule cannot"),
    "colon": ("assets/css/x.css", "@media print {\na { color red }\n}", "x.css:2: style rule cannot"),
    "template": ("partials/x.html", "<p>\n{% if %}", "x.html:2: template cannot be read"),
    "handler": ("partials/x.html", "<p>\n<b onclick='x()'>", "x.html:2: attribute onclick= is forbidden"),
    "bytes": ("partials/x.html", "<p>\n\udce9", "x.html:2: is not UTF-8 text"),
    "script": ("assets/js/x.js", "const a = ;", "x.js: this script cannot be read"),
    "module": ("assets/js/x.js", "export default function (", "x.js: this script cannot be read"),
    "gone text": ("locales/en.yml", "theme: {}", "en.yml:1: text 'theme.menu' is missing"),
    "broken texts": ("locales/en.yml", "theme:\n  menu: [", "en.yml:2: is no YAML"),
}
READ = (
    "const a = b?.c ?? 1;\na ??= 2;",
    "import a from './a.js';\nexport default async function f() { await a; }",
    "(globalThis.x = (() => { class A { #b = 1; static { this.c = `${1}`; } } return new A(); })());",
)


@pytest.fixture
def overrides(tmp_path):
    """A copy of overrides/ to spoil."""
    return shutil.copytree(ROOT / "overrides", tmp_path / "overrides")


def test_ours_have_no_fault(overrides):
    assert len(list(overrides.glob("assets/js/*.js"))) > 5
    assert not list(theme.problems(overrides, ["nl", "en"]))


@pytest.mark.parametrize(("name", "content", "line"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_named(overrides, name, content, line):
    (overrides / name).write_bytes(content.encode("utf-8", "surrogateescape"))
    assert any(line in str(problem) for problem in theme.problems(overrides, ["nl", "en"]))


@pytest.mark.parametrize("script", READ)
def test_the_language_of_present_browsers_is_no_fault(tmp_path, script):
    assert not list(theme.script_problems(tmp_path / "x.js", script))
