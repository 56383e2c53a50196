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


def test_families_share_a_stem():
    found = words.families(["ervaring", "ervaringen", "beeld"], words.stemmer("dutch"))
    assert found == [["beeld"], ["ervaring", "ervaringen"]]
    assert words.packed(found) == "0beeld,0ervaring=8en"
    assert words.packed([["beeld"], ["beelding", "beeldingen"]]) == "0beeld,5ing=8en"


def test_steps_are_undone_by_adding():
    assert search.steps({7, 3, 12}) == [3, 4, 5]


TEXTS = {"p1": "De leidinggevende kijkt mee", "p2": "De krant schrijft"}


def problems(tmp_path, **changed) -> list[str]:
    """What is wrong with a sound lexicon after some changes."""
    parts = {"stemmer": "dutch", "stop": "de mee", "beginnings": [], "endings": "en e", "sounds": []}
    parts |= {"elsewhere": "", "questions": {}}
    parts |= {"groups": ["leidinggevende baas"], "aliases": {"p1": ["chef"]}} | changed
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
        ({"aliases": {"p1": ["voorpagina"], "p2": ["Voorpagina"]}}, "'voorpagina' is at p1 and p2"),
        ({"aliases": {"p9": ["iets"]}}, "there is no section 'p9'"),
    ],
)
def test_each_rule_of_the_lexicon_is_told(tmp_path, changed, said):
    assert any(said in message for message in problems(tmp_path, **changed))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("stemmer: klingon\n", "there is no stemmer 'klingon'"),
        ("stemmer: dutch\n", "the part 'stop' is missing"),
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


@pytest.mark.parametrize("path", LEXICONS, ids=lambda path: path.stem)
def test_the_guide_itself_has_enough_everyday_words(path):
    """Eight aliases or more for each section that answers a question; a few elsewhere are fine."""
    aliases = lexicon.read(path).aliases
    asked = [code for code in aliases if code[0] in "plato" or code in ("r2", "r3", "r4", "h3")]
    assert len(asked) >= 24
    assert {code: len(aliases[code]) for code in asked if len(aliases[code]) < 8} == {}


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
