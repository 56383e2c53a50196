"""What machines read about a page: JSON-LD (schema.org), Dublin Core terms, Open Graph, typed links, and
COinS for each of its sections. Pure.

Only what is known: without an author in mkdocs.yml no creator is named. That the guide retells a source
stands in JSON-LD alone: reference managers take `DCTERMS.source` for the site, and split a `DCTERMS.creator`
that is an organisation into first and last name.
"""

from __future__ import annotations

from content import addresses
from content.model import Page
from content.site import Site
from exports import citation_files, citation_metadata, signposts, social_cards

SOURCE = "https://www.communicatierijk.nl/vakkennis/online-communicatie-rijksambtenaren"  # fact F23


def linked_data(page: Page, site: Site) -> dict:
    """A page as schema.org JSON-LD: what it is, is based on and licensed under, twin and sections."""
    base, locale = site.settings.root, page.locale
    url, author = base + addresses.of_page(page), site.settings.author_in(locale)
    twins = [site.guide.pages[one, page.name] for one in site.locales if one != locale]
    if locale == site.default:
        kind, twins = "workTranslation", [{"@id": base + addresses.of_page(twin)} for twin in twins]
    else:
        kind, twins = "translationOfWork", [{"@id": base + addresses.of_page(twins[0])}]
    data = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": url,
        "identifier": url,
        "name": page.title,
        "description": page.meta["description"],
        "inLanguage": locale,
        "dateModified": str(page.meta["reviewed"]),
        "version": site.settings.edition,
        "license": site.settings.licence.url,
        "isPartOf": {"@type": "WebSite", "name": site.name(locale), "url": base + addresses.folder(locale)},
        "isBasedOn": SOURCE,
        kind: twins if twins[1:] else twins[0],
        "hasPart": [
            {"@type": "WebPageElement", "@id": f"{url}#{section.code}", "identifier": section.code.upper()}
            for section in page.sections
        ],
    }
    if page.name == "index.md":  # said once, for the whole site
        data["copyrightNotice"] = site.licence_notice(locale)
    return data | ({"creator": {"@type": "Organization", "name": author}} if author else {})


def dublin_core(page: Page, base: str, edition: str) -> list[tuple[str, str]]:
    """A page in Dublin Core terms, as names and contents of meta elements."""
    terms = {
        "identifier": base + addresses.of_page(page),
        "title": page.title,
        "type": "Text",
        "language": page.locale,
        "issued": edition.replace(".", "-"),
    }
    return [(f"DCTERMS.{name}", content) for name, content in terms.items()]


def open_graph(page: Page, base: str, site_name: str, region: str) -> list[tuple[str, str]]:
    """What chat and mail programmes show beside a link, as properties and contents of meta elements."""
    return [
        ("og:type", "article"),
        ("og:title", page.title),
        ("og:description", page.meta["description"]),
        ("og:url", base + addresses.of_page(page)),
        ("og:site_name", site_name),
        ("og:locale", region.replace("-", "_")),
        ("og:image", base + addresses.picture(page)),
        ("og:image:width", str(social_cards.SIZE[0])),
        ("og:image:height", str(social_cards.SIZE[1])),
        ("og:image:alt", page.title),
    ]


def metadata(page: Page, site: Site) -> dict:
    """What partials/metadata.html and partials/coins.html show of a page."""
    base = site.settings.root
    return {
        "linked": linked_data(page, site),
        "terms": dublin_core(page, base, site.settings.edition),
        "graph": open_graph(page, base, site.name(page.locale), site.texts(page.locale).locales.region),
        "signposts": signposts.of_page(page, site),
        "coins": [
            citation_metadata.coins(citation_files.work(page, section, site)) for section in page.sections
        ],
    }
