"""What search engines are told: each page's address in both languages, and the day of its last review."""

from __future__ import annotations

from urllib.parse import urljoin

from content import addresses
from content.site import Site


def absolute(site_url: str, url: str) -> str:
    """The whole address of a page whose MkDocs url may be "./" for home."""
    return urljoin(site_url, "" if url in (".", "./") else url)


def alternates(urls: dict[str, str], site_url: str, default: str) -> list[tuple[str, str]]:
    """(hreflang, whole address) of a page in each language, and of `x-default`, as RFC 8288 links want them.

    >>> alternates({"nl": "ophef/", "en": "en/uproar/"}, "https://x.nl/", "nl")[-1]
    ('x-default', 'https://x.nl/ophef/')
    """
    found = [(locale, absolute(site_url, url)) for locale, url in sorted(urls.items(), reverse=True)]
    return [*found, ("x-default", absolute(site_url, urls[default]))] if default in urls else found


def entries(site: Site) -> list[dict]:
    """What the sitemap holds: `loc`, `lastmod` and `alternates` of each page."""
    root, found = site.settings.root, []
    for page in (page for locale in site.locales for page in site.pages(locale)):
        urls = {locale: addresses.of_page(site.guide.pages[locale, page.name]) for locale in site.locales}
        found.append(
            {
                "loc": root + addresses.of_page(page),
                "lastmod": page.meta["reviewed"],
                "alternates": alternates(urls, root, site.default),
            }
        )
    if site.guide.rules:
        urls = {locale: addresses.of_page(page) for locale, page in site.guide.rules.items()}
        both = alternates(urls, root, site.default)
        found += [{"loc": root + url, "lastmod": "", "alternates": both} for url in urls.values()]
    return found
