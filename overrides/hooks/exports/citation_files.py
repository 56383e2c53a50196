"""A page with the citation data of each section, and beside it the files for reference managers, the QR code
and the block that `links.js` shows in a dialog."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from content import addresses
from content.model import Page, Section
from content.site import Site
from exports import citation_metadata, citations, qr, signposts


def work(page: Page, section: Section, site: Site) -> citations.Work:
    """What is cited when a section is cited."""
    return citations.Work(
        section.code,
        section.full_title,
        site.name(page.locale),
        site.settings.edition,
        site.short(page.locale, section.code),
        page.locale,
        site.texts(page.locale).citation,
        site.settings.author_in(page.locale),
        site.identifier(page.locale, section.code),
    )


def citation(page: Page, section: Section, site: Site) -> dict:
    """What partials/citation.html shows of a section."""
    cited = work(page, section, site)
    return {
        "work": cited,
        "section": section,
        "apa": citations.apa(cited, site.texts(page.locale).theme.months),
        "formats": [
            (label, f"{section.code}.{ending}", write(cited)) for label, ending, write in citations.FORMATS
        ],
        "texts": [f"{section.code}.{ending}" for ending in addresses.TEXTS],
    }


def page(held: Page, shown: dict, site: Site) -> dict:
    """What cite.html shows besides: the page with a section's citation data, `shown`."""
    cited, section, locale = shown["work"], shown["section"], held.locale
    texts, at, home = site.texts(locale).links, addresses.cite(locale, section.code), addresses.folder(locale)
    return {
        "title": texts.cite.format(section.code.upper()),
        "description": texts.cite_description.format(section.code.upper()),
        "canonical": site.settings.root + at,
        "link": addresses.relative(addresses.of_section(held, section.code), at),
        "home": addresses.relative(home, at),
        "icon": addresses.relative(site.settings.icon, at),
        "style": addresses.relative(addresses.STYLE, at),
        "script": addresses.relative("assets/js/cite.js", at),
        "signposts": signposts.of_section(held, cited, site),
        "terms": citation_metadata.dublin_core(cited, "".join(shown["apa"])),
        "linked": citation_metadata.schema_org(cited, site.settings.root + home)
        | {"license": site.settings.licence.url, "copyrightNotice": site.licence_notice(locale)},
        "coins": citation_metadata.coins(cited),
    }


def files(site: Site, render: Callable[..., str]) -> Iterator[tuple[str, bytes]]:
    """The page of every section and the files beside it, as paths from the root and bytes."""
    for held in site.guide.pages.values():
        texts = site.texts(held.locale)
        for section in held.sections:
            shown, folder = citation(held, section, site), addresses.cite(held.locale, section.code)
            address = shown["work"].address
            known = {"locale": held.locale, "t": texts, "section": section}
            block = render("partials/citation.html", **known, citation=shown)
            whole = render("cite.html", **known, block=block, **page(held, shown, site))
            yield f"{folder}index.html", whole.encode()
            for _, name, text in shown["formats"]:
                yield folder + name, text.encode()
            yield f"{folder}{section.code}.svg", qr.svg(address, texts.links.qr_title.format(address))
