"""The guide for other systems: sections.json, plain text and feeds."""

from __future__ import annotations

import json
from pathlib import Path

import addresses
import catalogue
import feeds
from locales import strings
from mkdocs.plugins import event_priority
from permalinks import landings
from site_links import reading_order, root, site_names


def write(file: Path, text: str) -> None:
    """Write text, making the folders that it needs."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="")


def data_of(config) -> dict:
    """What sections.json holds."""
    extra = config.extra
    return catalogue.sections(
        extra["guide"],
        reading_order(config.nav),
        extra["promise"],
        extra["changes"],
        root(config),
        str(extra["edition"]),
        site_names(config),
    )


def write_text(site: Path, locale: str, config) -> None:
    """llms.txt and llms-full.txt of one language."""
    pages = [config.extra["guide"].pages[locale, name] for name in reading_order(config.nav)]
    title, summary = site_names(config)[locale], pages[0].meta["description"]
    base, folder = root(config), addresses.folder(locale)
    full = f"- [{strings(locale).links.full_text}]({base}{folder}llms-full.txt)"
    write(site / folder / "llms.txt", catalogue.llms(pages, title, summary, full, base))
    write(site / folder / "llms-full.txt", catalogue.full_text(pages, title, summary, base))


def write_feed(site: Path, locale: str, config) -> None:
    """feed.xml of one language."""
    extra, base, folder = config.extra, root(config), addresses.folder(locale)
    targets = landings(extra["promise"], extra["guide"], locale)
    links = {code: base + target for code, target in targets.items()}
    titles = {section.code: section.title for page in extra["guide"].of(locale) for section in page.sections}
    name = site_names(config)[locale]
    feed = feeds.atom(
        extra["changes"],
        locale=locale,
        author=str(extra.get("author") or name),
        home=base + folder,
        feed=f"{base}{folder}feed.xml",
        title=f"{name}: {strings(locale).links.changes_title}",
        links=links,
        subjects={code: titles.get(code, code.upper()) for code in links},
    )
    (site / folder / "feed.xml").write_bytes(feed)


@event_priority(-200)
def on_post_build(config):
    """Write everything, once, when both languages are built."""
    if config.plugins["i18n"].building:
        return
    site = Path(config.site_dir)
    write(site / "sections.json", json.dumps(data_of(config), ensure_ascii=False, indent=1) + "\n")
    for locale in site_names(config):
        write_text(site, locale, config)
        write_feed(site, locale, config)
