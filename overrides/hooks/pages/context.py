"""What the templates know: of the whole site in a language, and of one page. Pure."""

from __future__ import annotations

from content import addresses, cases, portable, sources, style
from content.model import Page, Section
from content.site import Site
from content.texts import day
from exports import citation_files, citations
from pages import alternates, glossary, lists, moved, proof, remark, section_tools, tools
from pages.metadata import metadata

GENERATED = {
    "catalogue.html": ("catalogue", lists.catalogue),
    "changes.html": ("changes", lists.changes),
    "proof.html": ("proof", proof.rows),
}


def filters(site: Site, locale: str) -> dict:
    """The filters of every template."""
    months = site.texts(locale).theme.months
    return {
        "tools": tools.tools,
        "sections": section_tools.sections,
        "day": lambda date: day(date, months),
    }


def named(site: Site, locale: str) -> dict[str, tuple[Page, Section]]:
    """The sections that templates ask for by a name, and their pages; one that was retired is its heir's."""
    codes = {name: site.promise.heir(code) for name, code in site.settings.sections.items()}
    return {name: site.guide.section(locale, code) for name, code in codes.items()}


def of_site(site: Site, locale: str) -> dict:
    """What every template knows."""
    texts, found, known = site.texts(locale), cases.cases(site.guide, locale), named(site, locale)
    places = sources.places(site.pages(locale))
    cited = citation_files.work(*known["example"], site)
    return {
        "locale": locale,
        "named": known,
        "t": texts,
        "style": style.sheet(site.settings.ministry.accent, site.theme),
        "site": site,
        "entries": alternates.entries(site),
        "subline": site.subline(locale),
        "addresses": addresses,
        "cases": found,
        "cases_by_situation": cases.by_situation(found),
        "cases_by_section": cases.by_section(site.guide, locale, found),
        "fact_places": places,
        "facts_in_use": sources.in_use(site.sources, places),
        "cited": cited,
        "cited_apa": citations.apa(cited, texts.theme.months),
    }


def of_page(held: Page | None, template: str | None, locale: str, urls: dict[str, str], site: Site) -> dict:
    """What the templates show of a page: `held` stands for it in the guide, `urls` are its addresses by
    language, `template` is its own, if any."""
    shown = {"alternates": alternates.alternates(urls, site.settings.root, site.default)}
    name = (template or "").removesuffix(".html")
    title = held.meta["title"] if held else site.texts(locale).links.get(f"{name}_title", site.name(locale))
    if template == "rules.html":
        shown["rules"] = site.guide.rules[locale]
        shown["rules_html"] = portable.on_site(shown["rules"], site.guide)
        title = shown["rules"].title
    codes = [section.code for section in held.sections if section.code] if held else []
    shown["remark"] = remark.mail(site, locale, title, codes, urls.get(locale, ""))
    if held:
        shown["metadata"] = metadata(held, site)
        shown["sheets"] = tools.sheets(held.html)
    if template in GENERATED:
        name, collect = GENERATED[template]
        shown[name] = collect(site, locale, urls[locale])
    return shown


def complete(held: Page, site: Site) -> str:
    """A page's HTML with links to pages instead of files, terms explained where they stand first, and notices
    for anchors that moved away."""
    locale, at, texts = held.locale, addresses.of_page(held), site.texts(held.locale)
    terms, html = site.guide.pages.get((locale, glossary.GLOSSARY)), portable.on_site(held, site.guide)
    if terms and held is not terms:
        link = addresses.relative(addresses.of_page(terms), at)
        html = glossary.explained(html, glossary.read_terms(terms.html), link)
    found = moved.notices(site.promise, site.guide, locale, held.name)
    return moved.with_notices(html, found, texts.links)
