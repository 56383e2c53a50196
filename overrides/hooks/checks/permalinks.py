"""docs/permalinks.yml: its form, and whether every promise in it is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from checks.frontmatter import CODE, nearest
from content import yaml_file
from content.languages import DEFAULT
from content.model import Guide, Problem
from content.permalinks import Promise, current_addresses, read_promise
from content.settings_files import SettingsFiles

EDITION = re.compile(r"20[0-9]{2}\.(0[1-9]|1[0-2])")
KEYS = ("page", "since", "was", "retired", "to")
ADDRESS = re.compile(r"/([a-z0-9-]+/)*")
FILE = re.compile(r"[a-z]{2}/[a-z0-9/-]+\.md")


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
    if not isinstance(was, list) or not all(isinstance(one, str) and one.endswith(".md") for one in was):
        return "was must be a list of files, such as [principes.md]"
    if not isinstance(entry["page"], str) or not entry["page"].endswith(".md"):
        return "page must be a file, such as principes.md"
    if ("retired" in entry) != ("to" in entry):
        return "a retired code has both 'retired' (the edition) and 'to' (the code where readers are led)"
    if "to" in entry and not (isinstance(entry["to"], str) and CODE.fullmatch(entry["to"])):
        return "to must be the code of a section, such as p3"
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
    found = [*broken_codes(promise, guide, edition), *broken_addresses(promise, guide)]
    return [Problem(path, promise.lines.get(key, 0), message) for key, message in found]


def code_fault(code: str, promise: Promise, where: str | None, edition: str) -> str | None:
    """What stops one published code from working; `where` is the file that it stands in."""
    link = promise.codes[code]
    if link.retired and where:
        return (
            f"{code} was retired in {link.retired} but stands in {where}: "
            "a code is never used again; give the section a new one"
        )
    if link.retired and not promise.heir(code):
        return (
            f"{code} is retired, but 'to' does not lead to a living section: "
            "name the code that takes its readers"
        )
    if not link.retired and not where:
        return (
            f"{code} was published in {link.since} and is gone: put its heading back, or "
            f'retire it by adding `retired: "{edition}", to: <code>` to this line'
        )
    if not link.retired and where != link.page:
        was = ", ".join([*link.was, link.page])
        return f"{code} stands in {where} now: write `page: {where}, was: [{was}]`, so that old links are led on"
    return None


def broken_codes(promise: Promise, guide: Guide, edition: str) -> Iterator[tuple[str, str]]:
    """Codes that are gone, moved or back without a word here, as (key, message)."""
    standing = {
        section.code: page.name
        for page in guide.of(DEFAULT)
        for section in page.sections
        if CODE.fullmatch(section.code)
    }
    unclear = {name for locale, name in guide.hidden("sections") if locale == DEFAULT}
    for code, link in promise.codes.items():
        fault = code_fault(code, promise, standing.get(code), edition)
        if fault and (code in standing or link.page not in unclear):
            yield code, fault
    for code in sorted(standing.keys() - promise.codes.keys()):
        line = f'{code}: {{page: {standing[code]}, since: "{edition}"}}'
        yield code, f"{code} in {standing[code]} is new: add `{line}`"


def broken_addresses(promise: Promise, guide: Guide) -> Iterator[tuple[str, str]]:
    """Page addresses that nothing answers, or that another page took, as (key, message)."""
    now = current_addresses(guide)
    unclear = {f"{locale}/{name}" for locale, name in guide.hidden("address")}
    for address, file in promise.addresses.items():
        if file not in now.values() and file not in unclear:
            yield (
                address,
                f"{address} was published, but docs/{file} is gone: "
                "name the file that takes its readers (old links are led there)",
            )
        elif now.get(address, file) != file and now[address] not in unclear:
            yield (
                address,
                f"{address} was promised to docs/{file}, but docs/{now[address]} uses it: "
                "give that page another name or slug",
            )
    for address, file in now.items():
        if address not in promise.addresses and file not in unclear:
            yield (
                address,
                f"docs/{file} has a new address: add `{address}: {file}` under "
                "`addresses`; leave the old line, so that old links are led on",
            )
        if CODE.fullmatch(address.rstrip("/").rpartition("/")[2]) and file not in unclear:
            yield address, f"docs/{file} has the address of a short link: choose another name"


def form_problems(file: yaml_file.YamlFile, edition: str) -> Iterator[Problem]:
    """Faults in the form of the list."""
    if not isinstance(file.data, dict):
        yield Problem(str(file.path), 1, "must be a list of codes and their pages")
        return
    for code, entry in file.data.items():
        if code == "addresses":
            if not isinstance(entry, dict):
                yield file.problem("addresses", "addresses must be a list of 'address: file' lines")
            for pair in entry.items() if isinstance(entry, dict) else ():
                if fault := address_fault(*pair):
                    yield file.problem(f"addresses.{pair[0]}", fault)
        elif fault := entry_fault(str(code), entry, edition):
            yield file.problem(str(code), fault)


def unusable(path: Path, edition: str) -> list[Problem]:
    """Why the list cannot be used, if so."""
    file = yaml_file.read(path)
    return [*file.problems, *(form_problems(file, edition) if file.lines is not None else ())]


def problems(path: Path, guide: Guide, edition: str) -> Iterator[Problem]:
    """Faults in the list, or else promises that are not kept."""
    found = unusable(path, edition)
    yield from found or broken_promises(read_promise(path), guide, str(path), edition)


def named_problems(settings: SettingsFiles, promise: Promise) -> Iterator[Problem]:
    """Sections that templates ask for by a name (`extra.sections`), and that no living section answers for."""
    for name, code in (settings.get("extra.sections", dict) or {}).items():
        if isinstance(code, str) and not promise.heir(code):
            message = f"no living section answers for '{code}': name the code of one that does"
            yield settings.problem(f"extra.sections.{name}", message)
