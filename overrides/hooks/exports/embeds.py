"""Sections to embed: a bare page of each, for a frame, and the same as a fragment, to include on a server."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from content import addresses, portable
from content.site import Site

Render = Callable[..., str]  # (template, **what it shows) → HTML


def files(site: Site, render: Render) -> Iterator[tuple[str, bytes]]:
    """The page and the fragment of every section, as paths from the root and bytes."""
    root = site.settings.root
    for page in site.guide.pages.values():
        for section in page.sections:
            at = addresses.embed(page.locale, section.code)
            target, up = addresses.of_section(page, section.code), addresses.relative("", at)
            shared = {
                "locale": page.locale,
                "t": site.texts(page.locale),
                "title": section.title,
                "code": section.code.upper(),
                "site_name": site.name(page.locale),
                "edition": site.settings.edition,
                "icon": up + site.settings.icon,
                "style": up + addresses.FRAMED_STYLE,
                "canonical": root + addresses.of_page(page),
            }
            # a fragment is no page: the other ending keeps it from being finished as one
            forms = (("index.html", "embed.html", up), ("section.htm", "embed_fragment.html", root))
            for name, template, start in forms:
                html = portable.with_links(section.html, page, site.guide, start)
                yield at + name, render(template, **shared, html=html, link=start + target).encode()
