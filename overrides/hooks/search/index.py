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
from collections.abc import Callable, Iterator
from itertools import chain, pairwise
from pathlib import PurePosixPath

from content import addresses, portable
from content.model import Page
from content.site import Site
from search import lexicon as lexicons
from search import words

FOLDER = "assets/search/"
# The guide itself comes first; pages that explain, practise or tell about the site do not push it aside.
WEIGHT = {"B": 0.3, "C": 0.4, "D": 0.35, "H": 0.9, "M": 0.85, "V": 0.35, "W": 0.3}


# Of pages about the site and for trainers only what a section says more than once is indexed: they retell
# the guide, and the words would weigh more than they help.
BESIDE = "DVW"


def weight(page: Page) -> float:
    """What a page's hits count for, by the letter of its sections."""
    return WEIGHT.get(page.sections[0].code[:1].upper(), 1)


# What the build adds to blocks says nothing of the section: the label, and the day.
ADDED = re.compile(r"""<span class="label">.*?</span></span>|<p class="as-of">.*?</p>""")


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
    least = 2 if code[0].upper() in BESIDE else 1
    return Counter({word: times for word, times in count.items() if times >= least})


def index(pages: list[Page], lexicon: lexicons.Lexicon) -> tuple[dict, list[list[int]]]:
    """The two halves of a language's index, of pages that have sections."""
    text = {code: indexed(code, one, lexicon) for page in pages for code, one in texts(page, False).items()}
    titles = [
        title for page in pages for title in (page.title, *(section.title for section in page.sections))
    ]
    aliases = [alias for code in text for alias in lexicon.aliases.get(code, ())]
    everything = lexicon.telling(" ".join([*titles, *aliases, *lexicon.groups]))
    families = words.families(chain(everything, *text.values()), lexicon.stemmer)
    number = {form: at for at, forms in enumerate(families) for form in forms}

    def numbers(text: str) -> list[int]:
        return [number[word] for word in lexicon.telling(text)]

    def repeated(code: str, wanted: Callable[[int], bool]) -> list[int]:
        """The words that stand in the text a wanted number of times."""
        count = Counter()
        for word, times in text[code].items():
            count[number[word]] += times
        return steps({word for word, times in count.items() if wanted(times)})

    def aliased(code: str) -> list[list[int]]:
        """The words that are an alias by themselves, and those of longer ones."""
        told = [numbers(alias) for alias in lexicon.aliases.get(code, ())]
        alone = {word for words in told if len(words) == 1 for word in words}
        return [steps(alone), steps(set(chain(*told)) - alone)]

    found = {
        "words": words.packed(families),
        "groups": [steps(set(numbers(group))) for group in lexicon.groups],
        "pages": [
            [page.title, addresses.of_page(page), weight(page), PurePosixPath(page.name).stem]
            for page in pages
        ],
        "sections": [
            [
                section.code,
                section.title,
                at,
                repeated(section.code, lambda count: count > 1),
                *aliased(section.code),
            ]
            for at, page in enumerate(pages)
            for section in page.sections
        ],
        "phrases": {phrase: code for phrase, code in lexicon.phrases() if not lexicon.telling(phrase)},
        "stop": " ".join(sorted(lexicon.stop)),
        "beginnings": lexicon.beginnings,
        "endings": " ".join(lexicon.endings),
        "sounds": lexicon.sounds,
    }
    return found, [repeated(code, lambda count: count == 1) for code in text]


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
