"""Values of settings that a text, an address or an entry in each language stands for."""

from __future__ import annotations

import re

from checks import web
from checks.letters import INVISIBLE

SIGNS = '< > " ` * [ ] { } \\'  # of markup
MARKUP = re.compile(rf"[{re.escape(SIGNS.replace(' ', ''))}\n\r\t]|&#?\w+;")
EMPTY = (None, "", [], {})
Fault = tuple[str, str]  # where, as a dotted path; what is wrong


def shape(locales: tuple[str, ...]) -> str:
    """How a text in each language is written: `{nl: ..., en: ...}`."""
    return "{" + ", ".join(f"{locale}: ..." for locale in locales) + "}"


def texts_of(value) -> list:
    """The texts of `{nl: ..., en: ...}`, or the one text for all."""
    return list(value.values()) if isinstance(value, dict) else [value]


def shape_fault(value, locales: tuple[str, ...]) -> str | None:
    """One text, or one a language: in all of them, or in none."""
    texts = texts_of(value)
    if isinstance(value, dict) and set(value) != set(locales):
        return f"must have each language once: {shape(locales)}"
    if any(one in EMPTY for one in texts):
        return "is empty in one language: fill in each" if any(texts) else None
    if not all(isinstance(one, str) for one in texts):
        return f"must be text between quotes, or {shape(locales)}"
    return None


def line_fault(value) -> str | None:
    """One line of plain text: it goes into titles, into Markdown and into citations."""
    if not isinstance(value, str):
        return "must be text: put it between quotes"
    if MARKUP.search(value) or INVISIBLE.search(value):
        return f"must be one line of plain text, without {SIGNS} and codes such as &lt;"
    return None if value == value.strip() else "begins or ends with a space: take it away"


def words_fault(value, locales: tuple[str, ...]) -> str | None:
    """One line of text, or one a language."""
    return shape_fault(value, locales) or next(filter(None, map(line_fault, texts_of(value))), None)


def url_fault(value, locales: tuple[str, ...] = ()) -> str | None:
    """An address of the web, whole; one, or one a language."""
    if locales and (fault := shape_fault(value, locales)):
        return fault
    addresses = texts_of(value) if locales else [value]
    if not all(isinstance(one, str) and re.match(r"https?://", one) for one in addresses):
        return "must be a whole address, such as https://example.nl/page, or empty"
    return next(filter(None, map(web.plain_fault, addresses)), None)
