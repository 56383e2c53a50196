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
        return frozenset(map(words.stemmer(self.stemmer), self.telling(text)))


def read(path: Path) -> Lexicon:
    """One file, once `checks` found that it can be used."""
    return lexicon(path, yaml_file.read(path).data)


def lexicon(path: Path, data) -> Lexicon:
    """What a file says. Raises `ValueError` with a line on what to do when it cannot be used."""
    try:
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
    except KeyError as error:
        raise ValueError(f"the part {error} is missing: see search/lexicon.py") from error
    except (TypeError, AttributeError) as error:
        raise ValueError("a part has another form than search/lexicon.py describes") from error


def path(docs: Path, locale: str) -> Path:
    """Where a language's everyday words are."""
    return docs / "lexicon" / f"{locale}.yml"
