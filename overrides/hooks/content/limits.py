"""How large and how deep a page may be: beyond that, reading its Markdown takes minutes or fails."""

from __future__ import annotations

import re

LARGEST = 100_000  # characters of a page
DEEPEST = 12  # lists, quotes and blocks within one another
OPEN = 20  # brackets of a kind that are open at once, within a block of text
HEADINGS = 300
HEADING = re.compile(r"#{1,6}[^#]|(=+|-+)[ \t]*$")  # with its marks before it, or below it
FENCE = re.compile(r"[ \t]*(```+|~~~+)(.*)")
NESTING = re.compile(r"(?:>|[-*+][ \t]|\d+[.)][ \t]|\t| {1,4})*")
LEVEL = re.compile(r">|[-*+](?=[ \t])|\d+[.)]|\t| {4}")
CLOSING = {"]": "[", ")": "(", ">": "<"}
HTML_LEVEL = re.compile(r"<(/?)(?:div|section|details|blockquote|ul|ol|li|table|dl|span)\b", re.IGNORECASE)


class TooMuch(ValueError):
    """A page that goes beyond a limit: the line of its text (1 = first), and what to do."""

    def __init__(self, line: int, message: str):
        super().__init__(message)
        self.line = line


def without_fences(body: str) -> str:
    """The Markdown with fenced code blanked out, every line and column where it was."""
    lines, fence = body.split("\n"), ""
    for number, line in enumerate(lines):
        found = FENCE.match(line)
        if fence or found:
            lines[number] = " " * len(line)
        if fence and found and found[1].startswith(fence) and not found[2].strip():
            fence = ""
        elif found and not fence:
            fence = found[1]
    return "\n".join(lines) if not fence else body  # a fence that is never closed is none


def refuse_excess(body: str) -> None:
    """Raise `TooMuch` when a page's Markdown is too large or too deep to be read in good time."""
    if len(body) > LARGEST:
        line = body.count("\n", 0, LARGEST) + 1
        raise TooMuch(line, f"is larger than {LARGEST // 1000} kB, from this line on: split the page")
    opened = dict.fromkeys("[(<", 0)
    level = headings = 0
    for number, line in enumerate(without_fences(body).split("\n"), 1):
        if not line.strip():
            opened = dict.fromkeys("[(<", 0)
            continue
        if len(LEVEL.findall(NESTING.match(line)[0])) > DEEPEST:
            raise TooMuch(number, f"is nested more than {DEEPEST} deep: use fewer levels")
        headings += bool(HEADING.match(line))
        if headings > HEADINGS:
            raise TooMuch(number, f"has more than {HEADINGS} headings, from this line on: split the page")
        for closes in HTML_LEVEL.findall(line):
            level += -1 if closes else 1
            if level > 3 * DEEPEST:
                raise TooMuch(number, f"has more than {3 * DEEPEST} HTML tags within one another: close them")
        for sign in re.findall(r"[\[\](<>)]", line):
            if sign in opened:
                opened[sign] += 1
                if opened[sign] > OPEN:
                    raise TooMuch(number, f"has more than {OPEN} '{sign}' that are not closed: close them")
            else:
                opened[CLOSING[sign]] = max(0, opened[CLOSING[sign]] - 1)
