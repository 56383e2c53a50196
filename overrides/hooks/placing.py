"""Which files MkDocs makes, and at which addresses: in MkDocs's own terms, like build.py and adapter.py."""

from __future__ import annotations

import os

import yaml
from content import addresses
from content.site import Site
from mkdocs.structure.files import File, Files, InclusionLevel


def give_addresses(files: Files, site: Site, site_dir: str) -> None:
    """Addresses in the page's own language: /en/uproar/ for docs/en/ophef.md."""
    for file in files.documentation_pages():
        for locale, twin in {file.locale: file, **file.alternates}.items():
            page = site.guide.pages.get((locale, twin.norm_src_uri))
            if page and page.meta.get("slug"):
                place(twin, addresses.of_page(page), site_dir)


def add_list_pages(files: Files, site: Site, config, locale: str) -> None:
    """Add the catalogue, the changes and the search results: each shown by a template of its own."""
    for name, at in addresses.GENERATED.items():
        twins = {each: list_page(site, config, name, each, at[each]) for each in at}
        for twin in twins.values():
            twin.alternates = twins
        files.append(twins[locale])


def place(file: File, address: str, site_dir: str) -> None:
    """Give a file an address, as MkDocs would have made it."""
    file.url = address or "./"
    file.dest_uri = f"{address}index.html"
    file.abs_dest_path = os.path.normpath(f"{site_dir}/{file.dest_uri}")


def list_page(site: Site, config, name: str, locale: str, address: str) -> File:
    """The file of a page that a template makes of the whole guide, with its front matter."""
    kind, texts = name.removesuffix(".md"), site.texts(locale).links
    meta = {
        "template": f"{kind}.html",
        "title": texts[f"{kind}_title"],
        "description": texts[f"{kind}_description"],
    }
    content = f"---\n{yaml.safe_dump(meta, allow_unicode=True)}---\n"
    file = File.generated(config, f"{locale}/{name}", content=content, inclusion=InclusionLevel.NOT_IN_NAV)
    file.locale = file.localization = file.locale_alternate_of = locale  # as static-i18n does
    file.norm_src_uri = name
    place(file, address, config.site_dir)
    return file
