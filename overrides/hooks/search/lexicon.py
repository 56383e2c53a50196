"""The everyday words of one language: docs/lexicon/<locale>.yml.

A file has `stemmer` (a name of the snowballstemmer package), `stop` and `endings` (words, one space apart),
`beginnings` and `sounds` (pairs: what is written, what is meant), `groups` (words that may stand for each
other, one space apart) and `aliases` (by section code, what someone types who looks for it).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import snowballstemmer
from content import yaml_file
from search import words


@dataclass(frozen=True)
class Lexicon:
    """One language's words; `groups` and `aliases` as written, `stop` folded."""

    path: Path
    stemmer: str
    stop: frozenset[str]
    elsewhere: frozenset[str]
    beginnings: tuple[tuple[str, str], ...]
    endings: tuple[str, ...]
    sounds: tuple[tuple[str, str], ...]
    groups: tuple[str, ...]
    aliases: dict[str, tuple[str, ...]]
    questions: dict[str, tuple[str, ...]]
    apart: tuple[str, ...] = ()

    def telling(self, text: str) -> list[str]:
        """The words of a text that say something of its subject, in reading order."""
        return [word for word in words.tokens(text) if word not in self.stop]

    def family(self, word: str) -> str:
        """What the forms of a word have in common: its stem, or the word itself where the stem misleads."""
        own = next((line for line in self.apart if word in line.split()), None)
        if own:
            return own
        stem = words.stemmer(self.stemmer)(word)
        return stem if word[:2] == stem[:2] or word.endswith(("t", "d")) else word[:2] + stem

    def said(self, code: str) -> tuple[str, ...]:
        """What people say who look for a section: its aliases and its questions."""
        return (*self.aliases.get(code, ()), *self.questions.get(code, ()))

    def phrases(self) -> list[tuple[str, str]]:
        """Each alias, folded, with its section's code."""
        return [(" ".join(words.tokens(one)), code) for code, many in self.aliases.items() for one in many]

    def stems(self, text: str) -> frozenset[str]:
        """The stems of those words."""
        return frozenset(map(words.stemmer(self.stemmer), self.telling(text)))


def read(path: Path) -> Lexicon:
    """One file, once `checks` found that it can be used."""
    return lexicon(path, yaml_file.read(path).data)


def by_code(part: dict) -> dict[str, tuple[str, ...]]:
    """What people say, by the code of the section that they look for."""
    return {str(code): tuple(map(str, phrases)) for code, phrases in part.items()}


def lexicon(path: Path, data) -> Lexicon:
    """What a file says. Raises `ValueError` with a line on what to do when it cannot be used."""
    try:
        if data["stemmer"] not in snowballstemmer.algorithms():
            raise ValueError(f"there is no stemmer '{data['stemmer']}': see the snowballstemmer package")
        return Lexicon(
            path,
            data["stemmer"],
            frozenset(words.tokens(data["stop"])),
            frozenset(words.tokens(data["elsewhere"])),
            tuple((str(written), str(rest)) for written, rest in data["beginnings"]),
            tuple(data["endings"].split()),
            tuple((str(written), str(heard)) for written, heard in data["sounds"]),
            tuple(map(str, data["groups"])),
            by_code(data["aliases"]),
            by_code(data["questions"]),
            tuple(data.get("apart", ())),
        )
    except KeyError as error:
        raise ValueError(f"the part {error} is missing: see search/lexicon.py") from error
    except (TypeError, AttributeError) as error:
        raise ValueError("a part has another form than search/lexicon.py describes") from error


def path(docs: Path, locale: str) -> Path:
    """Where a language's everyday words are."""
    return docs / "lexicon" / f"{locale}.yml"
