"""The everyday words keep to their rules: each group and alias leads somewhere, and to one place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from content.model import Page, Problem
from search import words
from search.index import texts
from search.lexicon import Lexicon, read


def faults(lexicon: Lexicon, texts: dict[str, str]) -> list[Problem]:
    """What breaks the rules; `texts` holds each section's title and text by its code.

    A group touches the text; no word is in two groups; a stop word is in none; no alias belongs to two
    sections, or to one that is not there.
    """
    known = lexicon.stems(" ".join(texts.values()))
    found = []
    for word, groups in _places((word, group) for group in lexicon.groups for word in words.tokens(group)):
        if word in lexicon.stop:
            found.append((word, f"the stop word '{word}' is in a group: take it out of one of the two"))
        if len(groups) > 1:
            found.append((word, f"'{word}' is in {len(groups)} groups: keep it in one"))
    for group in lexicon.groups:
        if not lexicon.stems(group) & known:
            found.append((group, f"no word of the group '{group}' stands in the text: add one, or remove it"))
    for code in lexicon.aliases.keys() - texts.keys():
        found.append((f"{code}:", f"there is no section '{code}'"))
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


def problems(path: Path, pages: list[Page]) -> Iterator[Problem]:
    """What is wrong with a language's everyday words, given its pages."""
    if not path.is_file():
        yield Problem(str(path), 0, "is missing: every language has a file of everyday words")
        return
    try:
        lexicon = read(path)
    except ValueError as error:
        yield Problem(str(path), 0, str(error))
        return
    yield from faults(
        lexicon,
        {
            section.code: f"{page.title} {section.title} {told[section.code]}"
            for page in pages
            for told in [texts(page)]
            for section in page.sections
        },
    )
