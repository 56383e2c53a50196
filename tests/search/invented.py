"""A guide that nobody wrote, as dense as ours and as large as one likes: is search still light and quick?"""

from __future__ import annotations

import dataclasses
import itertools
import random
from pathlib import Path

from content.model import Page, Section
from search import lexicon


def guide(sections: int, path: Path) -> tuple[list[Page], lexicon.Lexicon]:
    """Pages of ten sections and their everyday words, by Zipf's law; the rules come from a lexicon.

    Small words count for nothing in the index of texts, so that there are none: 66 telling words a section
    (of some 150), 2 in its title, 5 aliases of one word, and 20 longer ones and questions.
    """
    chance = random.Random(1)
    sounds = itertools.product("bdfghklmnprstvwz", ("a", "e", "ij", "o", "oe", "u"), ("", "n", "r", "s", "t"))
    syllables = ["".join(three) for three in sounds]
    known = ["".join(chance.choices(syllables, k=chance.choice((1, 2, 2, 3, 3, 4)))) for _ in range(20_000)]
    zipf = [1 / (rank + 3) for rank in range(len(known))]

    def some(count: int) -> str:
        return " ".join(chance.choices(known, zipf, k=count))

    pages, aliases = [], {}
    for at in range(sections // 10):
        codes = [f"{'abcdefghij'[at % 10]}{at // 10 * 10 + number}" for number in range(1, 11)]
        parts = tuple(Section(code, some(2), 1, f"<p>{some(66)}</p>", "") for code in codes)
        aliases |= {code: tuple(some(count) for count in (1,) * 5 + (2, 3, 3, 4) * 5) for code in codes}
        meta = {"title": some(3)}
        pages.append(Page("big", f"page{at}.md", path, meta, {}, "", 1, "<h1>x</h1>", "", parts))
    groups = tuple(some(6) for _ in range(60))
    return pages, dataclasses.replace(lexicon.read(path), groups=groups, aliases=aliases, questions={})
