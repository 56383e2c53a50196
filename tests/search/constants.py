"""What each constant of the engine is worth: `python tests/search/constants.py` prints a table.

Each is halved and doubled by itself, and the queries that were looked at while the search was made are asked
again: the share whose section comes first, Dutch and English. Queries set aside are not asked here.
"""

from __future__ import annotations

import re

import asking
import judging
from chromium import find_chromium
from playwright.sync_api import sync_playwright

ENGINE = asking.ROOT / "overrides" / "assets" / "js" / "search-engine.js"
FIELDS = ("title", "alias", "phrase", "text")
NAMES = (*FIELDS, "HALF", "SPLIT", "FOREIGN", "PASSING", "TOGETHER", "SURE", "LEAST", "ALIKE", "ELSEWHERE")


def changed(code: str, name: str, factor: float) -> str:
    """The engine with one constant times a factor."""
    found, count = re.subn(
        rf"\b({name})( = |: )([\d.]+)", lambda at: f"{at[1]}{at[2]}{float(at[3]) * factor}", code, count=1
    )
    assert count, name
    return found


def looked_at() -> list[dict]:
    """The queries that may decide."""
    asked = asking.queries("dev_queries.json") + asking.queries("own_queries.json")
    return asked + [query for query in asking.queries("reader_queries.json") if not query.get("aside")]


def row(name: str, figures: dict) -> str:
    """One line of the table."""
    cells = [
        f"{judging.share(figures, locale, kind, figure):.3f}"
        for figure, kind in (("hit@1", "all"), ("hit@3", "all"), ("quiet", "none"), ("right maybe", "all"))
        for locale in asking.LOCALES
    ]
    return f"| {name} | {' | '.join(cells)} |"


def main() -> None:
    """Measure, print."""
    held, asked, code = asking.read(), looked_at(), ENGINE.read_text(encoding="utf-8")
    pages = asking.pages_of(held)
    print("| constant | first nl | en | three nl | en | quiet nl | en | right, unsure nl | en |")
    print("| --- |" + " --- |" * 8)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        page = browser.new_page()
        for script in asking.scripts(held):
            page.evaluate(script)
        for name, factor in [("as it is", 1), *((name, by) for name in NAMES for by in (0.5, 2))]:
            page.evaluate(changed(code, name, factor) if factor != 1 else code)
            answers = page.evaluate(asking.ASK, [[query["lang"], query["query"]] for query in asked])
            label = name if factor == 1 else f"`{name}` {'halved' if factor < 1 else 'doubled'}"
            print(row(label, judging.judge(asked, answers, pages)), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
