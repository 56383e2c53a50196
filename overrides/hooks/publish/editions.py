"""Frozen editions: each one an archive in `frozen/`, with its hash in `frozen/editions.yml`, that every
build unpacks under /edities/. They never change; `freeze.py` makes them.
"""

from __future__ import annotations

import hashlib
import tarfile
from pathlib import Path

from content import yaml_file

KEPT = "frozen"  # the folder of the project that keeps them
LIST = "editions.yml"  # in it
FOLDER = "edities"  # in the site, in every language: an edition holds both


def read_list(folder: Path) -> dict[str, str]:
    """The frozen editions, oldest first, and the SHA-256 of each archive."""
    return yaml_file.read(folder / LIST).fields if (folder / LIST).is_file() else {}


def archive(folder: Path, edition: str) -> Path:
    """Where an edition is kept."""
    return folder / f"{edition}.tar.xz"


def digest(path: Path) -> str:
    """The SHA-256 of a file, "" when there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def only_data(entry: tarfile.TarInfo, target: str) -> tarfile.TarInfo:
    """A plain file or folder within the target, of today: Python's own filter "data", without the time."""
    return tarfile.data_filter(entry, target).replace(mtime=None)


def unpack(path: Path, target: Path) -> None:
    """Write the files of an edition to a folder. Raises `tarfile.FilterError` on what would leave it."""
    with tarfile.open(path) as tar:
        tar.extractall(target, filter=only_data)


def unpack_all(project: Path, editions: tuple[str, ...], site: Path) -> None:
    """Write every edition below the built site."""
    for edition in editions:
        unpack(archive(project / KEPT, edition), site / FOLDER / edition)
