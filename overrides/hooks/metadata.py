"""What machines read about a page: JSON-LD (schema.org), Dublin Core terms, and Open Graph. Pure but for the
hook. Only what is known: without an author in mkdocs.yml no creator is named.
"""

from __future__ import annotations

import addresses
import previews
from guide import Guide, Page
from site_links import root

SOURCE = "https://www.communicatierijk.nl/vakkennis/online-communicatie-rijksambtenaren"  # fact F23
OG_LOCALE = {"nl": "nl_NL", "en": "en_GB"}


def linked_data(page: Page, guide: Guide, base: str, site_name: str, edition: str, author: str) -> dict:
    """A page as schema.org JSON-LD: what it is, what it is based on, its translation and its sections."""
    url = base + addresses.of_page(page)
    [twin] = (one for one in guide.pages.values() if one.name == page.name and one.locale != page.locale)
    translation = "workTranslation" if page.locale == "nl" else "translationOfWork"
    data = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": url,
        "identifier": url,
        "name": page.title,
        "description": page.meta["description"],
        "inLanguage": page.locale,
        "dateModified": str(page.meta["reviewed"]),
        "version": edition,
        "isPartOf": {"@type": "WebSite", "name": site_name, "url": base + addresses.folder(page.locale)},
        "isBasedOn": SOURCE,
        translation: {"@id": base + addresses.of_page(twin)},
        "hasPart": [
            {"@type": "WebPageElement", "@id": f"{url}#{section.code}", "identifier": section.code.upper()}
            for section in page.sections
        ],
    }
    return data | ({"creator": author} if author else {})


def dublin_core(page: Page, base: str, author: str) -> list[tuple[str, str]]:
    """A page in Dublin Core terms, as names and contents of meta elements."""
    terms = [
        ("identifier", base + addresses.of_page(page)),
        ("title", page.title),
        ("type", "Text"),
        ("language", page.locale),
        ("modified", str(page.meta["reviewed"])),
        ("creator", author),
        ("source", SOURCE),
    ]
    return [(f"DCTERMS.{name}", content) for name, content in terms if content]


def open_graph(page: Page, base: str, site_name: str) -> list[tuple[str, str]]:
    """What chat and mail programmes show beside a link, as properties and contents of meta elements."""
    return [
        ("og:type", "article"),
        ("og:title", page.title),
        ("og:description", page.meta["description"]),
        ("og:url", base + addresses.of_page(page)),
        ("og:site_name", site_name),
        ("og:locale", OG_LOCALE[page.locale]),
        ("og:image", base + previews.address(page)),
        ("og:image:width", str(previews.SIZE[0])),
        ("og:image:height", str(previews.SIZE[1])),
        ("og:image:alt", page.title),
    ]


def on_page_context(context, page, config, nav):
    """Give partials/metadata.html what it shows."""
    guide, author = config.extra["guide"], str(config.extra.get("author") or "")
    held = guide.pages.get((page.file.locale, page.file.norm_src_uri))
    if held:
        base, name = root(config), config.site_name
        context["metadata"] = {
            "linked": linked_data(held, guide, base, name, str(config.extra["edition"]), author),
            "terms": dublin_core(held, base, author),
            "graph": open_graph(held, base, name),
        }
    return context
