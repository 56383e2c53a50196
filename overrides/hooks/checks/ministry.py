"""The block `extra.ministry` of the settings: what a ministry fills in of its own. Each line may stay empty."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from checks import web
from checks.frontmatter import nearest
from checks.values import EMPTY, Fault, texts_of, url_fault, words_fault

WAYS = {"url", "email", "phone"}
ROLES = ("communication", "adviser", "manager", "security")
PICTURE = re.compile(r"[\w-]+\.(svg|png|webp|jpg)")
FILE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.md")  # small letters, for every system
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def colours_fault(value) -> str | None:
    """One colour for light and one for dark."""
    good = isinstance(value, dict) and sorted(value) == ["dark", "light"]
    good = good and all(COLOUR.fullmatch(str(colour)) for colour in value.values())
    return None if good else 'must be {light: "#6b2a5b", dark: "#e3b3d6"}'


CONTACT: dict[str, Callable] = {  # what may stand in a contact, and how
    "role": lambda role, _: None if role in ROLES else f"must be one of {', '.join(ROLES)}",
    "name": words_fault,
    "url": url_fault,
    "email": lambda address, _: web.mail_fault(address),
    "phone": lambda number, _: web.phone_fault(number),
    "hours": words_fault,
}
SHAPE = "must be {role: ..., name: ..., url|email|phone: ...}"


def contact_fault(contact, locales: tuple[str, ...]) -> str | None:
    """Someone who can be asked: a role, a name and at least one way to reach them."""
    if not isinstance(contact, dict):
        return SHAPE
    if unknown := [str(key) for key in contact if key not in CONTACT]:
        return f"has an unknown key '{unknown[0]}'{nearest(unknown[0], CONTACT)}"
    if not {"role", "name"} <= contact.keys() or not WAYS & contact.keys():
        return SHAPE
    for key, value in contact.items():
        if fault := "is empty" if value in EMPTY else CONTACT[key](value, locales):
            shown = isinstance(value, str | int) and value != "" and f"'{value}'" not in fault
            return f"{key} '{value}' {fault}" if shown else f"{key} {fault}"
    return None


def logo_fault(value, assets: Path) -> str | None:
    """The name of a picture in docs/assets, or a pair: one for light and one for dark."""
    if isinstance(value, dict) and set(value) != {"light", "dark"}:
        return "must be one picture, or {light: ..., dark: ...}"
    for name in texts_of(value):
        if not isinstance(name, str) or not PICTURE.fullmatch(name):
            return "must be the name of a picture in docs/assets, or empty"
        if not (assets / name).is_file():
            return f"'{name}' is not in docs/assets: put it there"
    return None


def rules_fault(value, locales: tuple[str, ...]) -> str | None:
    """Where the rules stand: at an address, or in a file of that name in each language."""
    if isinstance(value, str) and "://" not in value and not FILE.fullmatch(value):
        folders = " and ".join(f"docs/{locale}/ministry" for locale in locales)
        return f"'{value}' must be a whole address, or a file in {folders}, such as regels.md"
    return None if isinstance(value, str) and FILE.fullmatch(value) else url_fault(value, locales)


def ministry_faults(ministry, assets: Path, locales: tuple[str, ...]) -> Iterator[Fault]:
    """Faults in extra.ministry; every line of the block may be left out or empty."""
    if not isinstance(ministry, dict):
        yield "extra.ministry", "ministry must be a block of 'name: value' lines"
        return
    rules = {
        "name": lambda value: words_fault(value, locales),
        "logo": lambda value: logo_fault(value, assets),
        "rules": lambda value: rules_fault(value, locales),
        "accent": colours_fault,
    }
    for key, value in ministry.items():
        where = f"extra.ministry.{key}"
        if key == "contacts" and value not in EMPTY:
            if not isinstance(value, list):
                yield where, "contacts must be a list: begin each with '- '"
            for number, contact in enumerate(value if isinstance(value, list) else ()):
                if fault := contact_fault(contact, locales):
                    yield f"{where}.{number}", f"contact {number + 1} {fault}"
        elif key not in (*rules, "contacts"):
            yield where, f"unknown setting '{key}'{nearest(str(key), [*rules, 'contacts'])}"
        elif value not in EMPTY and (fault := rules[key](value)):
            yield where, f"{key} {fault}"
