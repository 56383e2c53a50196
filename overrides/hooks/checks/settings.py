"""The block `extra` of mkdocs.yml: the edition, and what a ministry fills in of its own. It is closed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from checks.frontmatter import nearest
from checks.permalinks import EDITION

LANGUAGES = ["nl", "en"]
ROLES = ("communication", "adviser", "manager", "security")
URL = re.compile(r"(https?://[^\s/]+\.\S+)?")
PICTURE = re.compile(r"([\w-]+\.(svg|png|webp|jpg))?")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
PHONE = re.compile(r"\+?[0-9 ()-]{3,20}")


def per_language(value) -> list:
    """The texts of `{nl: ..., en: ...}`, or the one text for both."""
    return list(value.values()) if isinstance(value, dict) and sorted(value) == sorted(LANGUAGES) else [value]


def text_fault(value) -> str | None:
    """Any text, also none."""
    return None if isinstance(value, str) else "must be a text between quotes"


def words_fault(value) -> str | None:
    """One text, or one a language."""
    good = all(isinstance(text, str) and not set(text) & set('<>"') for text in per_language(value))
    return None if good else "must be a plain text, or {nl: ..., en: ...}, without < > or double quotes"


def url_fault(value) -> str | None:
    """An address of the web, whole; one, or one a language."""
    good = all(isinstance(one, str) and URL.fullmatch(one) for one in per_language(value))
    return None if good else "must be a whole address, such as https://example.nl/page, or empty"


def edition_fault(value) -> str | None:
    """A year and month."""
    good = isinstance(value, str) and EDITION.fullmatch(value)
    return None if good else 'must be YYYY.MM between quotes: "2026.11"'


def status_fault(value) -> str | None:
    """Whose text it is."""
    return None if value in ("retold", "adopted") else "must be retold, or adopted once it is your own text"


def file_fault(value) -> str | None:
    """The name of a picture in docs/assets."""
    good = isinstance(value, str) and PICTURE.fullmatch(value)
    return None if good else "must be the name of a picture in docs/assets, or empty"


def colours_fault(value) -> str | None:
    """One colour for light and one for dark."""
    good = isinstance(value, dict) and sorted(value) == ["dark", "light"]
    good = good and all(re.fullmatch(r"#[0-9a-fA-F]{6}", str(colour)) for colour in value.values())
    return None if good else 'must be {light: "#6b2a5b", dark: "#e3b3d6"}'


CONTACT = {  # what may stand in a contact, and how
    "role": lambda role: None if role in ROLES else f"must be one of {', '.join(ROLES)}",
    "name": words_fault,
    "url": url_fault,
    "email": lambda address: None if EMAIL.fullmatch(str(address)) else "is no e-mail address",
    "phone": lambda number: (
        None if PHONE.fullmatch(str(number)) else 'must be digits, such as "+31 70 1234567"'
    ),
}


def contact_fault(contact) -> str | None:
    """Someone who can be asked: a role, a name and at least one way to reach them."""
    if not isinstance(contact, dict) or not {"role", "name"} <= contact.keys() or len(contact) < 3:
        return "must be {role: ..., name: ..., url|email|phone: ...}"
    for key, value in contact.items():
        if key not in CONTACT:
            return f"has an unknown key '{key}'{nearest(str(key), CONTACT)}"
        if fault := "is empty" if not value else CONTACT[key](value):
            return f"{key} '{value}' {fault}"
    return None


MINISTRY: dict[str, Callable] = {
    "name": words_fault,
    "logo": file_fault,
    "rules": url_fault,
    "accent": colours_fault,
}
EXTRA: dict[str, Callable] = {
    "edition": edition_fault,
    "author": words_fault,
    "status": status_fault,
    "frame_ancestors": text_fault,
}


def ministry_faults(ministry) -> Iterator[tuple[str, str]]:
    """Faults in extra.ministry, each with its dotted path; every line of the block may be left out."""
    if not isinstance(ministry, dict):
        yield "extra.ministry", "must be a block of 'name: value' lines"
        return
    for key, value in ministry.items():
        where = f"extra.ministry.{key}"
        if key == "contacts":
            for number, contact in enumerate(value if isinstance(value, list) else [value]):
                if fault := contact_fault(contact):
                    yield f"{where}.{number}", f"contact {number + 1} {fault}"
        elif key not in MINISTRY:
            yield where, f"unknown setting '{key}'{nearest(str(key), [*MINISTRY, 'contacts'])}"
        elif fault := MINISTRY[key](value):
            yield where, f"{key} {fault}"


def faults(extra: dict) -> Iterator[tuple[str, str]]:
    """Faults in the block, each with its dotted path in mkdocs.yml."""
    if "edition" not in extra:
        yield "extra", 'edition is missing: add edition: "2026.11" to extra'
    for key, value in extra.items():
        if key == "ministry":
            yield from ministry_faults(value)
        elif key not in EXTRA:
            yield f"extra.{key}", f"unknown setting '{key}'{nearest(str(key), [*EXTRA, 'ministry'])}"
        elif fault := EXTRA[key](value):
            yield f"extra.{key}", f"{key} {fault}"
