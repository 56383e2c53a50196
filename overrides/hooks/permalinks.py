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
from pathlib import Path

import addresses
import yaml
from guide import Guide, Page, Problem

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

    @property
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


def read_promise(path: Path) -> Promise:
    """Read `permalinks.yml`; its form is checked elsewhere. Raises `OSError` or `yaml.YAMLError`."""
    source = path.read_text(encoding="utf-8")
    fields = yaml.safe_load(source) or {}
    listed = fields.pop("addresses", None) or {}
    codes = {
        code: Permalink(**entry | {"was": tuple(entry.get("was", ()))}) for code, entry in fields.items()
    }
    return Promise(codes, listed, key_lines(source))


def key_lines(source: str) -> dict[str, int]:
    """The line of every key of the file, the addresses among them."""
    lines = {}
    node = yaml.compose(source, Loader=yaml.SafeLoader)
    for key, value in node.value if node else ():
        lines[key.value] = key.start_mark.line + 1
        if key.value == "addresses" and isinstance(value, yaml.MappingNode):
            lines |= {address.value: address.start_mark.line + 1 for address, _ in value.value}
    return lines


def broken_promises(promise: Promise, guide: Guide, path: str, edition: str) -> list[Problem]:
    """Everything that would stop a published code or address from working, and how to mend it."""
    found = broken_codes(promise, guide, edition) + broken_addresses(promise, guide)
    return [Problem(path, promise.lines.get(key, 0), message) for key, message in found]


def broken_codes(promise: Promise, guide: Guide, edition: str) -> list[tuple[str, str]]:
    """Codes that are gone, moved or back without a word here, as (key, message)."""
    standing = {section.code: page.name for page in guide.of("nl") for section in page.sections
                if CODE.fullmatch(section.code)}
    found = []
    for code, link in promise.codes.items():
        where = standing.get(code)
        if link.retired and where:
            found.append(
                (
                    code,
                    f"{code} was retired in {link.retired} but stands in {where}: "
                    "a code is never used again; give the section a new one",
                )
            )
        elif link.retired and not promise.heir(code):
            found.append(
                (
                    code,
                    f"{code} is retired, but 'to' does not lead to a living section: "
                    "name the code that takes its readers",
                )
            )
        elif not link.retired and not where:
            found.append(
                (
                    code,
                    f"{code} was published in {link.since} and is gone: put its heading back, or "
                    f'retire it by adding `retired: "{edition}", to: <code>` to this line',
                )
            )
        elif not link.retired and where != link.page:
            was = ", ".join([*link.was, link.page])
            found.append(
                (
                    code,
                    f"{code} stands in {where} now: write "
                    f"`page: {where}, was: [{was}]`, so that old links are led on",
                )
            )
    for code in sorted(standing.keys() - promise.codes.keys()):
        found.append(
            (
                code,
                f"{code} in {standing[code]} is new: add "
                f'`{code}: {{page: {standing[code]}, since: "{edition}"}}`',
            )
        )
    return found


def broken_addresses(promise: Promise, guide: Guide) -> list[tuple[str, str]]:
    """Page addresses that nothing answers, or that another page took, as (key, message)."""
    now = current_addresses(guide)
    found = []
    for address, file in promise.addresses.items():
        if file not in now.values():
            found.append(
                (
                    address,
                    f"{address} was published, but docs/{file} is gone: "
                    "name the file that takes its readers (old links are led there)",
                )
            )
        elif now.get(address, file) != file:
            found.append(
                (
                    address,
                    f"{address} was promised to docs/{file}, but docs/{now[address]} uses it: "
                    "give that page another name or slug",
                )
            )
    for address, file in now.items():
        if address not in promise.addresses:
            found.append(
                (
                    address,
                    f"docs/{file} has a new address: add `{address}: {file}` under "
                    "`addresses`; leave the old line, so that old links are led on",
                )
            )
        if CODE.fullmatch(address.rstrip("/").rpartition("/")[2]):
            found.append((address, f"docs/{file} has the address of a short link: choose another name"))
    return found


def current_addresses(guide: Guide) -> dict[str, str]:
    """The address of each page and the file behind it: "/en/principles/" → "en/principes.md"."""
    pages = sorted(guide.pages.values(), key=lambda page: (page.locale != "nl", page.name))
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
