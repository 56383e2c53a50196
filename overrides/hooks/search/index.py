"""The search index: scripts that the search box fetches when a reader goes for it, in `assets/search/`.

`<locale>.js` sets `guideIndex.<locale>`, from which a first answer can be given; `<locale>-once.js` adds, in
`guideOnce.<locale>`, the larger half: what people say in more than one word, and the words of the texts.
`<locale>/<page>.js` has the texts of a page's sections, for the passages beside the hits, fetched only for
pages that have hits. They are scripts rather than JSON because a browser reads no JSON from a folder (file://).

Words are numbered: the small ones of `stop` first, then the families of `words`, then those of the second
half's `words`. All numbers are in rising order and written as the steps between them.

    words     families of words, see `words.packed`
    groups    the numbers of words that may stand for each other
    pages     [title, address, weight, name of its file of texts]
    sections  [code, title, page, aliases of one word]
    stop, elsewhere, beginnings, endings, sounds   from the lexicon

    lines     of each section, in the second half: longer aliases and questions, small words too
    texts     of each section, in the second half: the words of its text
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import chain, pairwise
from pathlib import PurePosixPath

from content import addresses, portable
from content.model import Page
from content.site import Site
from search import lexicon as lexicons
from search import words

FOLDER = "assets/search/"
# Cases, the trainer's kit, the glossary and pages about the site retell what the guide says: their sections,
# by the letter, count for less. So do a ministry's own rules, beside the guide.
RETELLING, LESS = "BCDVW", 0.75

# What the build adds to blocks says nothing of the section: the label, and the day.
ADDED = re.compile(r"""<span class="label">.*?</span></span>|<p class="as-of">.*?</p>""")
# Words of another language are found by that language's index, which knows more of what people call them.
FOREIGN = re.compile(r"""<(\w+) lang="[^>]*>(.*?)</\1>""", re.DOTALL)
MARKED = re.compile("\u2060.*?\u2060")


def weight(page: Page) -> float:
    """What a page's hits count for."""
    own = page.name.startswith(addresses.OWN)
    return LESS if own or page.sections[0].code[:1].upper() in RETELLING else 1


def lines(html: str) -> str:
    """The text of a piece of HTML, a line for each block; a word joiner stands on either side of what is in
    another language."""
    marked = FOREIGN.sub("\u2060\\2\u2060", ADDED.sub("", html))
    return re.sub(r"\n+", "\n", re.sub(r"(?m)^- |\| ", "", portable.plain(marked)))


def texts(page: Page) -> dict[str, str]:
    """The text of each section by its code; what stands before the first section belongs to that one."""
    opening = lines(page.html.partition("<h2")[0].rpartition("</h1>")[2])
    found = {section.code: lines(section.html) for section in page.sections}
    for code in list(found)[:1]:
        found[code] = f"{opening}\n{found[code]}".strip()
    return found


def steps(numbers: set[int]) -> list[int]:
    """Numbers in rising order, as the steps between them."""
    return [after - before for before, after in pairwise([0, *sorted(numbers)])]


def index(pages: list[Page], read: dict[str, str], lexicon: lexicons.Lexicon) -> tuple[dict, dict]:
    """The two halves of a language's index, of pages that have sections; `read` has each section's text."""
    sections = [(at, section) for at, page in enumerate(pages) for section in page.sections]
    text = {code: lexicon.telling(MARKED.sub("", one)) for code, one in read.items()}
    told = {code: [words.tokens(one) for one in lexicon.said(code)] for code in text}
    alone = {
        code: [said[0] for said in map(words.tokens, lexicon.aliases.get(code, ())) if len(said) == 1]
        for code in text
    }
    titles = [page.title for page in pages] + [section.title for _, section in sections]
    small = sorted(lexicon.stop)
    first, later = words.halves(
        chain(lexicon.telling(" ".join([*titles, *lexicon.groups])), *alone.values()),
        chain(*text.values(), *chain(*told.values())),
        lexicon.family,
        lexicon.stop,
    )
    families = [[word] for word in small] + first + later
    number = {form: at for at, forms in enumerate(families) for form in forms}

    def numbers(found: list[str]) -> list[int]:
        return steps({number[word] for word in found})

    return {
        "words": words.packed(first),
        "groups": [numbers(lexicon.telling(group)) for group in lexicon.groups],
        "pages": [
            [page.title, addresses.of_page(page), weight(page), PurePosixPath(page.name).stem]
            for page in pages
        ],
        "sections": [[one.code, one.title, at, numbers(alone[one.code])] for at, one in sections],
        "stop": " ".join(small),
        "elsewhere": " ".join(sorted(lexicon.elsewhere)),
        "beginnings": lexicon.beginnings,
        "endings": " ".join(lexicon.endings),
        "sounds": lexicon.sounds,
    }, {
        "words": words.packed(later),
        "lines": [[numbers(said) for said in told[one.code] if len(said) > 1] for _, one in sections],
        "texts": [numbers(text[one.code]) for _, one in sections],
    }


def script(store: str, key: str, value) -> str:
    """A script that puts `value` into the global object `store` under a key."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"(globalThis.{store}??={{}})[{json.dumps(key)}]={data}"


def of_language(locale: str, pages: list[Page], lexicon: lexicons.Lexicon) -> Iterator[tuple[str, bytes]]:
    """A language's index and the texts of each of its pages, as paths from the root and bytes."""
    told = [texts(page) for page in pages]
    first, later = index(pages, {code: text for one in told for code, text in one.items()}, lexicon)
    yield f"{FOLDER}{locale}.js", script("guideIndex", locale, first).encode()
    yield f"{FOLDER}{locale}-once.js", script("guideOnce", locale, later).encode()
    for page, one in zip(pages, told, strict=True):
        name = PurePosixPath(page.name).stem
        text = script("guideTexts", f"{locale}/{name}", one).replace("\u2060", "")
        yield f"{FOLDER}{locale}/{name}.js", text.encode()


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """The same of every language."""
    for locale in site.locales:
        beside = [site.guide.rules[locale]] if site.guide.rules else []
        pages = [page for page in [*site.pages(locale), *beside] if page.sections]
        yield from of_language(locale, pages, lexicons.read(lexicons.path(site.docs, locale)))
