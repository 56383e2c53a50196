"""What search engines are told: each page's address in both languages, and the day of its last review."""

from __future__ import annotations

from urllib.parse import urljoin

from mkdocs.plugins import event_priority


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


def of_file(file, config) -> list[tuple[str, str]]:
    """The same for a file of static-i18n."""
    urls = {locale: twin.url for locale, twin in file.alternates.items()}
    return alternates(urls, config.site_url, config.plugins["i18n"].default_language)


def entries(files: list, guide, config) -> list[dict]:
    """What the sitemap holds: `loc`, `lastmod` and `alternates` of each page that is a file of the guide."""
    return [
        {
            "loc": absolute(config.site_url, file.url),
            "lastmod": guide.pages[file.locale, file.norm_src_uri].meta["reviewed"],
            "alternates": of_file(file, config),
        }
        for file in files
        if (file.locale, file.norm_src_uri) in guide.pages
    ]


def on_pre_page(page, config, files):
    """A page is as old as its review: two builds of one text are equal on any day."""
    guide = config.extra["guide"]
    held = guide.pages.get((page.file.locale, page.file.norm_src_uri))
    days = [held.meta["reviewed"]] if held else [one.meta["reviewed"] for one in guide.pages.values()]
    page.update_date = str(max(days))
    return page


@event_priority(-50)
def on_page_context(context, page, config, nav):
    """`alternates` for the head of each page."""
    context["alternates"] = of_file(page.file, config)
    return context


def on_template_context(context, template_name, config):
    """`entries` for sitemap.xml, once static-i18n has seen the files of every language."""
    if template_name == "sitemap.xml":
        files = [file for one in context["i18n_alternates"].values() for file in one]
        context["entries"] = entries(files, config.extra["guide"], config)
    return context
