"""The promise in `docs/permalinks.yml`: every code and page address ever published keeps working. Pure.

p1: {page: principes.md, since: "2026.11"}                                  # lives there
p2: {page: twijfel.md, since: "2026.11", was: [principes.md]}               # moved
p9: {page: principes.md, since: "2026.11", retired: "2027.03", to: p3}      # retired
addresses:
  /principes/: nl/principes.md      # every address, and the file that answers it now
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from content import addresses, yaml_file
from content.languages import DEFAULT
from content.model import Guide, Page

CODE = re.compile(r"[a-z]\d+")


@dataclass(frozen=True)
class Permalink:
    """What is promised of one code."""

    page: str  # the file that carries it, or carried it when it was retired
    since: str
    was: tuple[str, ...] = ()  # files that carried it before
    retired: str = ""  # the edition from which it is gone
    to: str = ""  # the code that takes its readers


@dataclass(frozen=True)
class Promise:
    """The whole file, with the line on which each key stands."""

    codes: dict[str, Permalink]
    addresses: dict[str, str]  # "/en/principles/" → "en/principes.md"
    lines: dict[str, int]

    @cached_property
    def live(self) -> dict[str, Permalink]:
        """The codes that are not retired."""
        return {code: link for code, link in self.codes.items() if not link.retired}

    def heir(self, code: str) -> str:
        """The living code that answers for a code: itself, or where its retirement leads; "" if nowhere."""
        seen = set()
        while code in self.codes and self.codes[code].retired and code not in seen:
            seen.add(code)
            code = self.codes[code].to
        return code if code in self.live else ""

    @cached_property
    def left(self) -> dict[str, Permalink]:
        """The codes that some page carried and no longer does."""
        return {code: link for code, link in self.codes.items() if link.retired or link.was}


def read_promise(path: Path) -> Promise:
    """Read `permalinks.yml`, once `checks.permalinks` found its form good."""
    file = yaml_file.read(path)
    fields = dict(file.fields)
    listed = fields.pop("addresses", None) or {}
    codes = {
        code: Permalink(**entry | {"was": tuple(entry.get("was", ()))}) for code, entry in fields.items()
    }
    lines = {key: file.line(key) for key in file.fields}
    return Promise(codes, listed, lines | {address: file.line(f"addresses.{address}") for address in listed})


def current_addresses(guide: Guide) -> dict[str, str]:
    """The address of each page and the file behind it: "/en/principles/" → "en/principes.md"."""
    pages = sorted(guide.pages.values(), key=lambda page: (page.locale != DEFAULT, page.name))
    return {f"/{addresses.of_page(page)}": f"{page.locale}/{page.name}" for page in pages}


def old_addresses(promise: Promise, guide: Guide) -> dict[str, Page]:
    """The published addresses that are no page's own any more, and the page that answers each."""
    now = current_addresses(guide)
    return {
        address: guide.pages[tuple(file.split("/", 1))]
        for address, file in promise.addresses.items()
        if address not in now
    }


def landings(promise: Promise, guide: Guide, locale: str) -> dict[str, str]:
    """Every code, retired ones too, and the address at which its readers land: "p9" → "principes/#p9".

    A retired code lands on the page of its heir, where an anchor with its name stands (see `redirects`).
    """
    places = {}
    for code in promise.codes:
        page = guide.pages[locale, promise.codes[promise.heir(code)].page]
        places[code] = addresses.of_section(page, code)
    return places
