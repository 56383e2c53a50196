"""A slip in a style sheet, a template or a text of the interface is named, with its file and line."""

import shutil

import pytest
from checks import overrides as theme
from conftest import ROOT

FAULTS = {
    "brace": ("assets/css/x.css", "a { color: red }\n} b { }", "x.css:2: style rule cannot"),
    "colon": ("assets/css/x.css", "@media print {\na { color red }\n}", "x.css:2: style rule cannot"),
    "template": ("partials/x.html", "<p>\n{% if %}", "x.html:2: template cannot be read"),
    "gone text": ("locales/en.yml", "theme: {}", "en.yml: text 'theme.menu' is missing"),
    "broken texts": ("locales/en.yml", "theme:\n  menu: [", "en.yml:2: is no YAML"),
}


@pytest.fixture
def overrides(tmp_path):
    """A copy of overrides/ to spoil."""
    return shutil.copytree(ROOT / "overrides", tmp_path / "overrides")


def test_ours_have_no_fault(overrides):
    assert not list(theme.problems(overrides, ["nl", "en"]))


@pytest.mark.parametrize(("name", "content", "line"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_named(overrides, name, content, line):
    (overrides / name).write_text(content, encoding="utf-8")
    assert any(line in str(problem) for problem in theme.problems(overrides, ["nl", "en"]))
