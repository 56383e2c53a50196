"""Two equal languages: every page and section has its twin, in the same order, of the same text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from checks.frontmatter import CODE
from content.model import Guide, Page, Problem
from content.sources import marks


def text_hash(meta: dict, body: str) -> str:
    """12 hexadecimal digits of what a translator translates: title, description and text."""
    text = f"{meta.get('title')}\n{meta.get('description')}\n{body.strip()}"
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def section_problems(page: Page, twin: Page) -> Iterator[Problem]:
    """Sections of a page that its twin lacks, or has in another order."""
    there = [section.code for section in twin.sections]
    for section in page.sections:
        if CODE.fullmatch(section.code) and section.code not in there:
            yield page.problem(
                section.line,
                f"section {section.code} is missing in {twin.locale}/{twin.name}: add it there",
            )
    codes = [section.code for section in page.sections]
    if sorted(codes) == sorted(there):
        for section, code in zip(page.sections, there, strict=True):
            if section.code != code:
                yield page.problem(
                    section.line,
                    f"section {section.code} stands where "
                    f"{twin.locale}/{twin.name} has {code}: use one order in both",
                )
                return


def footnote_problems(page: Page, twin: Page) -> Iterator[Problem]:
    """Sources that a page gives and its twin does not."""
    there = {key for key, _ in marks(twin)}
    for name, line in sorted(dict(reversed([*marks(page)])).items()):  # the first line of each
        if name not in there:
            message = f"note [^{name}] is not used in {twin.locale}/{twin.name}: use it there"
            yield page.problem(line, message)


def problems(guide: Guide, default: str, locales: list[str]) -> Iterator[Problem]:
    """All that one language has and the other has not, and translations of an earlier text."""
    unread, unclear = guide.hidden("text"), guide.hidden("sections")
    for (locale, name), page in sorted(guide.pages.items()):
        for other in locales:
            twin = guide.pages.get((other, name))
            if other == locale or (other, name) in unread:
                continue
            if twin is None:
                yield page.problem(0, f"has no twin: write {other}/{name} too")
                continue
            if not {(locale, name), (other, name)} & unclear:
                yield from section_problems(page, twin)
            yield from footnote_problems(page, twin)
        source = guide.pages.get((default, name))
        given = page.meta.get("source_hash")
        stale = source and isinstance(given, str) and given != text_hash(source.meta, source.body)
        if locale != default and stale:
            yield page.problem(
                page.meta_lines.get("source_hash", 1),
                f"{default}/{name} changed since this translation: review it, then run "
                f"python overrides/hooks/translations.py {name}",
            )
