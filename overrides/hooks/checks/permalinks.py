"""docs/permalinks.yml: its form, and whether every promise in it is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml
from checks.frontmatter import CODE, nearest
from content.markdown import read_fields
from content.model import Guide, Problem
from content.permalinks import Promise, current_addresses, read_promise

EDITION = re.compile(r"20[0-9]{2}\.(0[1-9]|1[0-2])")
KEYS = ("page", "since", "was", "retired", "to")
ADDRESS = re.compile(r"/([a-z0-9-]+/)*")
FILE = re.compile(r"(nl|en)/[a-z0-9/-]+\.md")


def entry_fault(code: str, entry, edition: str) -> str | None:
    """What is wrong with the form of one code."""
    if not CODE.fullmatch(code):
        return f"'{code}' is no section code: a small letter and a number, such as p3"
    if not isinstance(entry, dict) or not {"page", "since"} <= entry.keys():
        return f'write it as {code}: {{page: principes.md, since: "2026.11"}}'
    for key in entry:
        if key not in KEYS:
            return f"unknown key '{key}'{nearest(str(key), KEYS)}"
    was = entry.get("was", [])
    if not isinstance(was, list) or not all(str(name).endswith(".md") for name in was):
        return "was must be a list of files, such as [principes.md]"
    if ("retired" in entry) != ("to" in entry):
        return "a retired code has both 'retired' (the edition) and 'to' (the code where readers are led)"
    for key in ("since", "retired"):
        if key in entry and not (isinstance(entry[key], str) and EDITION.fullmatch(entry[key])):
            return f'{key} must be an edition between quotes, such as "2026.11"'
        if key in entry and entry[key] > edition:
            return f"{key} is {entry[key]}, after this edition, {edition}: correct one of them"
    return None


def address_fault(address, file) -> str | None:
    """What is wrong with the form of one published address."""
    if not ADDRESS.fullmatch(str(address)) or not FILE.fullmatch(str(file)):
        return f"write '{address}' as /principes/: nl/principes.md"
    return None


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


def problems(path: Path, guide: Guide, edition: str) -> Iterator[Problem]:
    """Faults in the list, or else promises that are not kept."""
    try:
        fields, lines = read_fields(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        yield Problem(str(path), 0, f"cannot be read: {' '.join(str(error).split())}")
        return
    listed = fields.pop("addresses", {})
    faults = [(lines[str(code)], entry_fault(str(code), entry, edition)) for code, entry in fields.items()]
    if isinstance(listed, dict):
        faults += [(lines["addresses"], address_fault(*pair)) for pair in listed.items()]
    else:
        faults.append((lines["addresses"], "addresses must be a list of 'address: file' lines"))
    found = [Problem(str(path), line, fault) for line, fault in faults if fault]
    yield from found or broken_promises(read_promise(path), guide, str(path), edition)
