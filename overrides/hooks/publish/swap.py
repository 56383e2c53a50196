"""Build in a folder apart and switch it in whole, so that a failed build leaves the earlier site as it was.

Beside the target, `site`, stand for a while: `.site.lock` (one build at a time), `.site.building` (the new
site) and `.site.previous` (the earlier one, during the switch). What a killed build left of them is put
right by the next one.
"""

from __future__ import annotations

import errno
import logging
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from content import security_txt
from filelock import FileLock, Timeout
from publish import finish
from publish.exchange import exchange

log = logging.getLogger("mkdocs.hooks.swap")

SHAPE = ("index.html", "404.html", "en/index.html", "sitemap.xml")  # of a site that we built
PATIENCE = 600  # seconds to wait for another build of the same site


def refuse_kind(target: Path) -> None:
    """Raise `Refused` when a site cannot stand at this path."""
    if target.is_symlink() and not target.exists():
        raise Refused(f"{target}: is a link to nothing: remove it, or build elsewhere with --site-dir")
    if target.exists() and not target.is_dir():
        raise Refused(f"{target}: is a file: remove it, or build elsewhere with --site-dir")


def refuse_place(target: Path) -> None:
    """Raise `Refused` when nothing can take a folder's place: the new site is made beside the earlier one."""
    below = f"build into a folder below it, with --site-dir {target / 'site'}"
    if os.path.ismount(target):
        raise Refused(f"{target}: is a mount point, which cannot be replaced in one move: {below}")
    beside = next(folder for folder in target.parents if folder.exists())
    if beside.is_dir() and not os.access(beside, os.W_OK | os.X_OK):
        hint = below if target.is_dir() else "build elsewhere with --site-dir"
        what = f"the folder around it, {beside}, may not be written"
        raise Refused(f"{target}: {what}: mend its rights, or {hint}")


def open_to_read(folder: Path) -> None:
    """Let a web server read every file (644) and folder (755) below this one, whatever the umask was."""
    for path in folder.rglob("*"):
        least = 0o755 if path.is_dir() else 0o644
        mode = path.stat().st_mode
        if mode & least != least:
            path.chmod(mode | least)


def refuse_contents(target: Path) -> None:
    """Raise `Refused` when something would be lost if the site took this folder's place."""
    if not target.exists():
        return
    if not os.access(target, os.R_OK | os.W_OK | os.X_OK):
        raise Refused(f"{target}: is not yours to write: mend its rights, or build elsewhere with --site-dir")
    if any(target.iterdir()) and not all((target / name).is_file() for name in SHAPE):
        raise Refused(
            f"{target}: holds files that are no earlier build of this site: empty it, "
            "or build elsewhere with --site-dir"
        )


def explain(error: Exception) -> str:
    """One line on an error that is not a fault in the text: what happened and what to do."""
    if isinstance(error, Refused):
        return str(error)
    if not isinstance(error, OSError):
        return f"The build stopped, the earlier site is untouched: {type(error).__name__}: {error}"
    what = f"{error.strerror or error}" + (f" ({error.filename})" if error.filename else "")
    hint = "make room" if error.errno in (errno.ENOSPC, errno.EDQUOT) else "see that you may write there"
    return f"The site could not be written, the earlier one is untouched: {what}: {hint} and build again"


class Refused(Exception):
    """The site cannot stand where it should, or not as it is; the message says why and what to do."""


class Publication:
    """One build of the site: from `begin` to `end` the folder `building` takes what is written."""

    def __init__(self, site_dir: str):
        self.named = Path(site_dir)
        self.target = Path(os.path.realpath(site_dir))
        self.building = self.target.with_name(f".{self.target.name}.building")
        self.previous = self.target.with_name(f".{self.target.name}.previous")
        self.lock = FileLock(self.target.with_name(f".{self.target.name}.lock"), thread_local=False)

    @property
    def folder(self) -> Path:
        """Where the site stands: apart until it is switched in."""
        return self.building if self.building.exists() else self.target

    def write(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Write files, given as paths from the root of the site and bytes; raises `Refused` on one that would
        take the place of another, and `OSError`."""
        for name, data in files:
            if (path := self.folder / name).exists():
                raise Refused(f"{name}: two things of the site want this address: rename the page there")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(finish.finished(name, data))

    def begin(self) -> None:
        """Wait for the lock, clear what a killed build left, and make a fresh folder.

        Raises `Refused` when the target should not be replaced or the lock is not had in time, and `OSError`.
        """
        refuse_kind(self.named)
        refuse_place(self.target)
        if not Path(self.lock.lock_file).exists():  # leave no lock beside a folder that is not ours
            refuse_contents(self.target)
        self.target.parent.mkdir(parents=True, exist_ok=True)
        try:
            self.lock.acquire(timeout=0)
        except Timeout:
            log.info("Another build of %s is under way: waiting, at most %d seconds", self.target, PATIENCE)
            try:
                self.lock.acquire(timeout=PATIENCE)
            except Timeout:
                message = f"{self.target}: another build of it does not end: stop that one first"
                raise Refused(message) from None
        self.recover()
        refuse_contents(self.target)
        self.building.mkdir()
        if self.target.exists():
            shutil.copymode(self.target, self.building)
        else:
            self.building.chmod(0o755)

    def recover(self) -> None:
        """Finish or undo what a killed build was doing."""
        if self.building.exists():
            shutil.rmtree(self.building)
        if self.previous.exists() and not self.target.exists():
            self.previous.rename(self.target)
        elif self.previous.exists():
            self.discard_previous()

    def switch(self) -> None:
        """Put the new site in the earlier one's place. Raises `OSError`, with the earlier one back."""
        open_to_read(self.building)
        if not (self.target.exists() and self.exchanged()):
            self.move_in()
        if self.previous.exists():
            self.discard_previous()

    def exchanged(self) -> bool:
        """Let both sites change places in one step; False where the system cannot."""
        self.building.rename(self.previous)  # killed from here on, `recover` puts it right
        if exchange(self.previous, self.target):
            return True
        self.previous.rename(self.building)
        return False

    def move_in(self) -> None:
        """The switch where two folders cannot change places: for a moment there is no site."""
        if self.target.exists():
            self.target.rename(self.previous)
        try:
            self.building.rename(self.target)
        except OSError:
            if self.previous.exists():
                self.previous.rename(self.target)
            raise

    def discard_previous(self) -> None:
        """Delete the earlier site; hidden files of others in it, such as `.git`, move to the new one."""
        if (ours := self.previous / security_txt.PATH).is_file() and security_txt.is_ours(ours.read_bytes()):
            ours.unlink()  # the new site has one of its own, or none
        for pattern in (".*", ".well-known/*"):
            for entry in sorted(self.previous.glob(pattern)):
                new = self.target / entry.relative_to(self.previous)
                if not new.exists():
                    entry.rename(new)
        shutil.rmtree(self.previous, ignore_errors=True)

    def end(self) -> None:
        """Leave nothing behind, whatever happened."""
        if self.lock.is_locked:
            shutil.rmtree(self.building, ignore_errors=True)
            self.lock.release()
