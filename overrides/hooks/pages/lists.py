"""The pages that list something: all sections with their links, what changed, and (see `search`) results."""

from __future__ import annotations

from content import addresses
from content.site import Site
from exports import sections_json


def catalogue(site: Site, locale: str, url: str) -> list[tuple[str, list[dict]]]:
    """What `catalogue.html` at `url` shows: the sections of each language, that of the page first."""
    plain = site.texts(locale).links.plain
    return [
        (
            each,
            [
                {
                    "code": section.code.upper(),
                    "title": section.title,
                    "link": addresses.relative(addresses.of_section(page, section.code), url),
                    "short": site.short(each, section.code),
                    "snippets": sections_json.snippets(
                        section,
                        site.short(each, section.code),
                        site.settings.root + addresses.embed(each, section.code),
                        site.name(each),
                        plain,
                    ),
                }
                for page in site.pages(each)
                for section in page.sections
            ],
        )
        for each in sorted(site.locales, key=lambda each: each != locale)
    ]


def changes(site: Site, locale: str, url: str) -> dict:
    """What `changes.html` at `url` shows."""
    return {
        "list": site.changes,
        "links": {code: addresses.relative(to, url) for code, to in site.landings[locale].items()},
        "feed": addresses.relative(f"{addresses.folder(locale)}feed.xml", url),
    }
