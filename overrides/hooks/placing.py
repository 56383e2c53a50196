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
    """Add the catalogue, the changes, the search results and a ministry's own rules: each shown by a template
    of its own."""
    pages = {name: [list_meta(site, name, each) for each in site.locales] for name in addresses.GENERATED}
    if site.guide.rules:
        name = site.guide.rules[locale].name
        pages[name] = [rules_meta(site, each) for each in site.locales]
        files.remove(files.get_file_from_path(f"{locale}/{name}"))  # no page of the guide
    for name, metas in pages.items():
        at = addresses.GENERATED.get(name, addresses.RULES)
        each_in = zip(site.locales, metas, strict=True)
        twins = {each: list_page(config, name, each, at[each], meta) for each, meta in each_in}
        for twin in twins.values():
            twin.alternates = twins
        files.append(twins[locale])


def place(file: File, address: str, site_dir: str) -> None:
    """Give a file an address, as MkDocs would have made it."""
    file.url = address or "./"
    file.dest_uri = f"{address}index.html"
    file.abs_dest_path = os.path.normpath(f"{site_dir}/{file.dest_uri}")


def list_meta(site: Site, name: str, locale: str) -> dict[str, str]:
    """The front matter of a page that a template makes of the whole guide."""
    kind, texts = name.removesuffix(".md"), site.texts(locale).links
    named = {field: texts[f"{kind}_{field}"] for field in ("title", "description")}
    return {"template": f"{kind}.html", **named}


def rules_meta(site: Site, locale: str) -> dict[str, str]:
    """The front matter of the page with a ministry's own rules."""
    title, said = site.guide.rules[locale].title, site.own_rules(locale)
    return {"template": "rules.html", "title": title, "description": said}


def list_page(config, name: str, locale: str, address: str, meta: dict[str, str]) -> File:
    """The file of a page that no Markdown of the guide stands for, with its front matter."""
    content = f"---\n{yaml.safe_dump(meta, allow_unicode=True)}---\n"
    file = File.generated(config, f"{locale}/{name}", content=content, inclusion=InclusionLevel.NOT_IN_NAV)
    file.locale = file.localization = file.locale_alternate_of = locale  # as static-i18n does
    file.norm_src_uri = name
    place(file, address, config.site_dir)
    return file
