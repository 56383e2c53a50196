"""Each fault of an editor gives its line: file, line number, what to do. The cases are in cases/."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path
from types import SimpleNamespace

import adapter
import pytest
import translations
import yaml
from checks import markup, remarks, report, run
from content import cases as kit
from content import settings as site_settings
from content.security_txt import Security
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


def draft_of(project: Path) -> run.Draft:
    """What the build would judge."""
    return adapter.read_draft(read_settings_files(project / "mkdocs.yml", adapter.TAGS))


def found(project: Path) -> list[str]:
    """What the build would print."""
    return report.lines(run.stages(draft_of(project)), project)


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


def named(name: str) -> dict:
    """The case of this name."""
    [case] = [one.values[0] for one in cases() if one.values[0]["name"] == name]
    return case


def test_all_problems_are_named_in_one_run_causes_first(small):
    several = (
        "an address without slash",  # the settings, mkdocs.yml
        "too little contrast",
        "a script that cannot be read",
        "a template that cannot be read",
        "bytes that are not UTF-8 in the texts of the interface",
        "an empty field",  # a page
        "a list without a blank line above",
        "a dead anchor",
        "a change of a section that never was",
        "an alias of a section that is not there",
        "a code of an edition to come",
        "a statement left out",
    )
    chosen = [one.values[0] for one in cases() if one.values[0]["name"] in several]
    assert len(chosen) == len(several)
    for case in chosen:
        spoil(small, case)
    review(small)
    printed = found(small)
    expected = [line for case in chosen for line in case["lines"]]
    assert [line for line in expected if not any(one.startswith(line) for one in printed)] == []
    order = [next(n for n, one in enumerate(printed) if one.startswith(start)) for start in (
        "mkdocs.yml", "docs/nl/ophef.md", "docs/permalinks.yml")]  # fmt: skip
    assert order == sorted(order)


@pytest.mark.parametrize(
    "name", ["HTML that is not closed", "a section without code", "broken YAML", "no front matter"]
)
def test_what_follows_from_a_fault_is_not_told(small, name):
    case = named(name)
    spoil(small, case)
    review(small)
    assert {line.rpartition(":")[0].split(":")[0] for line in found(small)} == {case["file"]}


def test_of_a_kind_ten_are_printed_and_the_others_counted(small):
    path = small / "docs/nl/ophef.md"
    links = "\n".join(f"[Pagina {number}](weg-{number}.md) is weg." for number in range(30))
    path.write_text(path.read_text("utf-8").replace("Neem even rust.", f"Neem even rust.\n{links}"), "utf-8")
    review(small)
    printed = found(small)
    assert len(printed) == 11
    assert printed[0].startswith("docs/nl/ophef.md:10: link to 'weg-0.md' leads nowhere")
    assert printed[10] == "… and 20 more of this kind"


def test_a_rule_that_stumbles_is_a_line_and_the_others_go_on(small, monkeypatch):
    def stumble(page):
        raise TypeError("no such thing")

    monkeypatch.setattr(run.headings, "problems", stumble)
    spoil(small, named("a dead link"))
    review(small)
    printed = found(small)
    line = "could not be checked (TypeError: no such thing): take back the last change to it"
    assert f"docs/nl/ophef.md: {line}" in printed
    assert any("'indx.md' leads nowhere" in one for one in printed)


def test_a_case_that_links_elsewhere_has_no_section_there(small):
    (small / "docs/nl/casussen.md").write_text(
        "---\ntitle: Casus\n---\n# Casus\n\n## Een casus { #c1 }\n\nVerzonnen casus · beleid · luisteren\n"
        "{: .case-kind }\n\nHet verhaal.\n\nVraag\n:   Wat?\n\nOnderdelen\n"
        ":   [Elders](https://example.nl/x#z9), [hier](ophef.md#o1)\n",
        "utf-8",
    )
    guide = draft_of(small).guide
    assert [case.sections for case in kit.cases(guide, "nl")] == [("o1",)]


@pytest.mark.parametrize(
    ("root", "today", "until", "said"),
    [
        ("https://klein.example/", "2026-11-23", None, ["an address that does not exist"]),
        ("https://www.example.org/", "2026-11-23", None, ["an address that does not exist"]),
        ("https://voorbeeld.nl/", "2026-11-23", None, []),
        ("https://voorbeeld.nl/", "2026-11-22", None, ["a day that is still to come"] * 4),
        ("https://voorbeeld.nl/", "2026-11-23", "2027-06-30", []),
        ("https://voorbeeld.nl/", "2026-11-23", "2026-12-01", ["holds until 2026-12-01"]),
        ("https://voorbeeld.nl/", "2026-11-23", "2028-06-30", ["less than a year"]),
    ],
)
def test_what_readers_would_stumble_over_is_said_and_stops_nothing(small, root, today, until, said):
    held = Security("veilig@voorbeeld.nl", datetime.date.fromisoformat(until)) if until else None
    settings = SimpleNamespace(root=root, security=held)
    site = SimpleNamespace(
        settings=settings, guide=draft_of(small).guide, project=small.resolve()
    )
    found = list(remarks.remarks(site, datetime.date.fromisoformat(today)))
    assert len(found) == len(said)
    assert all(words in line for words, line in zip(said, found, strict=True))


@pytest.mark.parametrize("name", ["site_name", "site_url", "edition", "ministry", "author", "nav"])
@pytest.mark.parametrize("value", [None, '""', "[]", "{}"])
def test_a_setting_that_is_left_out_or_empty_is_told_or_does_no_harm(small, name, value):
    needed = name in ("site_name", "site_url", "edition", "nav")
    path = small / "mkdocs.yml"
    data = yaml.safe_load(path.read_text("utf-8"))
    block = data["extra"] if name in ("edition", "ministry", "author") else data
    block.pop(name, None)
    if value:
        block[name] = yaml.safe_load(value)
    path.write_text(yaml.safe_dump(data), "utf-8")
    printed = found(small)
    assert bool(printed) == needed, printed
    assert all(line.startswith("mkdocs.yml") for line in printed)


@pytest.mark.parametrize("name", ["name", "logo", "rules", "contacts", "accent"])
@pytest.mark.parametrize("value", ["", '""', "[]", "{}"])
def test_every_setting_of_a_ministry_may_be_empty(small, name, value):
    path = small / "mkdocs.yml"
    text = path.read_text("utf-8").replace('    name: ""\n    contacts: []\n', f"    {name}: {value}\n")
    path.write_text(text, "utf-8")
    assert found(small) == []


@pytest.mark.parametrize(
    ("value", "policy"),
    [("\"'self' https://a.example:8 https://*.b.example\"", "'self' https://a.example:8 https://*.b.example"),
     ("[\"'self'\", https://a.example]", "'self' https://a.example"),
     ("\"'none'\"", "'none'"),
     ("", "'self'")],
)  # fmt: skip
def test_who_may_frame_a_page_is_one_text_or_a_list(small, value, policy):
    path = small / "mkdocs.yml"
    text = path.read_text("utf-8").replace("extra:\n", f"extra:\n  frame_ancestors: {value}\n")
    path.write_text(text, "utf-8")
    assert found(small) == []
    extra = draft_of(small).settings.data["extra"]
    assert site_settings.read_settings(extra, "https://klein.example/", {}, "").frame_ancestors == policy


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


