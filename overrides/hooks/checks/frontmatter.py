"""The closed front matter: which fields a page has, and what may stand in them."""

from __future__ import annotations

import calendar
import datetime
import difflib
import re
from collections.abc import Iterator

from content.model import Page, Problem

FIELDS = ("title", "description", "reviewed")  # of every page
TRANSLATED = ("slug", "source_hash")  # of a translation, besides
OPTIONAL: tuple[str, ...] = ()
LENGTHS = {"title": (3, 70), "description": (40, 170)}
FIRST_DAY = datetime.date(2019, 3, 6)  # the source came out
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
CODE = re.compile(r"[a-z][1-9][0-9]{0,2}")

def expected(page: Page, default: str) -> tuple[str, ...]:
    """The fields that a page must have."""
    if page.locale == default:
        return FIELDS
    return FIELDS + (TRANSLATED[1:] if page.name == "index.md" else TRANSLATED)


def nearest(name: str, names) -> str:
    """A hint at the name that was probably meant: "; did you mean 'title'?"."""
    found = difflib.get_close_matches(name, [str(one) for one in names], 1)
    return f"; did you mean '{found[0]}'?" if found else ""


def text_fault(field: str, value) -> str | None:
    """What is wrong with a title or description."""
    least, most = LENGTHS[field]
    if not isinstance(value, str):
        return f"{field} must be text: put it between quotes"
    if value != " ".join(value.split()) or set(value) & set('<>"'):
        return f"{field} must be one line of plain text, without < > or double quotes"
    if found := re.search(r"&(#?\w+);", value):
        return f"{field} holds '{found[0]}', a code for a sign: write the sign itself"
    if not least <= len(value) <= most:
        return f"{field} has {len(value)} characters: make it {least} to {most}"
    return None


def date_fault(value, edition: str) -> str | None:
    """What is wrong with the day of the last review.

    The bound is the edition's month, not the calendar: the same files give the same answer on every day and
    without a history. That a day of that month is still to come, `notes` says without stopping the build.
    """
    if type(value) is not datetime.date:  # a moment is a kind of day
        return "reviewed must be a day, such as 2026-11-23"
    year, month = (int(part) for part in edition.split("."))
    last = datetime.date(year, month, calendar.monthrange(year, month)[1])
    if not FIRST_DAY <= value <= last:
        return (
            f"reviewed is {value}, not between {FIRST_DAY} and the end of edition {edition}: "
            "correct the day, or raise extra.edition in mkdocs.yml"
        )
    return None


def slug_fault(value) -> str | None:
    """What is wrong with an address."""
    if not isinstance(value, str) or not SLUG.fullmatch(value):
        return (
            f"slug '{value}' must be small letters and digits with single hyphens, such as 'four-principles'"
        )
    return None


def hash_fault(value) -> str | None:
    """What is wrong with the form of the hash; whether it still holds is for parity to say."""
    if not isinstance(value, str) or not re.fullmatch(r"[0-9a-f]{12}", value):
        return "source_hash must be 12 hexadecimal digits between quotes"
    return None


def problems(page: Page, default: str, edition: str) -> Iterator[Problem]:
    """Unknown, missing and faulty fields of one page."""
    fields = expected(page, default)
    if not page.meta and page.body.startswith("---"):
        message = "front matter is never closed: put --- on a line of its own below the fields"
        yield page.problem(1, message, hides="text")
        return
    if not page.meta:
        message = f"has no front matter: begin with --- and the fields {', '.join(fields)}, then ---"
        yield page.problem(1, message, hides="address")
        return
    for name in page.meta:
        if name not in fields + OPTIONAL:
            hint = nearest(str(name), fields + OPTIONAL) or f"; a page has {', '.join(fields + OPTIONAL)}"
            hides = "address" if name == "slug" else ""
            yield page.problem(page.meta_lines.get(str(name), 1), f"unknown field '{name}'{hint}", hides)
    checks = {
        "title": lambda value: text_fault("title", value),
        "description": lambda value: text_fault("description", value),
        "reviewed": lambda value: date_fault(value, edition),
        "slug": slug_fault,
        "source_hash": hash_fault,
    }
    for name in fields:
        value, line = page.meta.get(name), page.meta_lines.get(name, 1)
        hides = "address" if name == "slug" else ""
        if value is None:
            yield page.problem(line, f"field '{name}' is missing: fill it in", hides)
        elif fault := checks[name](value):
            yield page.problem(line, fault, hides)
