"""The code keeps to its own rules, and what was published stays."""

from __future__ import annotations

import re
import subprocess
import sys

import yaml
from conftest import ROOT


def test_ruff_has_nothing_to_say():
    result = subprocess.run([sys.executable, "-m", "ruff", "check", "--output-format=concise"], cwd=ROOT,
                            capture_output=True, text=True)
    assert result.returncode == 0, result.stdout


def test_no_section_code_of_the_history_has_vanished():
    history = subprocess.run(["git", "log", "--patch", "--format=", "--", "docs/permalinks.yml"], cwd=ROOT,
                             capture_output=True, text=True, check=True).stdout
    published = set(re.findall(r"^\+([a-z]\d+):", history, re.MULTILINE))
    assert published
    assert published <= yaml.safe_load((ROOT / "docs/permalinks.yml").read_text("utf-8")).keys()
