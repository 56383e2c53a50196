"""The guide for other systems: sections.json, plain text and feeds. Pure: paths from the root, and bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator

from content import addresses
from content.site import Site
from exports import feeds, sections_json


def text_files(site: Site, locale: str) -> Iterator[tuple[str, bytes]]:
    """llms.txt and llms-full.txt of one language."""
    pages, title, root = site.pages(locale), site.name(locale), site.settings.root
    summary, folder = pages[0].meta["description"], addresses.folder(locale)
    if subline := site.subline(locale):
        summary += f" ({title}: {subline})"
    full = f"- [{site.texts(locale).links.full_text}]({root}{folder}llms-full.txt)"
    yield f"{folder}llms.txt", sections_json.llms(pages, title, summary, full, root).encode()
    yield f"{folder}llms-full.txt", sections_json.full_text(pages, title, summary, root).encode()


def feed(site: Site, locale: str) -> bytes:
    """feed.xml of one language."""
    root, folder = site.settings.root, addresses.folder(locale)
    links = {code: root + target for code, target in site.landings[locale].items()}
    titles = {section.code: section.title for page in site.guide.of(locale) for section in page.sections}
    return feeds.atom(
        site.changes,
        locale=locale,
        author=site.settings.author_in(locale) or site.name(locale),
        home=root + folder,
        feed=f"{root}{folder}feed.xml",
        title=f"{site.name(locale)}: {site.texts(locale).links.changes_title}",
        links=links,
        subjects={code: titles.get(code, code.upper()) for code in links},
    )


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Every data file of the site."""
    data = json.dumps(sections_json.sections(site), ensure_ascii=False, indent=1) + "\n"
    yield sections_json.NAME, data.encode()
    for locale in site.locales:
        yield from text_files(site, locale)
        yield f"{addresses.folder(locale)}feed.xml", feed(site, locale)
