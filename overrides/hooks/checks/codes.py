"""Section codes in running text: each is one that was published, so that a reader who looks it up finds it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.lines import line_at
from content.markdown import prose
from content.model import Guide, Page, Problem
from content.permalinks import Promise

CITED = re.compile(r"(?<![\w/.#-])[A-Z][1-9]\d?(?![\w-])")
UNSEEN = re.compile(r"\]\([^)\n]*\)|\[\^[^\]\n]*\]|\{[^{}\n]*\}|<[^<>]*>")  # addresses, notes, attributes, tags


def published(guide: Guide, promise: Promise) -> set[str]:
    """Every code that stands in the guide or ever did."""
    return promise.codes.keys() | {one.code for page in guide.pages.values() for one in page.sections}


def problems(page: Page, codes: set[str]) -> Iterator[Problem]:
    """Codes that a page cites and that no section has or had; only letters with which codes begin count."""
    letters = {code[0] for code in codes if code}
    text = UNSEEN.sub(lambda hidden: re.sub(r"[^\n]", " ", hidden[0]), prose(page.body))
    for found in CITED.finditer(text):
        code = found[0].lower()
        if code[0] in letters and code not in codes:
            message = f"there is no section {found[0]}: correct the code, or write `{found[0]}` if it is none"
            yield page.problem(line_at(page, found.start()), message)
