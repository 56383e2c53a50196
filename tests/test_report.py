"""The report of a build: every fault once, causes before consequences, ten of a kind."""

from __future__ import annotations

import pytest
from checks import run
from spoiled import cases, found, spoil
from translated import reviewed


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
    reviewed(small)
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
    reviewed(small)
    assert {line.rpartition(":")[0].split(":")[0] for line in found(small)} == {case["file"]}


def test_of_a_kind_ten_are_printed_and_the_others_counted(small):
    path = small / "docs/nl/ophef.md"
    links = "\n".join(f"[Pagina {number}](weg-{number}.md) is weg." for number in range(30))
    path.write_text(path.read_text("utf-8").replace("Neem even rust.", f"Neem even rust.\n{links}"), "utf-8")
    reviewed(small)
    printed = found(small)
    assert len(printed) == 11
    assert printed[0].startswith("docs/nl/ophef.md:10: link to 'weg-0.md' leads nowhere")
    assert printed[10] == "… and 20 more of this kind"


def test_a_rule_that_stumbles_is_a_line_and_the_others_go_on(small, monkeypatch):
    def stumble(page):
        raise TypeError("no such thing")

    monkeypatch.setattr(run.headings, "problems", stumble)
    spoil(small, named("a dead link"))
    reviewed(small)
    printed = found(small)
    line = "could not be checked (TypeError: no such thing): take back the last change to it"
    assert f"docs/nl/ophef.md: {line}" in printed
    assert any("'indx.md' leads nowhere" in one for one in printed)


def test_a_dead_link_that_stands_twice_is_named_twice(small):
    path = small / "docs/nl/ophef.md"
    path.write_text(
        path.read_text("utf-8").replace("Neem even rust.", "[Neem](x.md) even rust.\n\n[Weg](x.md).")
    )
    reviewed(small)
    assert [line.split(": link")[0] for line in found(small) if "x.md" in line] == [
        "docs/nl/ophef.md:9",
        "docs/nl/ophef.md:11",
    ]
