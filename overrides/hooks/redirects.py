"""Short links and old addresses lead on: as static pages for any host, and as rules for servers."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import addresses
from guide import Guide
from locales import strings
from mkdocs.plugins import event_priority
from permalinks import Promise, landings, old_addresses
from site_links import root


def leads(promise: Promise, guide: Guide) -> list[tuple[str, str, str, int]]:
    """Every address that leads on, as (locale, address, target, status), both from the root of the site.

    A short link may come to mean another page (302); an old page address is replaced for good (301).
    """
    found = []
    for locale in sorted({locale for locale, _ in guide.pages}, reverse=True):
        for code, target in sorted(landings(promise, guide, locale).items()):
            found.append((locale, addresses.short(locale, code), target, 302))
    for address, page in sorted(old_addresses(promise, guide).items()):
        found.append((page.locale, address.lstrip("/"), addresses.of_page(page), 301))
    return found


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


@event_priority(-200)
def on_post_build(config):
    """Write a page for each address that leads on, and the servers' rules."""
    if config.plugins["i18n"].building:
        return
    site, promise, guide = Path(config.site_dir), config.extra["promise"], config.extra["guide"]
    found = leads(promise, guide)
    template = config.theme.get_env().get_template("landing.html")
    for locale, address, target, status in found:
        file = site / address / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        texts = strings(locale)
        code = address.rstrip("/").rpartition("/")[2].upper()
        file.write_text(
            template.render(
                locale=locale,
                t=texts,
                canonical=root(config) + target.partition("#")[0],
                title=texts.links.short_title.format(code) if status == 302 else texts.links.old_title,
                link=addresses.relative(target, address),
                icon=addresses.relative(config.theme["favicon"], address),
                home=addresses.relative(addresses.folder(locale), address),
                script=addresses.relative("assets/js/landing.js", address) if status == 301 else "",
            ),
            encoding="utf-8",
        )
    base = urlsplit(root(config)).path
    rules = [(base + address, base + target, status) for _, address, target, status in found]
    (site / "redirects.nginx.conf").write_text(nginx(rules), encoding="utf-8")
    (site / "_redirects").write_text(redirects_file(rules), encoding="utf-8")
