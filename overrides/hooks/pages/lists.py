"""The pages that list something: all sections with their links, what changed, and (see `search`) results."""

from __future__ import annotations

from content import addresses
from content.model import Page, Section
from content.site import Site
from exports import sections_json


def row(page: Page, section: Section, site: Site, url: str, texts) -> dict:
    """What the catalogue at `url` shows of one section; `texts` name the forms of its link."""
    short = site.short(page.locale, section.code)
    embed = site.settings.root + addresses.embed(page.locale, section.code)
    forms = sections_json.snippets(section, short, embed, site.name(page.locale), texts.plain)
    return {
        "code": section.code.upper(),
        "title": section.title,
        "link": addresses.relative(addresses.of_section(page, section.code), url),
        "snippets": [(texts.short_link, short), *forms],
    }


def catalogue(site: Site, locale: str, url: str) -> list[tuple[str, list[tuple[str, list[dict]]]]]:
    """What `catalogue.html` at `url` shows: of each language, that of the page first, the title of each page
    and its sections."""
    texts = site.texts(locale).links

    def rows(page: Page) -> list[dict]:
        return [row(page, section, site, url, texts) for section in page.sections]

    return [
        (each, [(page.title, rows(page)) for page in site.pages(each) if page.sections])
        for each in sorted(site.locales, key=lambda each: each != locale)
    ]


def changes(site: Site, locale: str, url: str) -> dict:
    """What `changes.html` at `url` shows."""
    return {
        "list": site.changes,
        "links": {code: addresses.relative(to, url) for code, to in site.landings[locale].items()},
        "feed": addresses.relative(f"{addresses.folder(locale)}feed.xml", url),
    }
