"""Find a Chromium for the browser tests, or get one by the usual means, or say in one line what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "msedge")


def playwrights_own() -> str | None:
    """The browser that Playwright downloaded, when it is there."""
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def on_path() -> str | None:
    """A Chromium of the system."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def obtain() -> None:
    """Playwright's own download, else Debian's package when we may install packages."""
    commands = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0:
        commands += [["apt-get", "update"], ["apt-get", "install", "-y", "chromium"]]
    for command in commands:
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if on_path() or playwrights_own():
            return


def find_chromium() -> str:
    """The path of a Chromium: $CHROMIUM, the system's, Playwright's, or one fetched now.

    Raises `RuntimeError` when there is none and none can be had.
    """
    for attempt in (1, 2):
        found = os.environ.get("CHROMIUM") or on_path() or playwrights_own()
        if found:
            return found
        if attempt == 1:
            obtain()
    raise RuntimeError("No Chromium: install one (or set CHROMIUM to its path) and run the tests again.")
