"""The engine alone, in one page of a Chromium, on the texts and words of docs/: no build needed."""

from __future__ import annotations

import dataclasses
import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(ROOT / "overrides" / "hooks")]

import adapter  # noqa: E402
import judging  # noqa: E402
from content.model import Page  # noqa: E402
from content.site import reading_order  # noqa: E402
from mkdocs.config import load_config  # noqa: E402
from search import index, lexicon  # noqa: E402

LOCALES = ("nl", "en")
FIFTHS = 5

# What the engine answers to each [language, query].
ASK = """(asked) => {
  const whole = {};
  for (const [locale, data] of Object.entries(guideIndex)) {
    whole[locale] = guideSearch.prepare(data);
    guideSearch.widen(whole[locale], guideOnce[locale]);
  }
  return asked.map(([locale, query]) => {
    const others = Object.keys(whole).filter((one) => one !== locale).map((one) => whole[one]);
    return guideSearch.search(whole[locale], query, guideSearch.strange(whole[locale], query) ? others : [])
      .map(({ code, sure, share }) => ({ code, sure, share }));
  });
}"""


def queries(name: str) -> list[dict]:
    """The queries of a file beside this one."""
    return json.loads((HERE / name).read_text(encoding="utf-8"))


def read() -> dict[str, tuple[list[Page], lexicon.Lexicon]]:
    """The pages of each language, in the order of the menu, and its lexicon."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    guide, order = adapter.read_texts(config), reading_order(config.nav)
    found = {locale: [guide.pages[locale, name] for name in order] for locale in LOCALES}
    return {
        locale: (
            [page for page in pages if page.sections],
            lexicon.read(lexicon.path(ROOT / "docs", locale)),
        )
        for locale, pages in found.items()
    }


def scripts(held: dict[str, tuple[list[Page], lexicon.Lexicon]]) -> list[str]:
    """The engine and the indexes of some guides, as scripts to run."""
    names = ("search-words.js", "search-engine.js")
    code = [(ROOT / "overrides" / "assets" / "js" / name).read_text(encoding="utf-8") for name in names]
    for locale, (pages, words) in held.items():
        code += [data.decode() for _, data in list(index.of_language(locale, pages, words))[:2]]
    return code


def answers(browser, held: dict, asked: list[dict]) -> list[list[dict]]:
    """The hits of each query, asked in its own language: [{code, sure, share}]."""
    page = browser.new_page()
    for code in scripts(held):
        page.evaluate(code)
    found = page.evaluate(ASK, [[query["lang"], query["query"]] for query in asked])
    page.close()
    return found


def pages_of(held: dict) -> dict[str, str]:
    """The page of each section's code."""
    return {one.code: page.name for pages, _ in held.values() for page in pages for one in page.sections}


def quality(browser, held: dict, asked: list[dict]) -> dict:
    """`judging.judge` of queries."""
    return judging.judge(asked, answers(browser, held, asked), pages_of(held))


def held_out(browser, held: dict) -> dict:
    """The same of the lexicon's questions, a fifth at a time, each of an index without them."""
    asked, found = [], []
    for fifth in range(FIFTHS):
        without, now = {}, []
        for locale, (pages, words) in held.items():
            kept, at = {}, 0
            for code, many in words.questions.items():
                kept[code] = tuple(one for number, one in enumerate(many, at) if number % FIFTHS != fifth)
                now += [
                    {"lang": locale, "query": one, "sections": [code], "tag": "held out"}
                    for one in many
                    if one not in kept[code]
                ]
                at += len(many)
            without[locale] = (pages, dataclasses.replace(words, questions=kept))
        asked += now
        found += answers(browser, without, now)
    return judging.judge(asked, found, pages_of(held))
