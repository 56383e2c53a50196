"""How well, how fast and how light search is: `python tests/search/benchmark.py` builds the site and tells.

Quality is measured in Chromium, through the dialog, with the queries beside this file. Each has `lang` (of
the site), `query`, `tag` (its kind), `pages` and `sections` (right answers: one of the sections if any are
named, else any section of one of the pages), `accept` (what answers as well: codes, or a letter for all
sections with it) and `none` (nothing should be found with confidence). `dev_queries.json` are examples to
reach; `own_queries.json` was written apart, in seven rounds, each before it was looked at how search did.
"""

from __future__ import annotations

import contextlib
import functools
import http.server
import itertools
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(HERE.parent), str(ROOT / "overrides" / "hooks")]

import brotli  # noqa: E402
from chromium import find_chromium  # noqa: E402
from content.model import Page, Section  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from search import index as search  # noqa: E402
from search import lexicon  # noqa: E402

LETTER = {"home": "h", "principles": "p", "listening": "l", "ambassador": "a", "doubt": "t", "uproar": "o",
          "agfa": "r", "ministry": "m", "glossary": "b"}  # fmt: skip
SCRIPTS = ("js/search.js", "js/search-words.js", "js/search-engine.js")
START = {"nl": "index.html", "en": "en/index.html"}

# Type each query (or each of its beginnings) into the dialog; what is shown, and the milliseconds it took.
TYPE = """async (queries) => {
  const box = document.querySelector(".search-box"), input = box.querySelector("[type=search]"), answers = [];
  for (const query of queries) {
    input.value = query;
    const begun = performance.now();
    input.dispatchEvent(new Event("input"));
    let waits = 0;
    while (box.dataset.shown !== query.trim())
      await (++waits < 1000 ? Promise.resolve() : new Promise((done) => setTimeout(done)));
    const time = performance.now() - begun;
    answers.push({ time, hits: [...box.querySelectorAll(".search-hits li")].map((hit) => ({
      address: new URL(hit.querySelector("a").href).pathname, code: hit.querySelector("a").hash.slice(1),
      weak: "weak" in hit.dataset })) });
  }
  return answers;
}"""

# The same with the engine alone, on an index that no site has.
ALONE = """(queries) => {
  const clock = (work) => {
    const begun = performance.now();
    return [work(), performance.now() - begun];
  };
  const [index, setUp] = clock(() => guideSearch.prepare(guideIndex.big));
  guideSearch.widen(index, guideOnce.big);
  return [setUp, queries.map((query) => clock(() => guideSearch.search(index, query, []))[1])];
}"""


def queries(name: str) -> list[dict]:
    """The queries of a file beside this one."""
    return json.loads((HERE / name).read_text(encoding="utf-8"))


def key_presses(texts: list[str]) -> list[str]:
    """Every text as it grows, letter by letter."""
    return [text[:end] for text in texts for end in range(1, len(text) + 1) if text[end - 1] != " "]


def right(query: dict, code: str) -> bool:
    """Whether a section answers a query."""
    accepted = query.get("accept", [])
    if code in query["sections"] or code in accepted or code[0] in accepted:
        return True
    return not query["sections"] and code[0] in {LETTER[page] for page in query["pages"]}


def judge(asked: list[dict], answers: list[dict]) -> dict[tuple[str, str], dict[str, float]]:
    """Quality by language and kind ("all" for all kinds): n, hit@1, hit@3, wrong language; or n, quiet."""
    counts = defaultdict(lambda: defaultdict(int))
    for query, answer in zip(asked, answers, strict=True):
        hits, none = answer["hits"], query.get("none")
        good = [right(query, hit["code"]) for hit in hits[:3]]
        seen = {
            "n": 1,
            "wrong language": any(
                hit["address"].startswith("/en/") != (query["lang"] == "en") for hit in hits
            ),
        }
        seen |= (
            {"quiet": all(hit["weak"] for hit in hits)}
            if none
            else {"hit@1": any(good[:1]), "hit@3": any(good)}
        )
        for kind in {query["tag"], "none" if none else "all"}:
            for name, value in seen.items():
                counts[query["lang"], kind][name] += value
    return {
        key: {
            name: value if name in ("n", "wrong language") else value / found["n"]
            for name, value in found.items()
        }
        for key, found in counts.items()
    }


def weight(*paths: Path) -> int:
    """Bytes on the wire."""
    return sum(len(brotli.compress(path.read_bytes(), quality=11)) for path in paths)


def first_answer(site: Path, locale: str) -> list[Path]:
    """What is fetched before a first answer: the scripts and the first half of the index."""
    return [site / "assets" / name for name in (*SCRIPTS, f"search/{locale}.js")]


def whole_index(site: Path, locale: str) -> list[Path]:
    """What is fetched to find something: the scripts and the index."""
    return [*first_answer(site, locale), site / "assets" / "search" / f"{locale}-once.js"]


def invented(sections: int, path: Path) -> tuple[list[Page], lexicon.Lexicon]:
    """A guide that nobody wrote, as dense as ours: words by Zipf's law, ten sections a page.

    Small words count for nothing in the index, so that there are none: 66 telling words a section (of some
    150), 2 in its title, 14 in its aliases.
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
        aliases |= {code: tuple(some(count) for count in (1, 1, 1, 1, 2, 2, 3, 3)) for code in codes}
        pages.append(
            Page("big", f"page{at}.md", path, {"title": some(3)}, {}, "", 1, "<h1>x</h1>", "", parts)
        )
    real = lexicon.read(path)
    return pages, lexicon.Lexicon(
        path,
        real.stemmer,
        real.stop,
        real.elsewhere,
        real.beginnings,
        real.endings,
        real.sounds,
        tuple(some(6) for _ in range(60)),
        aliases,
        {},
    )


@contextlib.contextmanager
def served(site: Path):
    """The address at which a folder is served meanwhile."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *args):
            pass

    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Handler, directory=str(site))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def ask(browser, url: str, locale: str, texts: list[str]) -> list[dict]:
    """What the dialog of a language's home page answers to each text."""
    page = browser.new_page()
    page.goto(url + START[locale])
    page.locator("button.search-open").click()
    page.wait_for_selector(".search-box[data-ready]")
    answers = page.evaluate(TYPE, texts)
    page.close()
    return answers


def quality(browser, url: str, asked: list[dict]) -> dict:
    """`judge` of all queries, each asked of its own language's site."""
    answers = {}
    for locale in START:
        own = [query for query in asked if query["lang"] == locale]
        answers |= zip(
            [query["id"] for query in own], ask(browser, url, locale, [q["query"] for q in own]), strict=True
        )
    return judge(asked, [answers[query["id"]] for query in asked])


def p95(times: list[float]) -> float:
    """The time that 95 of 100 stay below."""
    return statistics.quantiles(times, n=20)[-1]


def speed(browser, url: str, locale: str) -> float:
    """p95 of the milliseconds of a key press in the dialog, once everything was loaded."""
    texts = [query["query"] for query in queries("dev_queries.json") if query["lang"] == locale]
    return p95(
        [answer["time"] for answer in ask(browser, url, locale, texts + key_presses(texts))[len(texts) :]]
    )


def growth(browser, site: Path, sections: int = 1_000) -> dict[str, float]:
    """What is measured of an invented guide, by name."""
    pages, words = invented(sections, ROOT / "docs" / "lexicon" / "nl.yml")
    with tempfile.TemporaryDirectory() as folder:
        for name, data in search.of_language("big", pages, words):
            file = Path(folder, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        names = ("big.js", "big-once.js", "big/page0.js")
        index, once, shard = (Path(folder, search.FOLDER, name) for name in names)
        page = browser.new_page()
        for path in (*(site / "assets" / name for name in SCRIPTS[1:]), index, once):
            page.evaluate(path.read_text(encoding="utf-8"))
        texts = [query["query"] for query in queries("dev_queries.json")]
        titles = [section.title[:30] for one in pages[::5] for section in one.sections[:1]]
        set_up, times = page.evaluate(ALONE, key_presses(texts + titles))
        page.close()
        return {
            "bytes before the first answer": weight(*first_answer(site, "nl")[:-1], index),
            "bytes of the second half": weight(once),
            "bytes of a page's texts": weight(shard),
            "ms of a key press (p95)": p95(times),
            "ms to set up": set_up,
        }


def table(found: dict) -> None:
    """Print quality by kind."""
    for (locale, kind), row in sorted(found.items()):
        cells = (
            f"{name} {value:.2f}" if isinstance(value, float) else f"{name} {value}"
            for name, value in row.items()
        )
        print(f"  {locale} {kind:11}", "  ".join(cells))


def main() -> None:
    """Build, measure, print."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)],
            cwd=ROOT, check=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        )  # fmt: skip
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        with served(site) as url:
            for name in ("dev_queries.json", "own_queries.json"):
                print(name)
                table(quality(browser, url, queries(name)))
            for locale in START:
                shards = sorted((site / "assets" / "search" / locale).glob("*.js"))
                sizes = ", ".join(f"{path.name} {weight(path)}" for path in whole_index(site, locale))
                print(f"{locale}: index and engine {weight(*whole_index(site, locale))} bytes ({sizes}); "
                      f"texts of {len(shards)} pages {weight(*shards)}; "
                      f"a key press takes {speed(browser, url, locale):.1f} ms (p95)")  # fmt: skip
            print(
                "1,000 sections:",
                ", ".join(f"{name} {value:.1f}" for name, value in growth(browser, site).items()),
            )
        browser.close()


if __name__ == "__main__":
    main()
