"""What goes wrong as downloads are made: one line that says what to do, and the earlier files stay."""

import os
import shutil
import subprocess
import sys

import judge
import pytest
from downloaded import ROOT, listed, make
from PIL import Image
from small import contents

pytestmark = pytest.mark.downloads
NO_PANGO = """
import cffi
own = cffi.FFI.dlopen
def dlopen(self, name, flags=0):
    if name and "pango" in str(name):
        raise OSError(f"cannot load library '{name}'")
    return own(self, name, flags)
cffi.FFI.dlopen = dlopen
"""
# Killed where the earlier folder has gone and the new one has not come, where the two cannot be exchanged.
DIE = """
import os, pathlib
from publish import turn
turn.exchange = lambda new, target: False
own = pathlib.Path.rename
pathlib.Path.rename = lambda path, to: os._exit(137) if path.name == ".downloads.new" else own(path, to)
import downloads
downloads.main()
"""


@pytest.fixture
def built(downloads, tmp_path):
    """A copy of the site with its downloads, to spoil."""
    return shutil.copytree(downloads, tmp_path / "site")


def refused(built, *kinds, **more) -> str:
    """The one line that the command says, having left all as it was."""
    before = contents(built)
    result = make(built, *kinds, **more)
    assert result.returncode == 1
    assert contents(built) == before
    assert not list(built.glob(".downloads*"))
    said = (result.stdout + result.stderr).strip()
    assert "\n" not in said
    return said


def small_files_only():
    """A disk that is full, to a process: no file may grow beyond this."""
    import resource  # of Unix only
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))


@pytest.mark.skipif(os.name == "nt", reason="a limit of Unix")
def test_no_room(built):
    assert "make room" in refused(built, "zip", before=small_files_only)


def test_a_machine_without_pango(built, tmp_path):
    (tmp_path / "stub").mkdir()
    (tmp_path / "stub/sitecustomize.py").write_text(NO_PANGO, "utf-8")
    said = refused(built, "pdf", path=tmp_path / "stub")
    assert said.startswith("pdf: needs the library Pango: apt install libpango-1.0-0")


@pytest.mark.system
def test_a_font_that_is_missing(built, tmp_path):
    (tmp_path / "stub/font_source_sans_pro").mkdir(parents=True)
    (tmp_path / "stub/font_source_sans_pro/__init__.py").touch()
    said = refused(built, "pdf", path=tmp_path / "stub")
    assert said == "pdf: the font SourceSansPro-Regular is missing: install font-source-sans-pro again"


@pytest.mark.system
def test_a_picture_that_is_too_large(built):
    Image.new("1", (20_000, 20_000)).save(built / "assets/large.png")
    page = built / "index.html"
    html = page.read_text("utf-8")
    assert "</article>" in html
    page.write_text(html.replace("</article>", '<img alt="Large" src="assets/large.png"></article>'), "utf-8")
    said = refused(built, "pdf")
    assert "assets/large.png" in said and said.endswith("mend or replace it, and build again")


def test_killed_between_two_folders_the_earlier_files_come_back(built):
    before = listed(built)
    command = [sys.executable, "-c", DIE, "--site", str(built), "slides"]
    env = os.environ | {"PYTHONPATH": str(ROOT / "overrides/hooks")}
    result = subprocess.run(command, env=env, capture_output=True)
    assert result.returncode == 137, result.stderr
    assert not (built / "downloads").exists()
    refusing = make(built, "zip", before=small_files_only)
    assert refusing.returncode == 1
    assert listed(built) == before
    assert make(built, "slides").returncode == 0
    assert {one["kind"].partition("_")[0] for one in listed(built)} == {"slides"}


@pytest.mark.parametrize("name", ["java", "soffice", "npm"])
def test_a_judge_that_is_missing_is_one_line(name, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RuntimeError, match=rf"^No {name}: install the-package and run the tests again\.$"):
        judge.program(name, "the-package")
