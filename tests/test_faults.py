"""The command itself on bad input: one line a problem, exit code 1, and the earlier site as it was."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from test_publish import contents, old_site


def run(project: Path, *options: str, site: str = "site") -> subprocess.CompletedProcess:
    """`mkdocs build --strict` in a project."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", site, *options]
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, cwd=project, env=env, text=True, capture_output=True)


def change(path: Path, old: str, new: str) -> None:
    """Replace the first `old` of a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def refused(result: subprocess.CompletedProcess) -> list[str]:
    """The lines that a build printed which ended as it should on a fault."""
    printed = result.stdout + result.stderr
    assert result.returncode == 1, printed
    assert "Traceback" not in printed
    return printed.splitlines()


def test_faults_in_texts(project):
    old_site(project / "site")
    before = contents(project / "site")
    change(project / "docs/nl/over.md", "reviewed:", "revewed:")
    change(project / "docs/en/over.md", "(principes.md#p3)", "(principes.md#p33)")
    (project / "docs/nl/foto.md").write_bytes(b"\x89PNG\r\n\x1a\n")
    lines = refused(run(project))
    assert "docs/nl/over.md:4: unknown field 'revewed'; did you mean 'reviewed'?" in lines
    assert "docs/nl/foto.md:1: is not UTF-8 text: save the file as UTF-8" in lines
    assert contents(project / "site") == before
    assert [path.name for path in project.glob(".site.*")] == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("\nnav:", "\nnva:", "mkdocs.yml:{}: unknown setting 'nva'; did you mean 'nav'?"),
        ("\nnav:", "\nnav: [", 'mkdocs.yml", line '),
        ("name: material", "name: materail", "Unrecognised theme name: 'materail'"),
        ("- i18n:", "- i18nn:", 'The "i18nn" plugin is not installed'),
    ],
)
def test_faults_in_the_settings(project, old, new, line):
    old_site(project / "site")
    before = contents(project / "site")
    change(project / "mkdocs.yml", old, new)
    number = (project / "mkdocs.yml").read_text(encoding="utf-8").partition(new)[0].count("\n") + 2
    assert any(line.format(number) in one for one in refused(run(project)))
    assert contents(project / "site") == before


def test_a_target_that_cannot_be_written_is_one_line(project):
    (project / "file").write_text("a file where a folder should be")
    lines = [line for line in refused(run(project, "--quiet", site="file/site")) if line]
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
    assert any(words in line for line in refused(run(project, option)))


def test_quiet_does_not_hide_warnings_from_strict(project):
    (project / "warn.py").write_text(
        "import logging\ndef on_nav(nav, config, files):\n    logging.getLogger('mkdocs.x').warning('odd')\n"
    )
    change(project / "mkdocs.yml", "hooks:", "hooks:\n  - warn.py\n#")
    old_site(project / "site")
    before = contents(project / "site")
    assert any("strict mode" in line for line in refused(run(project, "--quiet")))
    assert contents(project / "site") == before
