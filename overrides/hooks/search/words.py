"""Words for the search index: folded, cut into tokens, and gathered in families.

The browser folds and cuts the reader's words in the same way (`fold` and `tokens` in search-words.js);
a test runs both over the same examples. Stems are made here only: the index lists the forms of each
family, so that no stemmer has to travel to the browser.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Collection, Iterable
from functools import cache, lru_cache

import snowballstemmer

APOSTROPHES = re.compile("['`\u00b4\u2018\u2019\u201b]")
DOTTED = re.compile(r"\b(?:\w\.){2,}")  # a.g.f.a. is agfa
SHORT_HALF = re.compile(r"\b(\w{1,2})[-&](?=\w)")  # e-mail is email, P&O is po
NOT_ASCII = re.compile(r"[^\x00-\x7f]+")  # among which are all marks that combine
WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Lower case without accents, apostrophes, dots in abbreviations, and hyphens after a short half."""
    bare = NOT_ASCII.sub(
        lambda match: "".join(c for c in match[0] if not unicodedata.combining(c)),
        unicodedata.normalize("NFD", text.lower()),
    )
    bare = APOSTROPHES.sub("", bare)
    bare = DOTTED.sub(lambda match: match[0].replace(".", ""), bare)
    return SHORT_HALF.sub(r"\1", bare)


@lru_cache(maxsize=8192)  # the checks ask for the words of each section, and the index again
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text, folded, in reading order."""
    return tuple(map(sys.intern, WORD.findall(fold(text))))  # each word is held once


@cache
def stemmer(algorithm: str) -> Callable[[str], str]:
    """A function from a word to its stem, which works each word out once.

    `algorithm` is a name of the snowballstemmer package, such as "dutch". Raises `KeyError` on another.
    """
    return cache(snowballstemmer.stemmer(algorithm).stemWord)


def stem(word: str, algorithm: str) -> str:
    """A word's Snowball stem. One that begins otherwise than the word (gezin: zin) is taken only from what
    may be a participle (gelekt: lek); else the beginning stays."""
    found = stemmer(algorithm)(word)
    return found if word[:2] == found[:2] or word.endswith(("t", "d")) else word[:2] + found


def families(words: Iterable[str], family: Callable[[str], str]) -> list[list[str]]:
    """Words for which `family` gives the same, together; families and their forms in alphabetical order."""
    found: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        found.setdefault(family(word), []).append(word)
    return sorted(found.values())


def halves(
    first: Iterable[str], more: Iterable[str], family: Callable[[str], str], without: Collection[str]
) -> tuple[list[list[str]], list[list[str]]]:
    """The families of all words, less some: those that have a word among the first, and the others."""
    first = {*first} - {*without}
    found = families(first.union(more) - {*without}, family)
    ours = [not first.isdisjoint(forms) for forms in found]
    return [one for one, our in zip(found, ours, strict=True) if our], [
        one for one, our in zip(found, ours, strict=True) if not our
    ]


def packed(groups: list[list[str]]) -> str:
    """Families as one string: `0beeld,5ing=8en` is beeld, and beelding with beeldingen.

    Each form is written as the number of letters (base 36) that it shares with an earlier one, and the rest:
    the first of a family with the first of the family before it, the others with the first of their own.
    """
    firsts = ["", *(forms[0] for forms in groups)]
    return ",".join(
        "=".join([_after(before, forms[0]), *(_after(forms[0], form) for form in forms[1:])])
        for before, forms in zip(firsts, groups, strict=False)
    )


def _after(before: str, form: str) -> str:
    """How much of an earlier form a form shares, and what differs."""
    shared = 0
    while shared < min(len(before), len(form), 35) and before[shared] == form[shared]:
        shared += 1
    return "0123456789abcdefghijklmnopqrstuvwxyz"[shared] + form[shared:]
