"""The form of docs/permalinks.yml; whether its promises are kept is for `permalinks` to say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import permalinks
import yaml
from guide import Guide, Problem
from reading import read_fields

from rules.frontmatter import CODE, nearest

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
    yield from found or permalinks.broken_promises(permalinks.read_promise(path), guide, str(path), edition)
