"""What may stand once only: titles, descriptions, addresses and section codes in a language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checks.frontmatter import CODE, RESERVED
from content.model import Guide, Page, Problem


def address(page: Page) -> str:
    """The page's address below its language, without slashes at the ends."""
    slug = str(page.meta.get("slug") or page.name.removesuffix(".md"))
    return slug.removesuffix("index").strip("/")


def repeated(items: Iterable[tuple[object, Page, int]], what: str) -> Iterator[Problem]:
    """A problem for each item whose value was seen before."""
    seen: dict[object, Page] = {}
    for value, page, line in items:
        if value in seen:
            first = "on this page" if seen[value] is page else f"in {seen[value].name}"
            yield page.problem(line, f"{what} '{value}' also stands {first}: give each its own")
        seen.setdefault(value, page)


def problems(guide: Guide, locale: str) -> Iterator[Problem]:
    """Everything of one language that stands twice, and addresses that the site needs for itself."""
    pages = guide.of(locale)
    for field in ("title", "description"):
        lines = [(page.meta.get(field), page, page.meta_lines.get(field, 1)) for page in pages]
        yield from repeated((item for item in lines if isinstance(item[0], str)), field)
    yield from repeated(((address(page), page, page.meta_lines.get("slug", 0)) for page in pages), "address")
    sections = [(section, page) for page in pages for section in page.sections]
    yield from repeated(((one.code, page, one.line) for one, page in sections if one.code), "section code")
    for page in pages:
        yield from repeated(((one.title, page, one.line) for one in page.sections), "heading")
        first = address(page).split("/")[0]
        if "slug" not in page.meta and (first in RESERVED or CODE.fullmatch(first)):
            yield page.problem(0, f"the address /{first}/ belongs to the site itself: rename the file")
