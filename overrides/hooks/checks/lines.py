"""Finding one's way in a page's Markdown."""

from __future__ import annotations

from content.model import Page, Problem


def line_at(page: Page, offset: int) -> int:
    """The line of the file at an offset in the page's body."""
    return page.body_line + page.body.count("\n", 0, offset)


def at(page: Page, message: str, *needles: str, hides: str = "") -> Problem:
    """A problem on the first line that holds one of the needles, tried in order, else on the file as a whole.

    Capitals do not count.
    """
    body = page.body.lower()
    for needle in filter(None, needles):
        before, found, _ = body.partition(needle.lower())
        if found:
            return page.problem(page.body_line + before.count("\n"), message, hides)
    return page.problem(0, message, hides)
