"""The everyday words keep to their rules: what people say leads somewhere, and to one place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from content import yaml_file
from content.model import Page, Problem
from search import lexicon as lexicons
from search import words
from search.index import texts
from search.lexicon import Lexicon


def faults(lexicon: Lexicon, texts: dict[str, str], whole: bool = True) -> list[Problem]:
    """What breaks the rules; `texts` holds each section's title and text by its code.
    When those texts are not `whole`, nothing is said to be missing in them.

    A group touches the text; no word is in two groups, nor two groups in one family of words; a stop word is
    in none. What people say leads to one section, which is there; a word that the guide does not answer
    stands nowhere in it.
    """
    known = set().union(*(_families(lexicon, text) for text in texts.values()))
    said = [(one, code) for code in lexicon.aliases | lexicon.questions for one in lexicon.said(code)]
    heard = {word for text in [*texts.values(), *(one for one, _ in said)] for word in lexicon.telling(text)}
    grouped = _places((word, group) for group in lexicon.groups for word in words.tokens(group))
    found = []
    for word, groups in grouped:
        if word in lexicon.stop:
            found.append((word, f"the stop word '{word}' is in a group: take it out of one of the two"))
        if len(groups) > 1:
            found.append((word, f"'{word}' is in {len(groups)} groups: keep it in one"))
    for _, forms in _places((lexicon.family(word), (word, groups[0])) for word, groups in grouped):
        for (one, group), (other, another) in pairwise(forms):
            if group != another:
                taken = f"'{one}' and '{other}' of two groups are taken for forms of one word"
                found.append((other, f"{taken}: give one a line in 'apart', or keep both in one group"))
    if whole:
        strange = (group for group in lexicon.groups if known.isdisjoint(_families(lexicon, group)))
        remedy = "stands in the text: add one, or remove it"
        found += ((group, f"no word of the group '{group}' {remedy}") for group in strange)
        gone = sorted((lexicon.aliases.keys() | lexicon.questions.keys()) - texts.keys())
        remedy = "remove its aliases and questions, or give them to another"
        found += ((f"{code}:", f"there is no section '{code}': {remedy}") for code in gone)
    for one, codes in _places((" ".join(words.tokens(one)), code) for one, code in said):
        if len(codes) > 1:
            found.append((one, f"'{one}' is said at {' and '.join(codes)}: choose one place"))
    for word in sorted(lexicon.elsewhere & heard):
        found.append((word, f"'{word}' is in 'elsewhere', but the guide has it: take it out there"))
    lines = lexicon.path.read_text(encoding="utf-8").splitlines()
    return [Problem(str(lexicon.path), _line(lines, needle), message) for needle, message in found]


def _families(lexicon: Lexicon, text: str) -> set[str]:
    """The families of a text's telling words."""
    return set(map(lexicon.family, lexicon.telling(text)))


def _places(pairs: Iterable[tuple]) -> list[tuple[str, list]]:
    """Each first thing with all the second things that it was paired with."""
    found: dict[str, list] = {}
    for what, where in pairs:
        found.setdefault(what, []).append(where)
    return list(found.items())


def _line(lines: list[str], needle: str) -> int:
    """The first line that has the text as an item of its own, or else holds it; 0 when none does."""
    item = re.compile(rf"(?:^|[\[,]|- )\s*{re.escape(needle)}\s*(?:[,\]]|$)")
    folded = [words.fold(line) for line in lines]
    own = (at for at, line in enumerate(lines, 1) if item.search(line))
    held = (at for at, line in enumerate(folded, 1) if needle in line or needle in lines[at - 1])
    return next(own, next(held, 0))


def problems(path: Path, pages: list[Page], whole: bool = True) -> Iterator[Problem]:
    """What is wrong with a language's everyday words, given its pages, and whether those are `whole`."""
    file = yaml_file.read(path)
    yield from file.problems
    if file.lines is None:
        return
    try:
        lexicon = lexicons.lexicon(path, file.data)
    except ValueError as error:
        yield Problem(str(path), 0, str(error))
        return
    known = {
        section.code: f"{page.title} {section.title} {told[section.code]}"
        for page in pages
        for told in [texts(page)]
        for section in page.sections
    }
    yield from faults(lexicon, known, whole)
