"""A page with the citation data of each section, and beside it the files for reference managers, the QR code
and the block that `links.js` shows in a dialog."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from content import addresses, style
from content.model import Page, Section
from content.site import Site
from exports import citations, qr


def work(page: Page, section: Section, site: Site) -> citations.Work:
    """What is cited when a section is cited."""
    return citations.Work(
        section.code,
        section.title,
        site.name(page.locale),
        site.settings.edition,
        site.short(page.locale, section.code),
        page.locale,
        site.settings.author_in(page.locale),
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
    }


def page(held: Page, section: Section, site: Site) -> dict:
    """What cite.html shows: the page with a section's citation data."""
    locale, at = held.locale, addresses.cite(held.locale, section.code)
    texts, code = site.texts(locale).links, section.code.upper()
    return {
        "title": texts.cite.format(code),
        "description": texts.cite_description.format(code),
        "link": addresses.relative(addresses.of_section(held, section.code), at),
        "home": addresses.relative(addresses.folder(locale), at),
        "icon": addresses.relative(site.settings.icon, at),
    }


def files(site: Site, render: Callable[..., str]) -> Iterator[tuple[str, bytes]]:
    """The page of every section and the files beside it, as paths from the root and bytes.

    The block is a part of a page, so no page itself (.htm).
    """
    look = style.sheet(site.settings.ministry.accent, site.theme)
    for held in site.guide.pages.values():
        texts = site.texts(held.locale)
        for section in held.sections:
            shown, folder = citation(held, section, site), addresses.cite(held.locale, section.code)
            address = shown["work"].address
            known = {"style": look, "locale": held.locale, "t": texts, "citation": shown}
            yield f"{folder}index.html", render("cite.html", **known, **page(held, section, site)).encode()
            for _, name, text in shown["formats"]:
                yield folder + name, text.encode()
            yield f"{folder}{section.code}.svg", qr.svg(address, texts.links.qr_title.format(address))
            yield f"{folder}block.htm", render("partials/citation.html", **known).encode()
