"""The everyday words of one language: docs/lexicon/<locale>.yml, and the rules that they keep to.

A file has `stemmer` (a name of the snowballstemmer package), `stop` and `endings` (words, one space apart),
`beginnings` and `sounds` (pairs: what is written, what is meant), `groups` (words that may stand for each
other, one space apart) and `aliases` (by section code, what someone types who looks for it).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import snowballstemmer
import words
import yaml
from guide import Problem


@dataclass(frozen=True)
class Lexicon:
    """One language's words; `groups` and `aliases` as written, `stop` folded."""

    path: Path
    stemmer: str
    stop: frozenset[str]
    beginnings: tuple[tuple[str, str], ...]
    endings: tuple[str, ...]
    sounds: tuple[tuple[str, str], ...]
    groups: tuple[str, ...]
    aliases: dict[str, tuple[str, ...]]

    def telling(self, text: str) -> list[str]:
        """The words of a text that say something of its subject, in reading order."""
        return [word for word in words.tokens(text) if word not in self.stop]

    def phrases(self) -> list[tuple[str, str]]:
        """Each alias, folded, with its section's code."""
        return [(" ".join(words.tokens(one)), code) for code, many in self.aliases.items() for one in many]

    def stems(self, text: str) -> frozenset[str]:
        """The stems of those words."""
        return frozenset(snowballstemmer.stemmer(self.stemmer).stemWords(self.telling(text)))


def read(path: Path) -> Lexicon:
    """One file. Raises `ValueError` with a line on what to do when it cannot be used, and `OSError`."""
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        if data["stemmer"] not in snowballstemmer.algorithms():
            raise ValueError(f"there is no stemmer '{data['stemmer']}': see the snowballstemmer package")
        return Lexicon(
            path,
            data["stemmer"],
            frozenset(words.tokens(data["stop"])),
            tuple((str(written), str(rest)) for written, rest in data["beginnings"]),
            tuple(data["endings"].split()),
            tuple((str(written), str(heard)) for written, heard in data["sounds"]),
            tuple(map(str, data["groups"])),
            {str(code): tuple(map(str, phrases)) for code, phrases in data["aliases"].items()},
        )
    except UnicodeDecodeError as error:
        raise ValueError("is not UTF-8 text: save the file as UTF-8") from error
    except yaml.YAMLError as error:
        raise ValueError(f"broken YAML: {getattr(error, 'problem', error)}") from error
    except KeyError as error:
        raise ValueError(f"the part {error} is missing") from error
    except (TypeError, AttributeError) as error:
        raise ValueError("a part has another form than hooks/lexicon.py describes") from error


def problems(lexicon: Lexicon, texts: dict[str, str]) -> list[Problem]:
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
