"""What should not be in a finished text: Markdown that did not work, notes to oneself, merge marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.letters import INVISIBLE
from checks.lines import at, line_at
from content.model import Page, Problem
from selectolax.lexbor import LexborHTMLParser

SOURCE = {  # in the file
    r"^(<{7}|>{7}|\|{7})( |$)|^={7}$": "is the mark of an unsolved merge: choose one of the two texts",
}
SHOWN = {  # in what the reader would see
    r"```|~~~": "begins code that is never closed, or closes none: give it both fences",
    r"\]\[[^\]]*\]": "is a link whose address is missing: write [text](page.md)",
    r"\]\(": "is a link that did not work: write [text](page.md)",
    r"\[\^[^\]]*\]?": "is a note that did not work: write [^f03], with a key of docs/sources.yml",
    r"\{\s*[:#.][^}]*\}?": "is an id or class that did not work: put it at the end of the heading's line",
    r"<[/!]?[A-Za-z][\w-]*": "is HTML that did not work: finish the tag, or put it between backticks",
    r"\{\{|\}\}|\{%|%\}": "is a leftover of a template: remove it",
    r"\*\*|(?<!\w)__|__(?!\w)": "is bold that did not work: put the stars against the words",
    r"^\s*\[[ xX]\]": "is a task list, which pages do not have: use a plain list",
    r"\|\s*:?-{2,}": "is a table that did not work: put a blank line above it, and a heading row",
    r"\b(TODO|FIXME|TBD|XXX|TKTK)\b|(?i:lorem ipsum)": "is a note to yourself: finish the text",
    INVISIBLE.pattern: "is a sign that nobody sees, which makes words unfindable: remove it",
    r"&(?:[a-z]{2,8}|#\d+);": "is a code for a sign that did not work: write the sign itself",
}


def problems(page: Page) -> Iterator[Problem]:
    """Leftovers in the source and in the shown text of one page."""
    for pattern, message in SOURCE.items():
        if found := re.search(pattern, page.body, re.MULTILINE):
            yield page.problem(line_at(page, found.start()), f"'{found.group().strip()}' {message}")
    tree = LexborHTMLParser(page.html)
    tree.strip_tags(["code", "pre", "kbd", "script", "style"], recursive=True)
    text = tree.body.text(separator="\n") if tree.body else ""
    for pattern, message in SHOWN.items():
        if found := re.search(pattern, text, re.MULTILINE):
            unseen = INVISIBLE.fullmatch(found.group())
            shown = f"U+{ord(unseen[0]):04X}" if unseen else found.group().strip()
            yield at(page, f"'{shown}' {message}", shown, shown[:3])
