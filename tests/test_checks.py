"""Each fault of an editor gives its line: file, line number, what to do. The cases are in cases/."""

from __future__ import annotations

import shutil
from pathlib import Path

import adapter
import pytest
import translations
import yaml
from checks import markup, report, run
from conftest import ROOT
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


def review(project: Path) -> None:
    """Record every translation as reviewed, where both pages can be read."""
    for source in (project / "docs/nl").glob("*.md"):
        try:
            translations.record(source, project / "docs/en" / source.name)
        except (OSError, ValueError, yaml.YAMLError):
            continue


def found(project: Path) -> list[str]:
    """What the build would print."""
    draft = adapter.read_draft(read_settings_files(project / "mkdocs.yml", adapter.TAGS))
    return report.lines(run.stages(draft), project)


@pytest.fixture
def small(tmp_path) -> Path:
    """The small guide, in which nothing is wrong."""
    project = Path(shutil.copytree(CASES / "good", tmp_path / "small"))
    review(project)
    return project


def test_a_good_guide_has_no_problems(small):
    assert found(small) == []


@pytest.mark.parametrize("case", cases())
def test_fault(small, case):
    spoil(small, case)
    if "keep_hash" not in case:
        review(small)
    printed = found(small)
    for line in case.get("lines", [case.get("only")]):
        assert any(one.startswith(line) for one in printed), "\n".join(printed)
    if "only" in case:
        assert len(printed) == 1, "\n".join(printed)


@pytest.mark.parametrize("text", ["\ufeff{}", "{}\n\n"])
def test_a_byte_order_mark_and_windows_line_ends_are_no_fault(small, text):
    for path in (small / "docs").rglob("*.md"):
        path.write_text(text.format(path.read_text("utf-8")), "utf-8", newline="\r\n")
    assert found(small) == []


def test_an_id_that_the_template_uses_too_is_found_on_the_whole_page():
    page = '<header id="menu"></header><main><h2 id="o1">Ophef</h2><p id="menu">Eten</p></main>'
    assert markup.repeated_ids(page) == ["menu"]


def test_hidden_files_are_no_pages(small):
    (small / "docs/nl/._ophef.md").write_bytes(b"\0\5\x16\7")  # as macOS leaves them
    assert found(small) == []


def test_all_problems_are_named_in_one_run(small):
    several = (
        "a dead link",
        "a missing picture",
        "a backup of an editor",
        "an empty field",
        "a dead menu entry",
    )
    chosen = [case for case in (one.values[0] for one in cases()) if case["name"] in several]
    for case in chosen:
        spoil(small, case)
    review(small)
    assert set(found(small)) == {line for case in chosen for line in case["lines"]}


def test_a_dead_link_that_stands_twice_is_named_twice(small):
    path = small / "docs/nl/ophef.md"
    path.write_text(
        path.read_text("utf-8").replace("Neem even rust.", "[Neem](x.md) even rust.\n\n[Weg](x.md).")
    )
    review(small)
    assert [line.split(": link")[0] for line in found(small) if "x.md" in line] == [
        "docs/nl/ophef.md:9",
        "docs/nl/ophef.md:11",
    ]


def test_recording_a_review_changes_that_line_only(small):
    path = small / "docs/en/ophef.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes().splitlines(keepends=True)
    (small / "docs/nl/ophef.md").write_text(
        (small / "docs/nl/ophef.md").read_text("utf-8").replace("even", "eerst"), "utf-8"
    )
    translations.record(small / "docs/nl/ophef.md", path)
    after = path.read_bytes().splitlines(keepends=True)
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert len(changed) == 1 and changed[0].startswith(b"source_hash: ") and changed[0].endswith(b'"\r\n')


