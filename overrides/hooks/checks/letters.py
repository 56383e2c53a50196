"""Text files hold text: no signs that nobody sees, and none that came from reading it in a wrong encoding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from content.model import Problem

# Control characters, what reorders text, and what joins or parts words without a trace: a soft hyphen from a
# word processor makes a word unfindable. The joiner U+200D stays: emoji are made with it.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
# What UTF-8 looks like when it was read as Windows-1252 and saved again, and what replaces lost letters.
GARBLED = re.compile("\u00c3[\u0080-\u00bf\u0192\u0160\u0161\u201a-\u2030]|\u00e2\u20ac.?|\u00c2[\u00a0-\u00bf]|\ufffd")
PRIVATE = re.compile("[\ue000-\uf8ff]")  # Symbol and Wingdings, as word processors paste them


def faults(text: str) -> Iterator[tuple[int, str]]:
    """The first fault of each sort, as (line, what to do)."""
    if found := INVISIBLE.search(text):
        message = f"holds the invisible character U+{ord(found[0]):04X}: remove it (is this a text file?)"
        yield text.count("\n", 0, found.start()) + 1, message
    if found := GARBLED.search(text):
        message = f"'{found[0]}' was read in a wrong encoding: write the letter itself, and save as UTF-8"
        yield text.count("\n", 0, found.start()) + 1, message
    if found := PRIVATE.search(text):
        message = f"holds the sign U+{ord(found[0]):04X} of a word processor: write a list with '- '"
        yield text.count("\n", 0, found.start()) + 1, message


def problems(path: Path) -> Iterator[Problem]:
    """Faults of a file that a reader or editor would not see. Broken UTF-8 is for its reader to tell."""
    data = path.read_bytes()
    if not data.strip():
        yield Problem(str(path), 1, "is empty: write the page or remove the file")
    for line, message in faults(data.decode("utf-8-sig", errors="ignore")):
        yield Problem(str(path), line, message)
