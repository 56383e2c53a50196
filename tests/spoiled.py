"""The small guide with a fault of the cases in it, and what the build would print of it."""

from __future__ import annotations

from pathlib import Path

import adapter
import pytest
import yaml
from checks import report, run
from content.settings_files import read_settings_files

CASES = Path(__file__).parent / "cases"


def cases() -> list:
    """Every case of every file, by its name."""
    found = []
    for path in sorted(CASES.glob("*.yml")):
        found += [pytest.param(case, id=case["name"]) for case in yaml.safe_load(path.read_text("utf-8"))]
    return found


def spoil(project: Path, case: dict) -> None:
    """Bring the fault of a case into the small guide."""
    path = project / case["file"]
    path.parent.mkdir(parents=True, exist_ok=True)
    if "remove" in case:
        path.unlink()
    elif "link" in case:
        path.symlink_to(case["link"])
    elif "bytes" in case:
        path.write_bytes(bytes.fromhex(case["bytes"]))
    elif "swap" in case:
        one, other = case["swap"]
        text = path.read_text("utf-8").replace(one, "\0").replace(other, one).replace("\0", other)
        path.write_text(text, "utf-8")
    elif "old" in case:
        text = path.read_text("utf-8")
        assert case["old"] in text
        path.write_text(text.replace(case["old"], case["new"] * case.get("repeat", 1), 1), "utf-8")
    else:
        path.write_text(case["new"], "utf-8")


def draft_of(project: Path) -> run.Draft:
    """What the build would judge."""
    return adapter.read_draft(read_settings_files(project / "mkdocs.yml", adapter.TAGS))


def found(project: Path) -> list[str]:
    """What the build would print."""
    return report.lines(run.stages(draft_of(project)), project)
