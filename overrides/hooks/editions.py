"""Frozen editions: each one an archive in `frozen/`, with its hash in `frozen/editions.yml`, that every
build unpacks under /edities/. They never change; `freeze.py` makes them.
"""

from __future__ import annotations

import hashlib
import json
import tarfile
from pathlib import Path
from urllib.parse import urlsplit

import catalogue
import yaml
from checks import report
from guide import Guide, Problem
from mkdocs.plugins import event_priority
from permalinks import Promise
from site_links import root

FOLDER = "edities"  # in the site, in every language: an edition holds both


def read_list(folder: Path) -> dict[str, str]:
    """The frozen editions, oldest first, and the SHA-256 of each archive."""
    path = folder / "editions.yml"
    return yaml.safe_load(path.read_text(encoding="utf-8")) or {} if path.is_file() else {}


def archive(folder: Path, edition: str) -> Path:
    """Where an edition is kept."""
    return folder / f"{edition}.tar.xz"


def digest(path: Path) -> str:
    """The SHA-256 of a file, "" when there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


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
            if ours and held and catalogue.fingerprint(held[1]) != section["hash"]:
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


def unpack(path: Path, target: Path) -> None:
    """Write the files of an edition to a folder."""
    with tarfile.open(path) as tar:
        for entry in tar:
            file = target / entry.name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(tar.extractfile(entry).read())


def folder_of(config) -> Path:
    """The folder `frozen` of the project."""
    return Path(config.config_file_path).parent / "frozen"


@event_priority(44)  # when the promise is read
def on_config(config):
    """Check the frozen editions once a build, and list them for the templates."""
    if "editions" not in config.extra:
        folder, extra = folder_of(config), config.extra
        edition, base = str(extra["edition"]), root(config)
        report(problems(folder, extra["promise"], extra["guide"], edition, base), folder.parent)
        extra["editions"] = list(read_list(folder))
    return config


@event_priority(-350)  # after the finishing, which is not for frozen pages, and before the policy, which is
def on_post_build(config):
    """Unpack every edition; a site that is built to be frozen holds no other."""
    if config.plugins["i18n"].building or config.extra.get("frozen"):
        return
    for edition in config.extra["editions"]:
        unpack(archive(folder_of(config), edition), Path(config.site_dir) / FOLDER / edition)
