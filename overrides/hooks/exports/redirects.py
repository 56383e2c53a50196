"""Short links, old addresses and known names lead on: as static pages for any host, and for servers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from content import addresses
from content.permalinks import old_addresses
from content.site import Site


def leads(site: Site) -> list[tuple[str, str, str, int]]:
    """Every address that leads on, as (locale, address, target, status), both from the root of the site.

    A short link or name may come to mean another page (302); an old page address is replaced for good (301).
    """
    found = [
        (locale, addresses.short(locale, code), target, 302)
        for locale in site.locales
        for code, target in sorted(site.landings[locale].items())
    ]
    if code := site.settings.sections.get("accessibility"):  # looked for at this address on any public site
        known = addresses.ACCESSIBILITY
        found += [(each, known[each], site.landings[each][code], 302) for each in site.locales]
    for address, page in sorted(old_addresses(site.promise, site.guide).items()):
        found.append((page.locale, address.lstrip("/"), addresses.of_page(page), 301))
    return [*found, *by_own_name(site, {address for _, address, _, _ in found})]


def by_own_name(site: Site, taken: set[str]) -> Iterator[tuple[str, str, str, int]]:
    """For who puts "en/" before a Dutch address: en/twijfel/ leads to en/doubt/, unless it is `taken`."""
    taken |= {addresses.of_page(page) for page in site.guide.pages.values()}
    for (locale, name), page in sorted(site.guide.pages.items()):
        address = f"{addresses.folder(locale)}{name.removesuffix('.md')}/"
        if page.meta.get("slug") and address not in taken:
            yield locale, address, addresses.of_page(page), 301


def rules(site: Site) -> list[tuple[str, str, int]]:
    """The same for a server: address, target and status, as whole paths on the host."""
    base = urlsplit(site.settings.root).path
    return [(base + address, base + target, status) for _, address, target, status in leads(site)]


def landing(site: Site, lead: tuple[str, str, str, int]) -> dict:
    """What landing.html shows of an address that leads on."""
    locale, address, target, status = lead
    texts, name = site.texts(locale), address.rstrip("/").rpartition("/")[2]
    title = texts.links.old_title if status == 301 else texts.links.short_title.format(name.upper())
    if address == addresses.ACCESSIBILITY[locale]:
        title = texts.links.accessibility
    return {
        "locale": locale,
        "t": texts,
        "canonical": site.settings.root + target.partition("#")[0],
        "title": title,
        "link": addresses.relative(target, address),
        "icon": addresses.relative(site.settings.icon, address),
        "home": addresses.relative(addresses.folder(locale), address),
        "script": addresses.relative("assets/js/landing.js", address) if status == 301 else "",
    }


def files(site: Site, render: Callable[..., str]) -> Iterator[tuple[str, bytes]]:
    """A page for each address that leads on, as paths from the root and bytes."""
    for lead in leads(site):
        yield f"{lead[1]}index.html", render("landing.html", **landing(site, lead)).encode()
