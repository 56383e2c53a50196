"""How well, how light and how fast search is: `python tests/search/benchmark.py [--site]`.

Quality takes no build; with `--site` the site is built, and its bytes and key presses are measured too.

`dev_queries.json` are examples to reach; `reader_queries.json` are whole sentences of four kinds of readers,
a third of them not looked at while the search was made (`aside`); `own_queries.json` are older ones.
"Held out" asks the questions of the lexicon of an index that lacks them, a fifth at a time: words that nobody
wrote down. What counts as right stands in judging.py.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import asking
import judging
import wire
from chromium import find_chromium
from playwright.sync_api import sync_playwright


def told_of_site(browser) -> Iterator[str]:
    """Build the site, and tell its bytes and key presses."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
        subprocess.run(command, cwd=asking.ROOT, check=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
        with wire.served(site) as url:
            for locale in wire.START:
                first = wire.first_answer(site, locale)
                yield f"{locale}: {wire.weight(*first)} bytes before the first answer, of which"
                yield "  " + ", ".join(f"{path.name} {wire.weight(path)}" for path in first)
                yield f"  {wire.weight(wire.second_half(site, locale))} of the second half"
                texts = (site / "assets" / "search" / locale).glob("*.js")
                yield f"  {wire.weight(*texts)} of texts, page by page"
                yield f"  {wire.speed(browser, url, locale):.1f} ms a key press (p95)"
    yield "1,000 sections"
    for name, value in wire.growth(browser).items():
        yield f"  {value:.1f} {name}"


def main() -> None:
    """Measure, print."""
    held = asking.read()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        readers = asking.queries("reader_queries.json")
        for name, asked in (
            ("dev_queries.json", asking.queries("dev_queries.json")),
            ("own_queries.json", asking.queries("own_queries.json")),
            ("reader_queries.json, looked at", [query for query in readers if not query.get("aside")]),
            ("reader_queries.json, aside", [query for query in readers if query.get("aside")]),
        ):
            found = asking.answers(browser, held, asked)
            print(name, *judging.table(judging.judge(asked, found, asking.pages_of(held))), sep="\n")
            print("misses", *judging.misses(asked, found), sep="\n")
        print("held out", *judging.table(asking.held_out(browser, held)), sep="\n")
        if "--site" in sys.argv:
            print(*told_of_site(browser), sep="\n")
        browser.close()


if __name__ == "__main__":
    main()
