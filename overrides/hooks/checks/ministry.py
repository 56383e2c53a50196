"""The block `extra.ministry` of the settings: what a ministry fills in of its own. Each line may stay empty."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from checks import web
from checks.frontmatter import nearest
from checks.values import EMPTY, Fault, url_fault, words_fault

WAYS = {"url", "email", "phone"}
ROLES = ("communication", "adviser", "manager", "security")
PICTURE = re.compile(r"[\w-]+\.(svg|png|webp|jpg)")
FILE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.md")  # small letters, for every system
RULES = "must be a whole address, or a file in docs/nl/ministry and docs/en/ministry, such as regels.md"
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def colours_fault(value) -> str | None:
    """One colour for light and one for dark."""
    good = isinstance(value, dict) and sorted(value) == ["dark", "light"]
    good = good and all(COLOUR.fullmatch(str(colour)) for colour in value.values())
    return None if good else 'must be {light: "#6b2a5b", dark: "#e3b3d6"}'


CONTACT: dict[str, Callable] = {  # what may stand in a contact, and how
    "role": lambda role: None if role in ROLES else f"must be one of {', '.join(ROLES)}",
    "name": words_fault,
    "url": url_fault,
    "email": lambda address: web.mail_fault(str(address)),
    "phone": web.phone_fault,
    "hours": words_fault,
}


def contact_fault(contact) -> str | None:
    """Someone who can be asked: a role, a name and at least one way to reach them."""
    if not isinstance(contact, dict) or not {"role", "name"} <= contact.keys() or not WAYS & contact.keys():
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


def rules_fault(value) -> str | None:
    """Where the rules stand: at an address, or in a file of that name in each language."""
    if isinstance(value, str) and "://" not in value:
        return None if FILE.fullmatch(value) else f"'{value}' {RULES}"
    return url_fault(value)


def ministry_faults(ministry, assets: Path) -> Iterator[Fault]:
    """Faults in extra.ministry; every line of the block may be left out or empty."""
    if not isinstance(ministry, dict):
        yield "extra.ministry", "must be a block of 'name: value' lines"
        return
    rules = {
        "name": words_fault,
        "logo": lambda name: logo_fault(name, assets),
        "rules": rules_fault,
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
