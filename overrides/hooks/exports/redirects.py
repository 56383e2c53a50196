"""Short links and old addresses lead on: as static pages for any host, and as rules for servers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from content import addresses
from content.permalinks import old_addresses
from content.site import Site


def leads(site: Site) -> list[tuple[str, str, str, int]]:
    """Every address that leads on, as (locale, address, target, status), both from the root of the site.

    A short link may come to mean another page (302); an old page address is replaced for good (301).
    """
    found = [
        (locale, addresses.short(locale, code), target, 302)
        for locale in site.locales
        for code, target in sorted(site.landings[locale].items())
    ]
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


def nginx(rules: list[tuple[str, str, int]]) -> str:
    """Rules for nginx, to include in a server block; they also answer without the last slash."""
    lines = ["# include this file in the server block of the site"]
    for address, target, status in rules:
        lines.append(f"location = {address} {{ return {status} {target}; }}")
        lines.append(f"location = {address.rstrip('/')} {{ return {status} {target}; }}")
    return "\n".join(lines) + "\n"


def redirects_file(rules: list[tuple[str, str, int]]) -> str:
    """The same in the `_redirects` form of several static hosts."""
    return "".join(f"{address} {target} {status}\n" for address, target, status in rules)


def landing(site: Site, lead: tuple[str, str, str, int]) -> dict:
    """What landing.html shows of an address that leads on."""
    locale, address, target, status = lead
    texts, code = site.texts(locale), address.rstrip("/").rpartition("/")[2].upper()
    return {
        "locale": locale,
        "t": texts,
        "canonical": site.settings.root + target.partition("#")[0],
        "title": texts.links.short_title.format(code) if status == 302 else texts.links.old_title,
        "link": addresses.relative(target, address),
        "icon": addresses.relative(site.settings.icon, address),
        "home": addresses.relative(addresses.folder(locale), address),
        "script": addresses.relative("assets/js/landing.js", address) if status == 301 else "",
    }


def files(site: Site, render: Callable[..., str]) -> Iterator[tuple[str, bytes]]:
    """A page for each address that leads on, and the servers' rules, as paths from the root and bytes."""
    found, base = leads(site), urlsplit(site.settings.root).path
    for lead in found:
        yield f"{lead[1]}index.html", render("landing.html", **landing(site, lead)).encode()
    rules = [(base + address, base + target, status) for _, address, target, status in found]
    yield "redirects.nginx.conf", nginx(rules).encode()
    yield "_redirects", redirects_file(rules).encode()
