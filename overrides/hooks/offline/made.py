"""What the modules of this folder are given, and what each of them makes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from content.addresses import DOWNLOADS
from content.site import Site
from offline import place

OURS = re.compile(rf"^\.?{DOWNLOADS[:-1]}[./]|\.index\.new$")  # made by this command, also when it was killed
BOTH = "mul"  # the language of what has both (ISO 639-2)


@dataclass(frozen=True)
class Source:
    """The guide as a build knows it, the site as it was built, and what renders a template."""

    site: Site
    built: Path
    render: Callable[..., str]

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Every file of the built site by its path there, as the build made it."""
        paths = sorted(path for path in self.built.rglob("*") if path.is_file())
        names = {path.relative_to(self.built).as_posix(): path for path in paths}
        found = {name: path.read_bytes() for name, path in names.items() if not OURS.search(name)}
        pages = {name: data for name, data in found.items() if name.endswith(".html")}
        return found | {name: place.empty(data.decode()).encode() for name, data in pages.items()}

    def name(self, locale: str, ending: str, what: str = "") -> str:
        """The name of a file to download: `guide-to-online-communication-card-2026.11.pdf`."""
        words = f"{self.site.name(self.site.default if locale == BOTH else locale)} {what}".lower()
        return f"{'-'.join(re.findall('[a-z0-9]+', words))}-{self.site.settings.edition}.{ending}"


@dataclass(frozen=True)
class Made:
    """One file to download."""

    file: str
    language: str
    kind: str  # as the texts of the interface name it, in the block `downloads`
    data: bytes

    def entry(self) -> dict:
        """What downloads.json tells of it."""
        digest = hashlib.sha256(self.data).hexdigest()
        told = {"file": self.file, "language": self.language, "kind": self.kind}
        return told | {"size": len(self.data), "sha256": digest}
