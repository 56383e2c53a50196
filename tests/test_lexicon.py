"""The words that people search with: folded, cut and kept in a sound lexicon."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest
from checks import lexicon as check
from conftest import ROOT
from search import index as search
from search import lexicon, words

LEXICONS = sorted((ROOT / "docs" / "lexicon").glob("*.yml"))
FOLDED = {
    "Collega\u2019s en foto's": "collegas en fotos",
    "A.G.F.A. adviseert": "agfa adviseert",
    "een e-mail van P&O": "een email van po",
    "privé-account, ideeën": "prive account ideeen",
    "naïve CAFÉ 2026": "naive cafe 2026",
}


@pytest.mark.parametrize(("text", "folded"), FOLDED.items())
def test_fold_and_cut(text, folded):
    assert list(words.tokens(text)) == folded.split()


def dutch(word: str) -> str:
    return words.stem(word, "dutch")


def test_families_share_a_stem():
    found = words.families(["ervaring", "ervaringen", "beeld"], dutch)
    assert found == [["beeld"], ["ervaring", "ervaringen"]]
    assert words.packed(found) == "0beeld,0ervaring=8en"
    assert words.packed([["beeld"], ["beelding", "beeldingen"]]) == "0beeld,5ing=8en"


def test_only_a_participle_loses_its_beginning():
    assert dutch("gelekt") == dutch("lekken")
    assert dutch("gezin") != dutch("zin")
    assert dutch("gezag") != dutch("zag")


def test_families_come_in_halves():
    first, later = words.halves(["ervaring"], ["ervaringen", "krant", "de"], dutch, {"de"})
    assert (first, later) == ([["ervaring", "ervaringen"]], [["krant"]])


def test_steps_are_undone_by_adding():
    assert search.steps({7, 3, 12}) == [3, 4, 5]


TEXTS = {"p1": "De leidinggevende kijkt mee", "p2": "De krant schrijft"}


def problems(tmp_path, **changed) -> list[str]:
    """What is wrong with a sound lexicon after some changes."""
    parts = {"stemmer": "dutch", "apart": [], "stop": "de mee", "elsewhere": "fiets", "beginnings": []}
    parts |= {"endings": "en e", "sounds": [], "groups": ["leidinggevende baas"]}
    parts |= {"questions": {"p2": ["Wie schrijft er?"]}, "aliases": {"p1": ["chef"]}} | changed
    path = tmp_path / "nl.yml"
    path.write_text(json.dumps(parts), encoding="utf-8")
    return [problem.message for problem in check.faults(lexicon.read(path), TEXTS)]


def test_a_sound_lexicon_has_no_problems(tmp_path):
    assert problems(tmp_path) == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"groups": ["fiets rijwiel"]}, "no word of the group 'fiets rijwiel' stands in the text"),
        ({"groups": ["leidinggevende de"]}, "the stop word 'de' is in a group"),
        ({"groups": ["leidinggevende baas", "krant baas"]}, "'baas' is in 2 groups"),
        ({"groups": ["krant dagblad", "kranten schrijft"]}, "'krant' and 'kranten' of two groups"),
        ({"aliases": {"p1": ["voorpagina"], "p2": ["Voorpagina"]}}, "'voorpagina' is said at p1 and p2"),
        ({"aliases": {"p1": ["wie schrijft er"]}}, "'wie schrijft er' is said at p1 and p2"),
        ({"aliases": {"p9": ["iets"]}}, "there is no section 'p9'"),
        ({"questions": {"p9": ["Wat?"]}}, "there is no section 'p9'"),
        ({"elsewhere": "fiets krant"}, "'krant' is in 'elsewhere', but the guide has it"),
    ],
)
def test_each_rule_of_the_lexicon_is_told(tmp_path, changed, said):
    assert any(said in message for message in problems(tmp_path, **changed))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("stemmer: klingon\n", "there is no stemmer 'klingon'"),
        ("stemmer: dutch\n", "the part 'apart' is missing"),
        ("- a\n", "another form"),
        ("stop: [\n", "is no YAML"),
    ],
)
def test_an_unusable_lexicon_is_told_in_one_line(tmp_path, text, said):
    path = tmp_path / "nl.yml"
    path.write_text(text, encoding="utf-8")
    [problem] = check.problems(path, [])
    assert said in problem.message
    [missing] = check.problems(tmp_path / "en.yml", [])
    assert "is missing" in missing.message


def test_words_of_two_groups_may_be_set_apart(tmp_path):
    assert problems(tmp_path, groups=["krant dagblad", "kranten schrijft"], apart=["krant"]) == []


@pytest.mark.parametrize("path", LEXICONS, ids=lambda path: path.stem)
def test_the_guide_itself_has_enough_everyday_words(path, book):
    """Each section has eight aliases or three questions; both where people ask most."""
    found = lexicon.read(path)
    codes = [section.code for page in book.of(path.stem) for section in page.sections]
    assert len(codes) > 100
    few = {code: len(found.aliases.get(code, ())) for code in codes if code[0] in "gqtornpla"}
    assert {code: count for code, count in few.items() if count < 8} == {}
    said = {code: len(found.said(code)) for code in codes}
    assert {code: count for code, count in said.items() if count < 3} == {}


def test_words_of_another_language_are_left_to_that_language():
    told = search.lines('<p>A confidential adviser (<em lang="nl">vertrouwenspersoon</em>).</p>')
    assert "vertrouwenspersoon" in told
    assert [*words.tokens(search.MARKED.sub("", told))] == ["a", "confidential", "adviser"]


def test_a_bad_lexicon_stops_the_build(tmp_path):
    project = tmp_path / "project"
    shutil.copytree(ROOT, project, ignore=shutil.ignore_patterns(".git", "site", ".venv", "tests"))
    path = project / "docs" / "lexicon" / "nl.yml"
    path.write_text(path.read_text("utf-8") + "  z9: [nergens]\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=project, text=True, capture_output=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip
    assert done.returncode == 1
    assert "docs/lexicon/nl.yml" in done.stderr and "there is no section 'z9'" in done.stderr
    assert not (project / "site").exists()
