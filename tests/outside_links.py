"""See whether the documents that the guide cites, and other sites that it links to, are where they were:

    python tests/outside_links.py

Says of each that has moved or cannot be had which facts rest on it and where those are cited. It never blocks
anything: a site that is down today says nothing of the guide.
"""

from __future__ import annotations

import re
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "overrides/hooks"))

from content.sources import read_sources  # noqa: E402

LINK = re.compile(r"\]\((https?://[^)\s]+)\)")  # in Markdown
MARK = re.compile(r"\[\^(\w+)\]")
AT_ONCE, PATIENCE = 4, 20  # questions, and seconds for each
WHO = {"User-Agent": "Mozilla/5.0 (check of links; once a week)"}

Answer = tuple[int, str]  # status, 0 when nobody answered, and where that was


def ask(address: str) -> Answer:
    """What an address answers in the end."""
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=WHO), timeout=PATIENCE) as got:
            return got.status, got.url
    except urllib.error.HTTPError as error:
        return error.code, error.url or address
    except (OSError, ValueError) as error:
        return 0, str(getattr(error, "reason", error))


def same(one: str, other: str) -> bool:
    """Whether two addresses differ in no more than https, `www.` and a slash at the end."""
    bare = re.compile(r"^https?://(www\.)?|[#?].*$|/$")
    return bare.sub("", one) == bare.sub("", other)


def told(address: str, answer: Answer) -> str:
    """What is amiss, "" when nothing is. That a site keeps programs out (401, 403, 429) is not."""
    status, where = answer
    if status == 0:
        return f"no answer ({where})"
    if status >= 400 and status not in (401, 403, 429):
        return f"answers {status}"
    return "" if same(address, where) else f"has moved to {where}"


def cited(docs: Path) -> dict[str, list[str]]:
    """Where each fact is cited: the files of docs/, by its key."""
    found: dict[str, list[str]] = {}
    for path in sorted(docs.glob("*/*.md")):
        for key in set(MARK.findall(path.read_text(encoding="utf-8"))):
            found.setdefault(key, []).append(path.relative_to(docs).as_posix())
    return found


def addresses(docs: Path) -> dict[str, str]:
    """Every outside address, and what rests on it, in words."""
    places, found, keys = cited(docs), {}, {}
    for path in sorted(docs.glob("*/*.md")):
        for link in LINK.findall(path.read_text(encoding="utf-8")):
            found.setdefault(link, set()).add(path.relative_to(docs).as_posix())
    for fact in read_sources(docs / "sources.yml").facts.values():
        keys.setdefault(fact.source.url, []).append(fact.key)
        found.setdefault(fact.source.url, set()).update(places.get(fact.key, []))
    rests = {link: f"facts {', '.join(some)}; " for link, some in keys.items()}
    return {
        link: f"{rests.get(link, '')}in {', '.join(sorted(where)) or 'no page'}"
        for link, where in found.items()
    }


def report(found: dict[str, str], asked: Callable[[Iterable[str]], Iterable[Answer]]) -> Iterator[str]:
    """A line for each address that is amiss."""
    for (address, who), answer in zip(found.items(), asked(found), strict=True):
        if what := told(address, answer):
            yield f"{address} {what}\n    {who}"


def main() -> None:
    """Ask all, and tell what is amiss; always a success."""
    found = addresses(ROOT / "docs")
    with ThreadPoolExecutor(AT_ONCE) as pool:
        amiss = list(report(found, lambda links: pool.map(ask, links)))
    print("\n".join([*amiss, f"{len(amiss)} of {len(found)} addresses to look at"]))


if __name__ == "__main__":
    main()
