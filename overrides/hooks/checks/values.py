"""Values of settings that a text, an address or an entry in each language stands for."""

from __future__ import annotations

import re

from checks import web
from checks.letters import INVISIBLE

LANGUAGES = ("nl", "en")
SIGNS = '< > " ` * [ ] { } \\'  # of markup
MARKUP = re.compile(rf"[{re.escape(SIGNS.replace(' ', ''))}\n\r\t]|&#?\w+;")
EMPTY = (None, "", [], {})
Fault = tuple[str, str]  # where, as a dotted path; what is wrong


def per_language(value) -> list:
    """The texts of `{nl: ..., en: ...}`, or the one text for both."""
    return list(value.values()) if isinstance(value, dict) and sorted(value) == sorted(LANGUAGES) else [value]


def line_fault(value) -> str | None:
    """One line of plain text: it goes into titles, into Markdown and into citations."""
    good = isinstance(value, str) and not MARKUP.search(value) and not INVISIBLE.search(value)
    return None if good else f"must be one line of plain text, without {SIGNS} and codes such as &lt;"


def words_fault(value) -> str | None:
    """One text, or one a language: in all of them, or in none."""
    texts = per_language(value)
    if any(line_fault(text) for text in texts):
        return f"must be a plain text, or {{nl: ..., en: ...}}, without {SIGNS} and codes such as &lt;"
    return "is empty in one language: fill in both" if any(texts) and not all(texts) else None


def url_fault(value) -> str | None:
    """An address of the web, whole; one, or one a language."""
    addresses = per_language(value)
    if not all(isinstance(one, str) and re.match(r"https?://", one) for one in addresses):
        return "must be a whole address, such as https://example.nl/page, or empty"
    return next(filter(None, map(web.plain_fault, addresses)), None)
