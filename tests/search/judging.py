"""What counts as a right answer, how often it comes first, and how sure one can be of that figure.

A query has `lang` (of the site), `query`, `tag` (its kind), and what answers it: `sections` (codes), `accept`
(what answers as well: codes, or a letter for all sections with it) or, in older ones, `pages`; or `none`
(nothing should be found with confidence). `reader` tells who asks, `aside` that nobody looked at it while the
search was made.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator

LETTER = {"home": "h", "principles": "p", "listening": "l", "ambassador": "a", "doubt": "t", "uproar": "o",
          "agfa": "r", "ministry": "m", "glossary": "b"}  # fmt: skip
FIGURES = ("page", "hit@1", "hit@3", "wrong sure", "right maybe", "quiet")


def right(query: dict, code: str) -> bool:
    """Whether a section answers a query."""
    accepted = query.get("accept", [])
    if code in query["sections"] or code in accepted or code[0] in accepted:
        return True
    return not query["sections"] and code[0] in {LETTER[page] for page in query.get("pages", [])}


def page_right(query: dict, code: str, page_of: dict[str, str]) -> bool:
    """Whether a section stands on a page of which some section answers the query."""
    return any(right(query, other) for other, page in page_of.items() if page == page_of[code])


def cause(query: dict, hits: list[dict]) -> str:
    """Why a wrong section comes first: `words` (the right ones have too few of the query's) or `rivals`."""
    ours = max((hit["share"] for hit in hits if right(query, hit["code"])), default=0)
    return "rivals" if ours >= 0.8 * hits[0]["share"] > 0 else "words"


def outcome(query: dict, hits: list[dict], page_of: dict[str, str]) -> dict[str, bool]:
    """What there is to say of one answer, by the name of the figure."""
    if query.get("none"):
        return {"quiet": not any(hit["sure"] for hit in hits)}
    good = [right(query, hit["code"]) for hit in hits]
    sure = bool(hits) and hits[0]["sure"]
    found = {
        "page": bool(hits) and page_right(query, hits[0]["code"], page_of),
        "hit@1": any(good[:1]),
        "hit@3": any(good[:3]),
    }
    return found | ({"right maybe": not sure} if found["hit@1"] else {"wrong sure": sure})


def kinds(query: dict) -> Iterator[str]:
    """The groups that a query counts in: all, who asks, its kind, the letter of its answer."""
    yield "all"
    if "reader" in query:
        yield query["reader"]
    yield query["tag"]
    if query.get("sections"):
        yield query["sections"][0][0].upper()


def judge(asked: list[dict], answers: list[list[dict]], page_of: dict[str, str]) -> dict:
    """Each figure as (how often, of how many), by (language, group) and name."""
    counts: dict = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for query, hits in zip(asked, answers, strict=True):
        for name, value in outcome(query, hits, page_of).items():
            for kind in kinds(query):
                counts[query["lang"], kind][name][0] += value
                counts[query["lang"], kind][name][1] += 1
    return {key: {name: tuple(pair) for name, pair in found.items()} for key, found in counts.items()}


def share(figures: dict, locale: str, kind: str, name: str) -> float:
    """One figure as a share, 1 where nothing was asked."""
    some, of = figures.get((locale, kind), {}).get(name, (1, 1))
    return some / of


def wilson(some: int, of: int) -> tuple[float, float]:
    """Between what and what a share lies, with 95 % confidence (Wilson 1927)."""
    z, p = 1.96, some / of
    middle, spread = p + z * z / (2 * of), z * math.sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    return max(0, middle - spread) / (1 + z * z / of), (middle + spread) / (1 + z * z / of)


def table(figures: dict) -> Iterator[str]:
    """The figures, a line for each group, with their intervals."""
    for (locale, kind), row in sorted(figures.items()):
        cells = []
        for name in FIGURES:
            if name in row:
                low, high = wilson(*row[name])
                some, of = row[name]
                cells.append(f"{name} {some / of:.2f} ({low:.2f} to {high:.2f}, n {of})")
        yield f"  {locale} {kind:15} " + "  ".join(cells)


def misses(asked: list[dict], answers: list[list[dict]]) -> Iterator[str]:
    """Each query that went wrong, with its cause and what came first."""
    for query, hits in zip(asked, answers, strict=True):
        first = " ".join(f"{hit['code']}{'!' if hit['sure'] else '?'}" for hit in hits[:4]) or "nothing"
        if query.get("none"):
            if any(hit["sure"] for hit in hits):
                yield f"  {query['lang']} loud   {query['query']!r} → {first}"
        elif not hits or not right(query, hits[0]["code"]):
            why = cause(query, hits) if hits else "words"
            wanted = ", ".join(query["sections"] or query.get("pages", []))
            yield f"  {query['lang']} {why:6} {query['query']!r} → {first} (wanted {wanted})"
