"""What search weighs on the wire, and how quickly a key press is answered, also in a large guide."""

from __future__ import annotations

import contextlib
import functools
import http.server
import statistics
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import asking
import brotli
import invented
from search import index

SCRIPTS = ("js/search.js", "js/search-words.js", "js/search-engine.js", "js/search-passage.js")
START = {"nl": "index.html", "en": "en/index.html"}

# Type each text into the dialog: the milliseconds until it shows what it found.
TYPE = """async (texts) => {
  const box = document.querySelector(".search-box"), input = box.querySelector("[type=search]"), times = [];
  for (const text of texts) {
    input.value = text;
    const begun = performance.now();
    input.dispatchEvent(new Event("input"));
    let waits = 0;
    while (box.dataset.shown !== text.trim())
      await (++waits < 1000 ? Promise.resolve() : new Promise((done) => setTimeout(done)));
    times.push(performance.now() - begun);
  }
  return times;
}"""

# The engine alone on one index: the milliseconds to set it up, and of each query.
CLOCK = """(queries) => {
  const clock = (work) => {
    const begun = performance.now();
    return [work(), performance.now() - begun];
  };
  const [found, setUp] = clock(() => guideSearch.prepare(guideIndex.big));
  guideSearch.widen(found, guideOnce.big);
  return [setUp, queries.map((query) => clock(() => guideSearch.search(found, query, []))[1])];
}"""


def key_presses(texts: list[str]) -> list[str]:
    """Every text as it grows, letter by letter."""
    return [text[:end] for text in texts for end in range(1, len(text) + 1) if text[end - 1] != " "]


def weight(*paths: Path) -> int:
    """Bytes on the wire."""
    return sum(len(brotli.compress(path.read_bytes(), quality=11)) for path in paths)


def first_answer(site: Path, locale: str) -> list[Path]:
    """What is fetched before a first answer: the scripts and the first half of the index."""
    return [site / "assets" / name for name in (*SCRIPTS, f"search/{locale}.js")]


def second_half(site: Path, locale: str) -> Path:
    """What follows it."""
    return site / "assets" / "search" / f"{locale}-once.js"


@contextlib.contextmanager
def served(site: Path) -> Iterator[str]:
    """The address at which a folder is served meanwhile."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *args):
            pass

    handler = functools.partial(Handler, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def p95(times: list[float]) -> float:
    """The time that 95 of 100 stay below."""
    return statistics.quantiles(times, n=20)[-1]


def speed(browser, url: str, locale: str) -> float:
    """p95 of the milliseconds of a key press in the dialog, once everything was loaded."""
    texts = [query["query"] for query in asking.queries("dev_queries.json") if query["lang"] == locale]
    page = browser.new_page()
    page.goto(url + START[locale])
    page.locator("button.search-open").click()
    page.wait_for_selector(".search-box[data-ready]")
    times = page.evaluate(TYPE, texts + key_presses(texts))
    page.close()
    return p95(times[len(texts) :])


def growth(browser, sections: int = 1_000) -> dict[str, float]:
    """What is measured of an invented guide, by name."""
    pages, words = invented.guide(sections, asking.ROOT / "docs" / "lexicon" / "nl.yml")
    with tempfile.TemporaryDirectory() as folder:
        names = ("big.js", "big-once.js", "big/page0.js")
        files = {name: Path(folder, f"{at}.js") for at, name in enumerate(names)}
        for name, data in index.of_language("big", pages, words):
            if (short := name.removeprefix(index.FOLDER)) in files:
                files[short].write_bytes(data)
        page = browser.new_page()
        for code in asking.scripts({"big": (pages, words)}):
            page.evaluate(code)
        texts = [query["query"] for query in asking.queries("dev_queries.json")]
        titles = [section.title[:30] for one in pages[::5] for section in one.sections[:1]]
        set_up, times = page.evaluate(CLOCK, key_presses(texts + titles))
        page.close()
        first, later, shard = (weight(path) for path in files.values())
    return {
        "bytes of the first half": first,
        "bytes of the second": later,
        "bytes of a page's texts": shard,
        "ms of a key press (p95)": p95(times),
        "ms to set up": set_up,
    }
