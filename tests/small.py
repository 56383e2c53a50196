"""A small project that builds in seconds: the pages of cases/good with our templates and hooks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import yaml
from conftest import ROOT
from translated import reviewed

GOOD = Path(__file__).parent / "cases/good"


def small_project(folder: Path) -> Path:
    """The small project in a new folder."""
    unneeded = shutil.ignore_patterns("overrides")
    project = Path(shutil.copytree(GOOD, folder, ignore=unneeded))
    shutil.copytree(ROOT / "overrides", project / "overrides", ignore=shutil.ignore_patterns("__pycache__"))
    named = yaml.safe_load((GOOD / "overrides/machine.yml").read_text("utf-8"))["extra"]["sections"]
    machine = project / "overrides/machine.yml"
    text = machine.read_text("utf-8")
    for name, code in yaml.safe_load(text)["extra"]["sections"].items():
        text = text.replace(f"    {name}: {code}", f"    {name}: {named[name]}")
    machine.write_text(text, "utf-8")
    return reviewed(project)


def run(project: Path, *options: str, command: str = "build") -> subprocess.CompletedProcess:
    """`mkdocs build --strict` in a project, or another command of MkDocs."""
    words = [sys.executable, "-m", "mkdocs", command, "--strict", *options]
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(words, cwd=project, env=env, text=True, encoding="utf-8", capture_output=True)


def change(path: Path, old: str, new: str) -> None:
    """Replace the first `old` of a file, which must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
