"""The command itself on bad input: one line a problem, exit code 1, and the earlier site as it was."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from publish import swap
from small import change, contents, run, small_project


@pytest.fixture
def project(tmp_path) -> Path:
    """A small project with an earlier site."""
    project = small_project(tmp_path / "project")
    for name in swap.SHAPE:
        (project / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (project / "site" / name).write_text("old")
    return project


def refused(project: Path, *options: str) -> list[str]:
    """The lines that a build prints which ends as it should on a fault, with the earlier site untouched."""
    before = contents(project / "site")
    result = run(project, *options)
    printed = result.stdout + result.stderr
    assert result.returncode == 1, printed
    assert "Traceback" not in printed
    assert contents(project / "site") == before
    assert [path.name for path in project.glob(".site.building")] == []
    return printed.splitlines()


def test_faults_of_every_sort_are_in_one_report_causes_first(project):
    change(project / "mkdocs.yml", "site_url: https", "site_url: ftp")
    accent = '  ministry:\n    accent: {light: "#dddddd", dark: "#e3b3d6"}\n'
    change(project / "mkdocs.yml", "  ministry:\n", accent)
    change(project / "overrides/partials/turn.html", "{% endif %}", "{% endfi %}")
    change(project / "overrides/assets/js/copy.js", "{", "(")
    change(project / "docs/nl/ophef.md", "reviewed:", "revewed:")
    change(project / "docs/en/ophef.md", "(index.md)", "(indx.md)")
    change(project / "CHANGELOG.md", "### O1", "### O9")
    change(project / "docs/lexicon/nl.yml", "o1:", "o9:")
    change(project / "docs/statements.yml", "S02:", "S03:")
    found = [line.partition(": ")[0] for line in refused(project)]
    assert [line for line in found if "." in line] == [
        "mkdocs.yml:3",
        "mkdocs.yml:7",
        "overrides/assets/js/copy.js",
        "overrides/partials/turn.html:4",
        "docs/nl/ophef.md:1",
        "docs/nl/ophef.md:4",
        "CHANGELOG.md:5",
        "docs/en/ophef.md:16",
        "docs/lexicon/nl.yml:8",
        "docs/statements.yml",
    ]
    assert "10 problems" in found


def test_another_settings_file_is_judged_in_its_place(project):
    other = (project / "mkdocs.yml").read_text("utf-8").replace("  - ophef.md", "  - ophf.md")
    (project / "other.yml").write_text(other, "utf-8")
    lines = refused(project, "-f", "other.yml")
    assert "other.yml:11: the menu leads to 'ophf.md', which is no page; did you mean 'ophef.md'?" in lines


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        ("mkdocs.yml", "nav:", "nva:", "mkdocs.yml:9: unknown setting 'nva'; did you mean 'nav'?"),
        ("mkdocs.yml", "nav:", "nav: [", 'in "'),  # MkDocs itself names file and line
        ("overrides/machine.yml", "name: material", "name: materail", "Unrecognised theme name: 'materail'"),
    ],
)
def test_settings_that_mkdocs_refuses_have_their_line(project, file, old, new, line):
    change(project / file, old, new)
    assert any(line in one for one in refused(project))


@pytest.mark.parametrize("slip", ["{{ sit.name }}", "{% if page.titel %}{% endif %}", "{{ t.theme.foots }}"])
def test_a_slip_in_the_name_of_a_variable_names_the_template_and_the_line(project, slip):
    change(project / "overrides/partials/colophon.html", "<footer class=\"colophon\">", f"<footer>{slip}")
    assert any(line.startswith("overrides/partials/colophon.html:2: ") for line in refused(project))


def test_a_script_that_text_has_become_stops_the_build(project):
    name = "{{ config.site_name }}"
    change(project / "overrides/partials/colophon.html", name, name.replace("}}", "| safe }}"))
    change(project / "overrides/hooks/checks/values.py", "MARKUP.search(value) or ", "")
    change(project / "mkdocs.yml", "Klein voorbeeld", '"<script>alert(1)</script>"')
    [last] = [line for line in refused(project, "--quiet") if line]
    assert "the script 'alert(1)' is of no template in overrides/: find the text that it came" in last


def test_a_target_that_cannot_be_written_is_one_line(project):
    (project / "file").write_text("a file where a folder should be")
    lines = [line for line in refused(project, "--quiet", "--site-dir", "file/site") if line]
    assert len(lines) == 1
    assert "could not be written" in lines[0] and "see that you may write there" in lines[0]


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("--dirty", "--dirty builds a part of the site"),
        ("--no-directory-urls", "mkdocs.yml: use_directory_urls is off: addresses end in /, leave it on"),
    ],
)
def test_options_that_would_spoil_the_site_are_refused(project, option, words):
    assert any(words in line for line in refused(project, option))


def test_quiet_does_not_hide_warnings_from_strict(project):
    (project / "warn.py").write_text(
        "import logging\ndef on_nav(nav, config, files):\n    logging.getLogger('mkdocs.x').warning('odd')\n"
    )
    change(project / "overrides/machine.yml", "hooks: [", "hooks: [warn.py, ")
    assert any("strict mode" in line for line in refused(project, "--quiet"))


def test_an_address_that_does_not_exist_is_told_once_at_the_end(project):
    told = "QR codes carry https://klein.example/gids/, an address that does not exist"
    result = run(project)
    assert result.returncode == 0, result.stderr
    assert result.stderr.count(told) == 1
    assert told in result.stderr.splitlines()[-2]


def test_the_command_that_freezes_tells_a_fault_of_the_settings(project):
    change(project / "mkdocs.yml", "site_url: https", "site_url: ftp")
    words = [sys.executable, "overrides/hooks/freeze.py"]
    result = subprocess.run(words, cwd=project, text=True, capture_output=True)
    assert result.returncode == 1 and "Traceback" not in result.stderr
    assert result.stderr.startswith("mkdocs.yml:3: site_url must be")
