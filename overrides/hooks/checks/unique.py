"""What may stand once only: titles, descriptions, addresses and section codes in a language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from checks.frontmatter import CODE
from content import addresses
from content.languages import DEFAULT
from content.model import Guide, Page, Problem


def address(page: Page) -> str:
    """The page's address below its language, without slashes at the ends."""
    return addresses.of_page(page).removeprefix(addresses.folder(page.locale)).strip("/")


def repeated(items: Iterable[tuple[object, Page, int]], what: str, remedy: str) -> Iterator[Problem]:
    """A problem for each item whose value was seen before."""
    seen: dict[object, Page] = {}
    for value, page, line in items:
        if value in seen:
            first = "on this page" if seen[value] is page else f"in {seen[value].name}"
            yield page.problem(line, f"{what} '{value}' also stands {first}: {remedy}")
        seen.setdefault(value, page)


def taken_problems(page: Page) -> Iterator[Problem]:
    """A page in the place of something that the build writes itself: one of the two would vanish."""
    at, line = address(page), page.meta_lines.get("slug", 0)
    first = at.split("/")[0]
    if page.name in addresses.GENERATED:
        yield page.problem(0, f"the build makes a page '{page.name}' of its own: rename the file")
    elif at in addresses.taken(page.locale) or first in addresses.TAKEN or CODE.fullmatch(first):
        remedy = "choose another slug" if line else "rename the file"
        yield page.problem(line, f"the address /{at}/ belongs to the site itself: {remedy}", hides="address")


def problems(guide: Guide, locale: str) -> Iterator[Problem]:
    """Everything of one language that stands twice, and addresses that the site needs for itself."""
    pages, own = guide.of(locale), "give each its own"
    for field in ("title", "description"):
        lines = [(page.meta.get(field), page, page.meta_lines.get(field, 1)) for page in pages]
        yield from repeated((item for item in lines if isinstance(item[0], str)), field, own)
    where = [(address(page), page, page.meta_lines.get("slug", 0)) for page in pages]
    yield from repeated(where, "address", own)
    names = [(PurePosixPath(page.name).stem, page, 0) for page in pages]
    yield from repeated(names, "file name", "rename one of the two")
    sections = [(section, page) for page in pages for section in page.sections]
    codes = ((one.code, page, one.line) for one, page in sections if one.code)
    yield from repeated(codes, "section code", own)
    for page in pages if locale == DEFAULT else ():
        if address(page).split("/")[0] in guide.by_locale:
            message = f"the address /{address(page)}/ belongs to a language: rename the file"
            yield page.problem(0, message, hides="address")
    for page in pages:
        yield from repeated(((one.title, page, one.line) for one in page.sections), "heading", own)
