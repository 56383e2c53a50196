"""What machines read about a page: JSON-LD (schema.org), Dublin Core terms, and Open Graph. Pure.
Only what is known: without an author in mkdocs.yml no creator is named.
"""

from __future__ import annotations

from content import addresses
from content.model import Guide, Page
from content.site import Site
from exports import social_cards

SOURCE = "https://www.communicatierijk.nl/vakkennis/online-communicatie-rijksambtenaren"  # fact F23
OG_LOCALE = {"nl": "nl_NL", "en": "en_GB"}


def linked_data(page: Page, guide: Guide, base: str, site_name: str, edition: str, author: str) -> dict:
    """A page as schema.org JSON-LD: what it is, what it is based on, its translation and its sections."""
    url = base + addresses.of_page(page)
    twin = guide.pages["en" if page.locale == "nl" else "nl", page.name]
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
        ("og:image", base + addresses.picture(page)),
        ("og:image:width", str(social_cards.SIZE[0])),
        ("og:image:height", str(social_cards.SIZE[1])),
        ("og:image:alt", page.title),
    ]


def metadata(page: Page, site: Site) -> dict:
    """What partials/metadata.html shows of a page."""
    author, base, name = site.settings.author_in(page.locale), site.settings.root, site.name(page.locale)
    return {
        "linked": linked_data(page, site.guide, base, name, site.settings.edition, author),
        "terms": dublin_core(page, base, author),
        "graph": open_graph(page, base, name),
    }
