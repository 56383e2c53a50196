"""Words for the search index: folded, cut into tokens, and gathered in families by their stem.

The browser folds and cuts the reader's words in the same way (`fold` and `tokens` in search-engine.js);
a test runs both over the same examples. Stems are made here only: the index lists the forms of each
family, so that no stemmer has to travel to the browser.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

import snowballstemmer

APOSTROPHES = re.compile("['`\u00b4\u2018\u2019\u201b]")
DOTTED = re.compile(r"\b(?:\w\.){2,}")  # a.g.f.a. is agfa
SHORT_HALF = re.compile(r"\b(\w{1,2})[-&](?=\w)")  # e-mail is email, P&O is po
WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Lower case without accents, apostrophes, dots in abbreviations, and hyphens after a short half."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    bare = APOSTROPHES.sub("", bare)
    bare = DOTTED.sub(lambda match: match[0].replace(".", ""), bare)
    return SHORT_HALF.sub(r"\1", bare)


def tokens(text: str) -> list[str]:
    """The words of a text, folded, in reading order."""
    return WORD.findall(fold(text))


def families(words: Iterable[str], algorithm: str) -> list[list[str]]:
    """Words that share a Snowball stem, together; families and their forms in alphabetical order.

    `algorithm` is a name of the snowballstemmer package, such as "dutch". Raises `KeyError` on another.
    """
    stem = snowballstemmer.stemmer(algorithm).stemWord
    found: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        found.setdefault(stem(word), []).append(word)
    return sorted(found.values())


def packed(groups: list[list[str]]) -> str:
    """Families as one string: `aandacht,beoordeling=7d` (the 7 letters `beoorde` come again, then `d`).

    The first form is written in full; of each further one the number of letters (base 36) that it shares
    with the first, and the rest.
    """
    return ",".join("=".join([forms[0], *(_after(forms[0], form) for form in forms[1:])]) for forms in groups)


def _after(first: str, form: str) -> str:
    """One further form: how much of the first it shares, and what differs."""
    shared = 0
    while shared < min(len(first), len(form), 35) and first[shared] == form[shared]:
        shared += 1
    return "0123456789abcdefghijklmnopqrstuvwxyz"[shared] + form[shared:]
