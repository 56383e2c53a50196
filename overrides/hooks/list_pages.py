"""The pages that list something: all sections with their links, what changed, and (see `search`) results."""

from __future__ import annotations

import addresses
import catalogue
from generated import page_files
from locales import strings
from mkdocs.plugins import event_priority
from permalinks import landings
from site_links import reading_order, root, site_names


def catalogue_rows(page, config) -> list[tuple[str, list[dict]]]:
    """What `catalogue.html` shows: the sections of each language, that of the page first."""
    guide, names, order = config.extra["guide"], site_names(config), reading_order(config.nav)
    plain = strings(page.file.locale).links.plain
    return [
        (
            locale,
            [
                {
                    "code": section.code.upper(),
                    "title": section.title,
                    "link": addresses.relative(addresses.of_section(held, section.code), page.url),
                    "short": root(config) + addresses.short(locale, section.code),
                    "snippets": catalogue.snippets(
                        section,
                        root(config) + addresses.short(locale, section.code),
                        root(config) + addresses.embed(locale, section.code),
                        names[locale],
                        plain,
                    ),
                }
                for held in (guide.pages[locale, name] for name in order)
                for section in held.sections
            ],
        )
        for locale in sorted(names, key=lambda locale: locale != page.file.locale)
    ]


def changes(page, config) -> dict:
    """What `changes.html` shows."""
    extra, locale = config.extra, page.file.locale
    return {
        "list": extra["changes"],
        "links": {
            code: addresses.relative(target, page.url)
            for code, target in landings(extra["promise"], extra["guide"], locale).items()
        },
        "feed": addresses.relative(f"{addresses.folder(locale)}feed.xml", page.url),
    }


SHOWN = {"catalogue.html": ("catalogue", catalogue_rows), "changes.html": ("changes", changes)}


@event_priority(-250)  # after static-i18n
def on_files(files, config):
    """Add the pages of the language being built; `catalogue.md` is shown by catalogue.html, and so on."""
    locale = config.plugins["i18n"].current_language
    for name, at in addresses.GENERATED.items():
        kind = name.removesuffix(".md")
        meta = {
            each: {
                "template": f"{kind}.html",
                "title": strings(each).links[f"{kind}_title"],
                "description": strings(each).links[f"{kind}_description"],
            }
            for each in at
        }
        files.append(page_files(config, name, at, meta)[locale])
    return files


def on_page_context(context, page, config, nav):
    """What the template of the page shows."""
    if page.meta.get("template") in SHOWN:
        name, collect = SHOWN[page.meta["template"]]
        context[name] = collect(page, config)
    return context
