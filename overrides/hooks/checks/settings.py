"""The block `extra` of the settings: the edition, and what a ministry fills in of its own. It is closed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from checks import web
from checks.frontmatter import CODE, nearest
from checks.letters import INVISIBLE
from checks.permalinks import EDITION

LANGUAGES = ("nl", "en")
ROLES = ("communication", "adviser", "manager", "security")
# The sections that templates ask for by name: where the search leads who finds nothing, what the colophon and
# the line below a title name, and the example of a citation.
SECTIONS = ("ask", "contacts", "accessibility", "privacy", "example", "sources")
PICTURE = re.compile(r"[\w-]+\.(svg|png|webp|jpg)")
# Who may show a page in a frame (CSP level 3, source expressions of `frame-ancestors`).
SOURCE = re.compile(r"'self'|'none'|https?://(\*\.)?([A-Za-z0-9-]+\.)*[A-Za-z0-9-]+(:(\d{1,5}|\*))?")
SIGNS = '< > " ` * [ ] { } \\'  # of markup
MARKUP = re.compile(rf"[{re.escape(SIGNS.replace(' ', ''))}\n\r\t]|&#?\w+;")
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
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


def author_fault(value) -> str | None:
    """Who leads in a citation: one name, in one language or in each."""
    if any(isinstance(text, str) and ";" in text for text in per_language(value)):
        return "names several with ';': name one, who leads in every citation"
    return words_fault(value)


def url_fault(value) -> str | None:
    """An address of the web, whole; one, or one a language."""
    addresses = per_language(value)
    if not all(isinstance(one, str) and re.match(r"https?://", one) for one in addresses):
        return "must be a whole address, such as https://example.nl/page, or empty"
    return next(filter(None, map(web.plain_fault, addresses)), None)


def identifier_fault(value) -> str | None:
    """What comes before the code in a persistent identifier: as an address that a resolver answers."""
    if isinstance(value, str) and re.fullmatch(r"https?://[^/]+/.*[./_-]", value):
        return url_fault(value)
    return "must be what stands before the code, such as https://doi.org/10.1234/guide. or empty"


def licence_fault(value) -> str | None:
    """The name of a licence and where it can be read."""
    if not isinstance(value, dict) or sorted(value) != ["name", "url"] or not all(value.values()):
        return "must be {name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/}"
    return line_fault(value["name"]) or url_fault(value["url"])


def edition_fault(value) -> str | None:
    """A year and month."""
    good = isinstance(value, str) and EDITION.fullmatch(value)
    return None if good else 'must be YYYY.MM between quotes: "2026.11"'


def status_fault(value) -> str | None:
    """Whose text it is."""
    return None if value in ("retold", "adopted") else "must be retold, or adopted once it is your own text"


def colours_fault(value) -> str | None:
    """One colour for light and one for dark."""
    good = isinstance(value, dict) and sorted(value) == ["dark", "light"]
    good = good and all(COLOUR.fullmatch(str(colour)) for colour in value.values())
    return None if good else 'must be {light: "#6b2a5b", dark: "#e3b3d6"}'


def frame_fault(value) -> str | None:
    """Who may show a page in a frame: one or more source expressions, as one text or as a list."""
    sources = value.split(" ") if isinstance(value, str) else value
    good = isinstance(sources, list) and all(isinstance(one, str) and SOURCE.fullmatch(one) for one in sources)
    if not good:
        return "must name sites: \"'self' https://intranet.example\", or \"'none'\""
    return "says 'none' beside others: keep one of the two" if "'none'" in sources and sources[1:] else None


CONTACT: dict[str, Callable] = {  # what may stand in a contact, and how
    "role": lambda role: None if role in ROLES else f"must be one of {', '.join(ROLES)}",
    "name": words_fault,
    "url": url_fault,
    "email": lambda address: web.mail_fault(str(address)),
    "phone": web.phone_fault,
}


def contact_fault(contact) -> str | None:
    """Someone who can be asked: a role, a name and at least one way to reach them."""
    if not isinstance(contact, dict) or not {"role", "name"} <= contact.keys() or len(contact) < 3:
        return "must be {role: ..., name: ..., url|email|phone: ...}"
    for key, value in contact.items():
        if key not in CONTACT:
            return f"has an unknown key '{key}'{nearest(str(key), CONTACT)}"
        if fault := "is empty" if value in EMPTY else CONTACT[key](value):
            named = "" if f"'{value}'" in fault else f"'{value}' "
            return f"{key} {named}{fault}"
    return None


def logo_fault(value, assets: Path) -> str | None:
    """The name of a picture in docs/assets, or a pair: one for light and one for dark."""
    if isinstance(value, dict):
        if set(value) != {"light", "dark"}:
            return "must be one picture, or {light: ..., dark: ...}"
        return next(filter(None, (logo_fault(one, assets) for one in value.values())), None)
    if not isinstance(value, str) or not PICTURE.fullmatch(value):
        return "must be the name of a picture in docs/assets, or empty"
    return None if (assets / value).is_file() else f"'{value}' is not in docs/assets: put it there"


def ministry_faults(ministry, assets: Path) -> Iterator[Fault]:
    """Faults in extra.ministry; every line of the block may be left out or empty."""
    if not isinstance(ministry, dict):
        yield "extra.ministry", "must be a block of 'name: value' lines"
        return
    rules = {
        "name": words_fault,
        "logo": lambda name: logo_fault(name, assets),
        "rules": url_fault,
        "accent": colours_fault,
    }
    for key, value in ministry.items():
        where = f"extra.ministry.{key}"
        if key == "contacts" and value not in EMPTY:
            for number, contact in enumerate(value if isinstance(value, list) else [value]):
                if fault := contact_fault(contact):
                    yield f"{where}.{number}", f"contact {number + 1} {fault}"
        elif key not in (*rules, "contacts"):
            yield where, f"unknown setting '{key}'{nearest(str(key), [*rules, 'contacts'])}"
        elif value not in EMPTY and (fault := rules[key](value)):
            yield where, f"{key} {fault}"


def translation_faults(translations) -> Iterator[Fault]:
    """Faults in extra.translations: `{en: {site_name: ..., menu: {Hulp: Help}}}`."""
    if not isinstance(translations, dict) or not set(translations) <= set(LANGUAGES[1:]):
        yield "extra.translations", f"must be {{{LANGUAGES[1]}: {{site_name: ..., menu: {{...}}}}}}"
        return
    for locale, words in translations.items():
        where = f"extra.translations.{locale}"
        if words not in EMPTY and not isinstance(words, dict):
            yield where, "must be a block of 'name: value' lines"
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
        yield "extra.sections", f"must give the code of each of: {', '.join(SECTIONS)}"
        return
    for name, code in sections.items():
        if not isinstance(code, str) or not CODE.fullmatch(code):
            yield f"extra.sections.{name}", f"'{code}' is no section code: write one such as p3"


RULES: dict[str, Callable] = {
    "edition": edition_fault,
    "author": author_fault,
    "licence": licence_fault,
    "identifier": identifier_fault,
    "status": status_fault,
    "frame_ancestors": frame_fault,
}
BLOCKS = ("ministry", "translations", "sections")


def faults(extra: dict, assets: Path) -> Iterator[Fault]:
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
            yield from ministry_faults(value, assets)
        elif key == "translations":
            yield from translation_faults(value)
        elif fault := RULES[key](value):
            yield f"extra.{key}", f"{key} {fault}"
