"""Every statement of the source stands in the guide: docs/statements.yml names the words that say it.

    S09: {section: p3, nl: "words of section p3", en: "words of its twin"}

`section` is a section code, or a file name for the opening of that page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml
from content.markdown import read_fields
from content.model import Guide, Page, Problem, Section


def plain(text: str) -> str:
    """Small letters and digits with single spaces: what remains when marks and white space do not count."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def where(guide: Guide, locale: str, place: str) -> tuple[Page, int, str] | None:
    """The page, the line and the text of a section or of the opening of a page."""
    found: tuple[Page, Section] | None = guide.section(locale, place)
    if found:
        return found[0], found[1].line, found[1].text
    page = guide.pages.get((locale, place))
    return (page, page.body_line, page.intro) if page else None


def problems(path: Path, guide: Guide, locales: list[str]) -> Iterator[Problem]:
    """Statements that a language does not carry, and faults in the list itself."""
    try:
        statements, lines = read_fields(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError, ValueError) as error:
        yield Problem(str(path), 0, f"cannot be read: {' '.join(str(error).split())}")
        return
    for number in range(1, len(statements) + 1):
        if f"S{number:02}" not in statements:
            yield Problem(
                str(path), 0, f"statement S{number:02} is missing: every statement of the source stands here"
            )
    for name, entry in statements.items():
        line = lines[str(name)]
        if not isinstance(entry, dict) or entry.keys() != {"section", *locales}:
            yield Problem(str(path), line, f"{name} must have: section, {', '.join(locales)}")
            continue
        for locale in locales:
            found = where(guide, locale, str(entry["section"]))
            if found is None:
                yield Problem(
                    str(path), line, f"{name}: there is no section '{entry['section']}' in {locale}"
                )
            elif (
                not plain(str(entry[locale]))
                or f" {plain(str(entry[locale]))} " not in f" {plain(found[2])} "
            ):
                page, at_line, _ = found
                yield page.problem(
                    at_line,
                    f"no longer says statement {name} in the words of "
                    f"{path.name}:{line}: put them back, or write the new words there",
                )
