"""The place in a built page that shows what there is to download (partials/tools/downloads.html). Pure."""

from __future__ import annotations

import re

FORM = re.compile(r"(<div class=[\"']?downloads[\"']?)[^>]*>.*?(?=</div>)", re.DOTALL)


def filled(html: str, told: str) -> str:
    """The page with the list in its place."""
    return FORM.sub(lambda place: f"{place[1]}>{told}", html)


def empty(html: str) -> str:
    """The page as the build made it."""
    return FORM.sub(lambda place: f"{place[1]} hidden>", html)
