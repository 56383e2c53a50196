"""The search index: scripts that the search box fetches when a reader goes for it, in `assets/search/`.

`<locale>.js` sets `guideIndex.<locale>`, from which a first answer can be given; `<locale>-once.js` adds, in
`guideOnce.<locale>`, the words that stand in a section's text just once, the larger half of a large guide.
`<locale>/<page>.js` has the texts of a page's sections, for the passages beside the hits, fetched only for
pages that have hits. They are scripts rather than JSON because a browser reads no JSON from a folder (file://).

The index, all numbers in rising order and written as the steps between them:

    words     all families of words, see `words.packed`; a word's number is its place
    groups    the numbers of words that may stand for each other
    pages     [title, address, weight, name of its file of texts]
    sections  [code, title, page, words that occur more than once, aliases of one word,
              words of longer aliases]
    phrases   aliases of small words only ("what now"), which mean something as a whole: their sections
    stop, beginnings, endings, sounds   from the lexicon
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, pairwise
from pathlib import PurePosixPath

from content import addresses, portable
from content.model import Page
from content.site import Site
from search import lexicon as lexicons
from search import words

FOLDER = "assets/search/"
# The guide itself comes first; pages that explain, practise or tell about the site do not push it aside.
WEIGHT = {"B": 0.5, "C": 0.75, "D": 0.75, "V": 0.75, "W": 0.75}


# Of pages about the site and for trainers only what a section says more than once is indexed: they retell
# the guide, and the words would weigh more than they help.
BESIDE = "DVW"


def weight(page: Page) -> float:
    """What a page's hits count for, by the letter of its sections."""
    return WEIGHT.get(page.sections[0].code[:1].upper(), 1)


# What the build adds to blocks says nothing of the section: the label, and the day. Words of another
# language are found by that language's index, which knows more of what people call them.
ADDED = re.compile(
    r"""<span class="label">.*?</span></span>|<p class="as-of">.*?</p>|<(\w+) lang="[^>]*>.*?</\1>""",
    re.DOTALL,
)


def lines(html: str) -> str:
    """The text of a piece of HTML, a line for each block."""
    return re.sub(r"\n+", "\n", re.sub(r"(?m)^- |\| ", "", portable.plain(html)))


def texts(page: Page, added: bool = True) -> dict[str, str]:
    """The text of each section by its code; what stands before the first section belongs to that one.

    `added` tells whether labels and days are part of it.
    """

    def told(html: str) -> str:
        return lines(html if added else ADDED.sub("", html))

    opening = told(page.html.partition("<h2")[0].rpartition("</h1>")[2])
    found = {section.code: told(section.html) for section in page.sections}
    for code in list(found)[:1]:
        found[code] = f"{opening}\n{found[code]}".strip()
    return found


def steps(numbers: set[int]) -> list[int]:
    """Numbers in rising order, as the steps between them."""
    return [after - before for before, after in pairwise([0, *sorted(numbers)])]


def indexed(code: str, text: str, lexicon: lexicons.Lexicon) -> Counter:
    """The words of a section's text that are indexed, and how often they stand there."""
    count = Counter(lexicon.telling(text))
    least = 1
    return Counter({word: times for word, times in count.items() if times >= least})


def index(pages: list[Page], lexicon: lexicons.Lexicon) -> tuple[dict, dict]:
    """The two halves of a language's index, of pages that have sections."""
    text = {code: indexed(code, one, lexicon) for page in pages for code, one in texts(page, False).items()}
    titles = [
        title for page in pages for title in (page.title, *(section.title for section in page.sections))
    ]
    told = [one for code in text for one in lexicon.said(code)]
    short = [one for code in text for one in lexicon.aliases.get(code, ()) if len(words.tokens(one)) == 1]
    first, later = words.halves(
        lexicon.telling(" ".join([*titles, *short, *lexicon.groups])),
        chain(lexicon.telling(" ".join(told)), *text.values()),
        lexicon.family,
    )
    families = [[word] for word in sorted(lexicon.stop)] + first + later
    number = {form: at for at, forms in enumerate(families) for form in forms}

    def numbers(text: str) -> set[int]:
        return {number[word] for word in lexicon.telling(text)}

    def alone(code: str) -> list[int]:
        """The words that are an alias by themselves."""
        told = map(words.tokens, lexicon.aliases.get(code, ()))
        return steps({number[one[0]] for one in told if len(one) == 1})

    def lines(code: str) -> list[list[int]]:
        """Longer aliases and questions, each as its words, small ones too."""
        told = map(words.tokens, lexicon.said(code))
        return [steps({number[word] for word in found}) for found in told if len(found) > 1]

    sections = [(at, section) for at, page in enumerate(pages) for section in page.sections]
    found = {
        "words": words.packed(first),
        "groups": [steps(numbers(group)) for group in lexicon.groups],
        "pages": [
            [page.title, addresses.of_page(page), weight(page), PurePosixPath(page.name).stem]
            for page in pages
        ],
        "sections": [
            [one.code, one.title, at, alone(one.code)] for at, one in sections
        ],
        "stop": " ".join(sorted(lexicon.stop)),
        "elsewhere": " ".join(sorted(lexicon.elsewhere)),
        "beginnings": lexicon.beginnings,
        "endings": " ".join(lexicon.endings),
        "sounds": lexicon.sounds,
    }
    return found, {
        "words": words.packed(later),
        "lines": [lines(one.code) for _, one in sections],
        "texts": [steps({number[word] for word in text[one.code]}) for _, one in sections],
    }


def script(store: str, key: str, value) -> str:
    """A script that puts `value` into the global object `store` under a key."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"(globalThis.{store}??={{}})[{json.dumps(key)}]={data}"


def of_language(locale: str, pages: list[Page], lexicon: lexicons.Lexicon) -> Iterator[tuple[str, bytes]]:
    """A language's index and the texts of each of its pages, as paths from the root and bytes."""
    found, once = index(pages, lexicon)
    yield f"{FOLDER}{locale}.js", script("guideIndex", locale, found).encode()
    yield f"{FOLDER}{locale}-once.js", script("guideOnce", locale, once).encode()
    for page in pages:
        name = PurePosixPath(page.name).stem
        text = script("guideTexts", f"{locale}/{name}", texts(page))
        yield f"{FOLDER}{locale}/{name}.js", text.encode()


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """The same of every language."""
    for locale in site.locales:
        pages = [page for page in site.pages(locale) if page.sections]
        yield from of_language(locale, pages, lexicons.read(lexicons.path(site.docs, locale)))
