"""The report of a build: problems as lines to print."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from content.model import Problem

MOST = 10  # problems of a kind that are printed
NAMES = re.compile(r"'[^']*'|\"[^\"]*\"|`[^`]*`|\S+\.(?:md|yml|html)\b\S*|\b[a-z]\d+\b|/\S*/|#\S+|\d+")


def one_line(text: str) -> str:
    """The text with what would begin a new line, or change the terminal, as a code."""
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)


def kind(message: str) -> str:
    """Messages are of a kind when they differ in names and numbers only."""
    return NAMES.sub("", message)


def lines(found: Iterable[list[Problem]], root: Path) -> list[str]:
    """The problems as lines to print, stage by stage, with paths from the project's folder, each once; of each
    kind the first ten, and how many more there are."""
    seen: set[tuple] = set()
    ordered = []
    for stage in found:
        named = {(Path(os.path.relpath(one.path, root)).as_posix(), one.line, one.message) for one in stage}
        ordered += [Problem(*one) for one in sorted(named - seen)]
        seen |= named
    count = Counter(kind(one.message) for one in ordered)
    printed, told = [], Counter()
    for one in ordered:
        name = kind(one.message)
        told[name] += 1
        if told[name] <= MOST:
            printed.append(one_line(str(one)))
        if told[name] == MOST < count[name]:
            printed.append(f"… and {count[name] - MOST} more of this kind")
    return printed
