"""The everyday words of one language: docs/lexicon/<locale>.yml.

stemmer     a name of the snowballstemmer package; "" when it has none for the language
apart       families of words that the stemmer gets wrong, each a line: its words belong together, and to
            no others
stop        words that say nothing of what someone looks for
elsewhere   words of questions that the guide does not answer
beginnings, sounds   pairs: what is written, what is meant
endings     that a word can have without coming to mean something else
groups      words that may stand for each other, each a line
questions   by section code, questions as people put them, which the section answers
aliases     by section code, what someone types who looks for it
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import snowballstemmer
from content import yaml_file
from search import words

NONE = {"stemmer": "", "stop": "", "elsewhere": "", "endings": "", "questions": {}, "aliases": {}}
NONE |= dict.fromkeys(("apart", "beginnings", "sounds", "groups"), ())


@dataclass(frozen=True)
class Lexicon:
    """One language's words; lines, aliases and questions as written, `stop` and `elsewhere` folded."""

    path: Path
    stemmer: str
    apart: tuple[str, ...]
    stop: frozenset[str]
    elsewhere: frozenset[str]
    beginnings: tuple[tuple[str, str], ...]
    endings: tuple[str, ...]
    sounds: tuple[tuple[str, str], ...]
    groups: tuple[str, ...]
    questions: dict[str, tuple[str, ...]]
    aliases: dict[str, tuple[str, ...]]

    def telling(self, text: str) -> list[str]:
        """The words of a text that say something of its subject, in reading order."""
        return [word for word in words.tokens(text) if word not in self.stop]

    @cached_property
    def _own(self) -> dict[str, str]:
        return {word: f"{line}!" for line in self.apart for word in words.tokens(line)}  # no stem ends so

    def family(self, word: str) -> str:
        """What the forms of a word have in common: its stem, or the line of `apart` that it stands on."""
        return self._own.get(word) or (words.stem(word, self.stemmer) if self.stemmer else word)

    def said(self, code: str) -> tuple[str, ...]:
        """What people say who look for a section."""
        return (*self.aliases.get(code, ()), *self.questions.get(code, ()))


def read(path: Path) -> Lexicon:
    """One file, once `checks` found that it can be used; nothing but the words of the text without one."""
    return lexicon(path, yaml_file.read(path).data if path.exists() else NONE)


def lexicon(path: Path, data) -> Lexicon:
    """What a file says. Raises `ValueError` with a line on what to do when it cannot be used."""
    try:
        if data["stemmer"] not in ("", *snowballstemmer.algorithms()):
            raise ValueError(f"there is no stemmer '{data['stemmer']}': see the snowballstemmer package")
        return Lexicon(
            path,
            data["stemmer"],
            tuple(map(str, data["apart"])),
            frozenset(words.tokens(data["stop"])),
            frozenset(words.tokens(data["elsewhere"])),
            tuple((str(written), str(rest)) for written, rest in data["beginnings"]),
            tuple(data["endings"].split()),
            tuple((str(written), str(heard)) for written, heard in data["sounds"]),
            tuple(map(str, data["groups"])),
            by_section(data["questions"]),
            by_section(data["aliases"]),
        )
    except KeyError as error:
        raise ValueError(f"the part {error} is missing: see search/lexicon.py") from error
    except (TypeError, AttributeError) as error:
        raise ValueError("a part has another form than search/lexicon.py describes") from error


def by_section(part: dict) -> dict[str, tuple[str, ...]]:
    """A part of the file that has a list for each section."""
    return {str(code): tuple(map(str, many)) for code, many in part.items()}


def path(docs: Path, locale: str) -> Path:
    """Where a language's everyday words are."""
    return docs / "lexicon" / f"{locale}.yml"
