"""The block `extra.security` of the settings, of which security.txt is made (RFC 9116)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from checks import web
from checks.frontmatter import nearest
from checks.values import EMPTY, Fault

KEYS = ("contact", "expires", "policy")


def https_fault(value) -> str | None:
    """A whole address over https: the standard asks for that."""
    if not isinstance(value, str) or not value.startswith("https://"):
        return "must be a whole address that begins with https://"
    return web.plain_fault(value)


def contact_fault(value) -> str | None:
    """An e-mail address or the address of a form; several as a list."""
    for one in value if isinstance(value, list) else [value]:
        form = isinstance(one, str) and "://" in one
        if fault := https_fault(one) if form else web.mail_fault(one):
            return fault
    return None


def expires_fault(value, today: datetime.date) -> str | None:
    """A day to come. The file tells people to trust it until then, so that one that is past stops the build."""
    if not isinstance(value, datetime.date) or isinstance(value, datetime.datetime):
        return "must be a day: 2027-06-30"
    if value < today:
        return f"is {value}, which is past: see whether the contact still holds, and write a day to come"
    return None


def faults(security, today: datetime.date) -> Iterator[Fault]:
    """Faults in the block, each with its dotted path."""
    where = "extra.security"
    if not isinstance(security, dict):
        yield where, "security must be {contact: security@example.nl, expires: 2027-06-30}"
        return
    rules = {
        "contact": contact_fault,
        "expires": lambda value: expires_fault(value, today),
        "policy": https_fault,
    }
    filled = {key for key, value in security.items() if value not in EMPTY}
    for key in security:
        if key not in KEYS:
            yield f"{where}.{key}", f"unknown setting '{key}'{nearest(str(key), KEYS)}"
        elif key in filled and (fault := rules[key](security[key])):
            yield f"{where}.{key}", f"{key} {fault}"
    missing = [key for key in ("contact", "expires") if key not in filled]
    if filled and missing:
        verb = "is" if len(missing) == 1 else "are"
        yield where, f"{' and '.join(missing)} {verb} missing: security.txt needs both"
