"""The everyday words keep to their rules: each group and alias leads somewhere, and to one place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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

    A group touches the text; no word is in two groups; a stop word is in none; no alias belongs to two
    sections, or to one that is not there.
    """
    known = frozenset().union(*map(lexicon.stems, texts.values()))
    found = []
    for word, groups in _places((word, group) for group in lexicon.groups for word in words.tokens(group)):
        if word in lexicon.stop:
            found.append((word, f"the stop word '{word}' is in a group: take it out of one of the two"))
        if len(groups) > 1:
            found.append((word, f"'{word}' is in {len(groups)} groups: keep it in one"))
    if whole:
        strange = (group for group in lexicon.groups if not lexicon.stems(group) & known)
        remedy = "stands in the text: add one, or remove it"
        found += ((group, f"no word of the group '{group}' {remedy}") for group in strange)
        gone = sorted(lexicon.aliases.keys() - texts.keys())
        remedy = "remove its aliases, or give them to another"
        found += ((f"{code}:", f"there is no section '{code}': {remedy}") for code in gone)
    for alias, codes in _places(lexicon.phrases()):
        if len(codes) > 1:
            found.append((alias, f"the alias '{alias}' is at {' and '.join(codes)}: choose one section"))
    lines = lexicon.path.read_text(encoding="utf-8").splitlines()
    return [Problem(str(lexicon.path), _line(lines, needle), message) for needle, message in found]


def _places(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, list[str]]]:
    """Each first thing with all the second things that it was paired with."""
    found: dict[str, list[str]] = {}
    for what, where in pairs:
        found.setdefault(what, []).append(where)
    return list(found.items())


def _line(lines: list[str], needle: str) -> int:
    """The first line that holds the text, 0 when none does."""
    return next((at for at, line in enumerate(lines, 1) if needle in words.fold(line) or needle in line), 0)


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
