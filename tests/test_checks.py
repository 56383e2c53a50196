"""Each fault of an editor gives its line: file, line number, what to do. The cases are in cases/."""

from __future__ import annotations

import pytest
import translations
from checks import markup
from content import cases as kit
from spoiled import cases, draft_of, found, spoil
from translated import reviewed


def test_a_good_guide_has_no_problems(small):
    assert found(small) == []


@pytest.mark.parametrize("case", cases())
def test_fault(small, case):
    spoil(small, case)
    if "keep_hash" not in case:
        reviewed(small)
    printed = found(small)
    expected = case["lines"] if "lines" in case else [case["only"]]
    assert expected and not any("could not be checked" in one for one in printed)
    for line in expected:
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


def test_a_case_that_links_elsewhere_has_no_section_there(small):
    (small / "docs/nl/casussen.md").write_text(
        "---\ntitle: Casus\n---\n# Casus\n\n## Een casus { #c1 }\n\nVerzonnen casus · beleid · luisteren\n"
        "{: .case-kind }\n\nHet verhaal.\n\nVraag\n:   Wat?\n\nOnderdelen\n"
        ":   [Elders](https://example.nl/x#z9), [hier](ophef.md#o1)\n",
        "utf-8",
    )
    guide = draft_of(small).guide
    assert [case.sections for case in kit.cases(guide, "nl")] == [("o1",)]


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
