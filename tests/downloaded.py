"""What the tests of the downloads share: they, made once from a copy of the built site."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
WITHOUT_SYSTEM = ("zip", "slides", "epub", "scorm", "warc")  # the kinds that need no program of the system


def make(
    site: Path, *kinds: str, project: Path = ROOT, before: Callable | None = None, path: Path | None = None
) -> subprocess.CompletedProcess:
    """The command, on a built site; `before` is called in its process, and `path` has modules of it."""
    command = [sys.executable, str(project / "overrides/hooks/downloads.py"), "--site", str(site), *kinds]
    env = os.environ | ({"PYTHONPATH": str(path)} if path else {})
    return subprocess.run(
        command, text=True, encoding="utf-8", capture_output=True, preexec_fn=before, env=env
    )


def listed(site: Path) -> list[dict]:
    """The files that downloads.json names."""
    return json.loads((site / "downloads/downloads.json").read_text("utf-8"))["files"]


def of(site: Path, kind: str, language: str) -> Path:
    """The file of a kind and language."""
    (found,) = [one["file"] for one in listed(site) if (one["kind"], one["language"]) == (kind, language)]
    return site / "downloads" / found
