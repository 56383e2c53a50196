"""Every statement of the source stands in the guide: docs/statements.yml names the words that say it.

    S09: {section: p3, nl: "words of section p3", en: "words of its twin"}

`section` is a section code, or a file name for the opening of that page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from content import yaml_file
from content.languages import PROMISED
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


def statement_problems(file: yaml_file.YamlFile, name: str, entry: dict, guide: Guide, locale: str):
    """A statement that a language does not carry; silent where the faults of a page hide its sections."""
    unclear = guide.hidden("sections")
    found, line = where(guide, locale, str(entry["section"])), file.line(name)
    if found is None:
        if not any(hidden == locale for hidden, _ in unclear):
            yield file.problem(name, f"{name}: there is no section '{entry['section']}' in {locale}")
        return
    page, at_line, text = found
    words = plain(str(entry[locale]))
    if (locale, page.name) not in unclear and (not words or f" {words} " not in f" {plain(text)} "):
        yield page.problem(
            at_line,
            f"no longer says statement {name} in the words of "
            f"{file.path.name}:{line}: put them back, or write the new words there",
        )


def problems(path: Path, guide: Guide, locales: list[str]) -> Iterator[Problem]:
    """Statements that a language does not carry, and faults in the list itself."""
    file = yaml_file.read(path)
    yield from file.problems
    if file.lines is None:
        return
    if not isinstance(file.data, dict):
        yield Problem(str(path), 1, "must be a list of 'S01: {...}' lines")
        return
    for number in range(1, len(file.data) + 1):
        if f"S{number:02}" not in file.data:
            message = f"statement S{number:02} is missing: every statement of the source stands here"
            yield Problem(str(path), 0, message)
    for name, entry in file.data.items():
        must = {"section", *PROMISED}
        if not isinstance(entry, dict) or not must <= entry.keys() <= must | set(locales):
            yield file.problem(str(name), f"{name} must have: section, {', '.join(PROMISED)}")
            continue
        for locale in (one for one in locales if one in entry):
            yield from statement_problems(file, str(name), entry, guide, locale)
