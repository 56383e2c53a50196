"""sbom.cdx.json: what the site is built with, as a bill of materials (CycloneDX 1.6). Pure.

It is read from the lock file, with no clock and no chance: the same lock gives the same bytes. None of these
packages runs where the site is served, so their scope is "excluded"; of one, a part stands in what is served.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from content.site import Site
from exports.data_files import as_json

NAME = "sbom.cdx.json"
LOCK = "requirements.txt"
PIN = re.compile(
    r"^([\w.-]+)==([\w.+!-]+)([^\n]*(?:\n[ \t]+[^\n]*)*)", re.MULTILINE
)  # with its indented lines
ITSELF = "(pyproject.toml)"
SERVED = {  # package → its licence, and what of it is served
    "font-source-serif-pro": ("OFL-1.1", "letters in the pictures of link previews"),
}
ICONS = {
    "type": "data",
    "bom-ref": "material-design-icons",
    "name": "Material Design Icons",
    "description": "magnify.svg and menu.svg, as mkdocs-material has them",
    "scope": "required",
    "licenses": [{"license": {"id": "Apache-2.0"}}],
}


@dataclass(frozen=True)
class Package:
    """One package of the lock file."""

    name: str
    version: str
    hashes: tuple[str, ...]  # SHA-256 of each of its files
    wanted_by: tuple[str, ...]  # names of packages
    direct: bool  # whether the site itself wants it

    @property
    def purl(self) -> str:
        """Its package URL, which is its reference too."""
        return f"pkg:pypi/{self.name.lower()}@{self.version}"


def packages(lock: str) -> Iterator[Package]:
    """The packages of a lock file as `uv pip compile` writes it."""
    for name, version, rest in PIN.findall(lock):
        told = [word.strip(" #") for word in rest.partition("# via")[2].split("\n")]
        yield Package(
            name=name,
            version=version,
            hashes=tuple(re.findall(r"sha256:([0-9a-f]{64})", rest)),
            wanted_by=tuple(word for word in told if word and ITSELF not in word),
            direct=any(ITSELF in word for word in told),
        )


def component(package: Package) -> dict:
    """One package, with the hashes of the files that may be installed."""
    licence, part = SERVED.get(package.name, ("", ""))
    hashes = [{"alg": "SHA-256", "content": each} for each in package.hashes]
    at = {"type": "distribution", "url": package.purl}
    return {
        "type": "library",
        "bom-ref": package.purl,
        "name": package.name,
        "version": package.version,
        **({"description": f"served: {part}"} if part else {}),
        "scope": "required" if part else "excluded",
        **({"licenses": [{"license": {"id": licence}}]} if licence else {}),
        "purl": package.purl,
        "externalReferences": [at | {"hashes": hashes}],
    }


def bill(lock: str, name: str, version: str) -> dict:
    """The whole bill, for a site of this name and version."""
    found = list(packages(lock))
    refs = {each.name: each.purl for each in found}
    wanted = {ref: [each.purl for each in found if name in each.wanted_by] for name, ref in refs.items()}
    direct = [each.purl for each in found if each.direct]
    root = {"type": "application", "bom-ref": "site", "name": name, "version": version}
    depends = {"site": [*direct, ICONS["bom-ref"]], ICONS["bom-ref"]: [], **wanted}
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": root | {"licenses": [{"license": {"id": "MIT"}}]}},
        "components": [ICONS, *(component(each) for each in found)],
        "dependencies": [{"ref": ref, "dependsOn": sorted(on)} for ref, on in depends.items()],
    }


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """It, as a path from the root and bytes; none without a lock file."""
    lock = site.project / LOCK
    if lock.is_file():
        text = lock.read_text(encoding="utf-8")
        yield NAME, as_json(bill(text, site.name(site.default), site.settings.edition))
