"""The guide for other systems: sections.json, each section by itself as Markdown and as JSON, plain text and
feeds. Pure: paths from the root, and bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator

from content import addresses, security_txt
from content.site import Site
from exports import feeds, section_text, sections_json


def text_files(site: Site, locale: str) -> Iterator[tuple[str, bytes]]:
    """llms.txt and llms-full.txt of one language."""
    pages, title, root = site.pages(locale), site.name(locale), site.settings.root
    summary, folder = pages[0].meta["description"], addresses.folder(locale)
    if subline := site.subline(locale):
        summary += f" ({title}: {subline})"
    about = [summary, site.licence_notice(locale)]
    full = f"- [{site.texts(locale).links.full_text}]({root}{folder}llms-full.txt)"
    yield f"{folder}llms.txt", sections_json.llms(pages, title, about, full, root).encode()
    yield f"{folder}llms-full.txt", sections_json.full_text(pages, title, about, root).encode()


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
        rights=site.licence_notice(locale),
        links=links,
        subjects={code: titles.get(code, code.upper()) for code in links},
    )


def as_json(data: dict) -> bytes:
    """JSON as a person can read it too."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def section_files(site: Site, entries: list[dict]) -> Iterator[tuple[str, bytes]]:
    """Each section by itself: its entry of sections.json, and its text as Markdown."""
    for entry in entries:
        locale, code = entry["language"], entry["code"].lower()
        at = addresses.text(locale, code, "json")
        schema = addresses.relative(f"{sections_json.SCHEMA}#/$defs/section", at)
        yield at, as_json({"$schema": schema} | entry)
        text = section_text.markdown(*site.guide.section(locale, code), site)
        yield addresses.text(locale, code, "md"), text.encode()


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Every data file of the site."""
    data = sections_json.sections(site)
    if security := site.settings.security:
        yield security_txt.PATH, security_txt.text(security, site.settings.root, site.locales).encode()
    yield sections_json.NAME, as_json(data)
    yield from section_files(site, data["sections"])
    for locale in site.locales:
        yield from text_files(site, locale)
        yield f"{addresses.folder(locale)}feed.xml", feed(site, locale)
