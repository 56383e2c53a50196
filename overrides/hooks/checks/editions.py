"""Frozen editions are as they were frozen, and nothing that they published is lost."""

from __future__ import annotations

import json
import tarfile
from pathlib import Path
from urllib.parse import urlsplit

from content.model import Guide, Problem
from content.permalinks import Promise
from publish.editions import FOLDER, archive, digest, read_list


def sections(path: Path) -> list[dict]:
    """The sections that an edition published, as in its sections.json."""
    with tarfile.open(path) as tar:
        return json.load(tar.extractfile("sections.json"))["sections"]


def page_address(section: dict, edition: str) -> str:
    """The address of a section's page in the site of today: "/principes/"."""
    return urlsplit(section["address"]).path.partition(f"/{FOLDER}/{edition}")[2]


def problems(folder: Path, promise: Promise, guide: Guide, present: str, base: str) -> list[Problem]:
    """Editions that changed, what they published and the promise has lost, and text that changed under an
    edition (`present`, that of mkdocs.yml) that is frozen already. `base` is the address of the site: a
    ministry that takes over this project may fill in its own words under the edition of another site."""
    found, listed = [], read_list(folder)
    for edition, expected in listed.items():
        path = archive(folder, edition)
        if digest(path) != expected:
            found.append((path, "is not as it was frozen: bring the file back from the history"))
            continue
        lost = set()
        for section in sections(path):
            code, address = section["code"].lower(), page_address(section, edition)
            lost |= {code} - promise.codes.keys() | {address} - promise.addresses.keys()
            held = guide.section(section["language"], code)
            ours = edition == present and section["short"].startswith(base)
            if ours and held and held[1].fingerprint != section["hash"]:
                message = (
                    f"{code} changed after edition {edition} was frozen: raise extra.edition in mkdocs.yml"
                )
                found.append((held[0].path, message))
        found += [
            (folder.parent / "docs/permalinks.yml", f"edition {edition} published {what}: put its line back")
            for what in sorted(lost)
        ]
    for path in sorted(folder.glob("*.tar.xz")):
        if path.name.removesuffix(".tar.xz") not in listed:
            found.append((path, "is not in editions.yml: freeze an edition with freeze.py"))
    return [Problem(str(path), 0, message) for path, message in found]
