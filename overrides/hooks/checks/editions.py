"""Frozen editions are as they were frozen, and nothing that they published is lost."""

from __future__ import annotations

import json
import tarfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from checks.permalinks import EDITION
from content import yaml_file
from content.model import Guide, Problem
from content.permalinks import Promise
from publish.editions import FOLDER, LIST, archive, digest

UNREADABLE = (OSError, EOFError, tarfile.TarError, ValueError, KeyError, TypeError, AttributeError)


def sections(path: Path) -> list[dict]:
    """The sections that an edition published, as in its sections.json."""
    with tarfile.open(path) as tar:
        for entry in tar:
            tarfile.data_filter(entry, ".")  # raises on what would be written elsewhere
        return json.load(tar.extractfile("sections.json"))["sections"]


def page_address(section: dict, edition: str) -> str:
    """The address of a section's page in the site of today: "/principes/"."""
    return urlsplit(section["address"]).path.partition(f"/{FOLDER}/{edition}")[2]


def edition_problems(
    path: Path, edition: str, promise: Promise, guide: Guide, present: str, base: str
) -> Iterator[Problem]:
    """What one edition published and the promise has lost, and text that changed under it."""
    lost = set()
    unclear = {page.path for key, page in guide.pages.items() if key in guide.hidden("sections")}
    for section in sections(path):
        code, address = section["code"].lower(), page_address(section, edition)
        lost |= {code} - promise.codes.keys() | {address} - promise.addresses.keys()
        held = guide.section(section["language"], code)
        ours = edition == present and section["short"].startswith(base)
        if ours and held and held[0].path not in unclear and held[1].fingerprint != section["hash"]:
            message = f"{code} changed after edition {edition} was frozen: raise extra.edition in mkdocs.yml"
            yield held[0].problem(held[1].line, message)
    for what in sorted(lost):
        message = f"edition {edition} published {what}: put its line back"
        yield Problem(str(path.parent.parent / "docs/permalinks.yml"), 0, message)


def problems(folder: Path, promise: Promise, guide: Guide, present: str, base: str) -> Iterator[Problem]:
    """Editions that changed, what they published and the promise has lost, and text that changed under an
    edition (`present`, that of mkdocs.yml) that is frozen already. `base` is the address of the site: a
    ministry that takes over this project may fill in its own words under the edition of another site."""
    list_file = folder / LIST
    file = yaml_file.read(list_file) if list_file.is_file() else yaml_file.YamlFile(list_file, {}, {})
    yield from file.problems
    if file.lines is None:
        return
    if file.data is not None and not isinstance(file.data, dict):
        yield Problem(str(list_file), 1, "must be a list of editions and their hashes")
    for edition, expected in file.fields.items():
        if not isinstance(edition, str) or not EDITION.fullmatch(edition):
            yield Problem(str(list_file), 0, f"'{edition}' is no edition: bring the file back from the history")
            continue
        path = archive(folder, edition)
        if digest(path) != expected:
            yield Problem(str(path), 0, "is not as it was frozen: bring the file back from the history")
            continue
        try:
            yield from edition_problems(path, edition, promise, guide, present, base)
        except UNREADABLE as error:
            what = f"{type(error).__name__}: {error}"
            yield Problem(str(path), 0, f"is no frozen edition ({what}): bring the file back from the history")
    for path in sorted(folder.glob("*.tar.xz")):
        if path.name.removesuffix(".tar.xz") not in file.fields:
            yield Problem(str(path), 0, "is not in editions.yml: freeze an edition with freeze.py")
