"""Typed links for machines, in the head of a page (Signposting, https://signposting.org/FAIR/): how to cite
it, what describes it, what it is, its licence, and its text in other forms. Pure.

`cite-as` is whole and permanent; what lies on the site itself is relative, so that it holds on any host.
"""

from __future__ import annotations

from content import addresses, mime
from content.model import Page
from content.site import Site
from exports import sections_json
from exports.citations import FORMATS, Work

SCHEMA_ORG = "https://schema.org/"


def link(rel: str, href: str, kind: str = "") -> dict[str, str]:
    """The attributes of one `<link>`."""
    return {"rel": rel, "href": href} | ({"type": kind} if kind else {})


def of_page(page: Page, site: Site) -> list[dict[str, str]]:
    """The links of a page of the guide."""
    at, data = addresses.of_page(page), sections_json.NAME
    return [
        link("cite-as", site.settings.root + at),
        link("type", f"{SCHEMA_ORG}WebPage"),
        link("license", site.settings.licence.url),
        link("describedby", addresses.relative(data, at), mime.of(data)),
    ]


def of_section(page: Page, work: Work, site: Site) -> list[dict[str, str]]:
    """The links of the page with a section's citation data, which lies beside the files that it names."""
    at, files = addresses.cite(page.locale, work.code), [f"{work.code}.{ending}" for _, ending, _ in FORMATS]
    texts = [addresses.text(page.locale, work.code, ending).removeprefix(at) for ending in addresses.TEXTS]
    return [
        link("cite-as", work.identifier or work.address),
        link("type", f"{SCHEMA_ORG}AboutPage"),
        link("type", f"{SCHEMA_ORG}WebPageElement"),
        link("license", site.settings.licence.url),
        *(link("describedby", name, mime.of(name)) for name in files),
        *(link("item", name, mime.of(name)) for name in texts),
        link("item", addresses.relative(addresses.of_section(page, work.code), at), "text/html"),
    ]
