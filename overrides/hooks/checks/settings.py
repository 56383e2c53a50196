"""The block `extra` of the settings: the edition, and what a ministry fills in of its own. It is closed."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from checks import security, web
from checks.frontmatter import CODE, nearest
from checks.ministry import ministry_faults
from checks.permalinks import EDITION
from checks.values import EMPTY, Fault, line_fault, texts_of, url_fault, words_fault

# The sections that templates ask for by name: where the search leads who finds nothing, what the colophon and
# the line below a title name, and the example of a citation.
SECTIONS = ("ask", "contacts", "accessibility", "privacy", "example", "sources")
SERVER = ("hsts", "language_of_browser")
MOST_FRAMERS = 1000  # characters; static hosts take a policy of 2,000 and its other parts need half
# Who may show a page in a frame (CSP level 3, source expressions of `frame-ancestors`).
SOURCE = re.compile(r"'self'|'none'|https?://(\*\.)?([A-Za-z0-9-]+\.)*[A-Za-z0-9-]+(:(\d{1,5}|\*))?")


def author_fault(value, locales: tuple[str, ...]) -> str | None:
    """Who leads in a citation: one name, in one language or in each."""
    if any(isinstance(text, str) and ";" in text for text in texts_of(value)):
        return "names several with ';': name one, who leads in every citation"
    return words_fault(value, locales)


def identifier_fault(value) -> str | None:
    """What comes before the code in a persistent identifier: as an address that a resolver answers."""
    if isinstance(value, str) and re.fullmatch(r"https?://[^/]+/.*[./_-]", value):
        return url_fault(value)
    return "must be what stands before the code, such as https://doi.org/10.1234/guide. or empty"


def licence_fault(value) -> str | None:
    """The name of a licence and where it can be read."""
    if not isinstance(value, dict) or sorted(value) != ["name", "url"] or not all(value.values()):
        return "must be {name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/}"
    if fault := line_fault(value["name"]):
        return f"name {fault}"
    return f"url {fault}" if (fault := url_fault(value["url"])) else None


def edition_fault(value) -> str | None:
    """A year and month."""
    good = isinstance(value, str) and EDITION.fullmatch(value)
    return None if good else 'must be YYYY.MM between quotes: "2026.11"'


def status_fault(value) -> str | None:
    """Whose text it is."""
    return None if value in ("retold", "adopted") else "must be retold, or adopted once it is your own text"


def frame_fault(value) -> str | None:
    """Who may show a page in a frame: one or more source expressions, as one text or as a list."""
    sources = value.split(" ") if isinstance(value, str) else value
    good = isinstance(sources, list) and all(isinstance(one, str) and SOURCE.fullmatch(one) for one in sources)
    if not good:
        return "must name sites: \"'self' https://intranet.example\", or \"'none'\""
    if len(" ".join(sources)) > MOST_FRAMERS:
        return f"names sites in more than {MOST_FRAMERS} characters, which no policy holds: name fewer, or *.domain"
    return "says 'none' beside others: keep one of the two" if "'none'" in sources and sources[1:] else None


def translation_faults(translations, locales: tuple[str, ...]) -> Iterator[Fault]:
    """Faults in extra.translations: `{en: {site_name: ..., menu: {Hulp: Help}}}`."""
    if not isinstance(translations, dict) or not set(translations) <= set(locales[1:]):
        known = ", ".join(f"{locale}: {{site_name: ..., menu: {{...}}}}" for locale in locales[1:])
        yield "extra.translations", f"translations must be {{{known}}}"
        return
    for locale, words in translations.items():
        where = f"extra.translations.{locale}"
        if words not in EMPTY and not isinstance(words, dict):
            yield where, f"{locale} must be a block of 'name: value' lines"
            continue
        for key, value in (words or {}).items():
            if key not in ("site_name", "menu"):
                yield f"{where}.{key}", f"unknown setting '{key}'{nearest(str(key), ('site_name', 'menu'))}"
            elif key == "site_name" and value not in EMPTY and (fault := line_fault(value)):
                yield f"{where}.{key}", f"{key} {fault}"
            elif key == "menu" and value not in EMPTY and not isinstance(value, dict):
                yield f"{where}.menu", "menu must be {label: translation}"
            for label, word in value.items() if key == "menu" and isinstance(value, dict) else ():
                if fault := "is empty" if word in EMPTY else line_fault(word):
                    yield f"{where}.menu.{label}", f"the translation of '{label}' {fault}"


def section_faults(sections) -> Iterator[Fault]:
    """Faults in extra.sections, by which templates find the sections that they name."""
    if not isinstance(sections, dict) or sorted(sections) != sorted(SECTIONS):
        yield "extra.sections", f"sections must give the code of each of: {', '.join(SECTIONS)}"
        return
    for name, code in sections.items():
        if not isinstance(code, str) or not CODE.fullmatch(code):
            yield f"extra.sections.{name}", f"'{code}' is no section code: write one such as p3"


def server_faults(server) -> Iterator[Fault]:
    """Faults in extra.server: what is switched on for a server."""
    if not isinstance(server, dict):
        yield "extra.server", "server must be a block of 'name: value' lines"
        return
    for key, value in server.items():
        if key not in SERVER:
            yield f"extra.server.{key}", f"unknown setting '{key}'{nearest(str(key), SERVER)}"
        elif value is not None and not isinstance(value, bool):
            yield f"extra.server.{key}", f"{key} must be true or false"


RULES: dict[str, Callable] = {
    "edition": edition_fault,
    "licence": licence_fault,
    "identifier": identifier_fault,
    "status": status_fault,
    "frame_ancestors": frame_fault,
    "remarks": web.mail_fault,
}
BLOCKS = ("author", "ministry", "security", "server", "translations", "sections")


def faults(
    extra: dict, assets: Path, today: datetime.date, locales: tuple[str, ...]
) -> Iterator[Fault]:
    """Faults in the block, each with its dotted path; `assets` is the folder docs/assets."""
    if extra.get("edition") in EMPTY:
        yield "extra.edition", 'edition is missing: add edition: "2026.11" to extra'
    yield from section_faults(extra.get("sections"))
    for key, value in extra.items():
        if key not in (*RULES, *BLOCKS):
            yield f"extra.{key}", f"unknown setting '{key}'{nearest(str(key), [*RULES, *BLOCKS])}"
        elif value in EMPTY or key == "sections":
            continue
        elif key == "ministry":
            yield from ministry_faults(value, assets, locales)
        elif key == "security":
            yield from security.faults(value, today)
        elif key == "server":
            yield from server_faults(value)
        elif key == "translations":
            yield from translation_faults(value, locales)
        elif fault := author_fault(value, locales) if key == "author" else RULES[key](value):
            yield f"extra.{key}", f"{key} {fault}"
