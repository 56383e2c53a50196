"""The pages of the guide as chapters of one document: all but the sheets and sessions of the trainer's kit,
which are files of their own. Pure."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from content.model import Page
from content.settings import say
from content.site import Site
from offline import articles
from offline.made import Source

KIT = "trainers-"


def pages(site: Site, locale: str) -> list[Page]:
    """They, in the order of the menu."""
    return [page for page in site.pages(locale) if not page.name.startswith(KIT)]


def author(site: Site, locale: str) -> str:
    """Whom a document names as its author."""
    return site.settings.author_in(locale) or say(site.settings.ministry.name, locale) or site.name(locale)


def chapter(page: Page, source: Source, place: Callable[[Page, str], str]) -> str:
    """A page with code and address below the heading of each section; `place` makes the link to a page, or an
    id on it, within the document."""
    inside = pages(source.site, page.locale)

    def link(to: Page, anchor: str) -> str:
        return place(to, anchor) if to in inside else articles.on_web(to, anchor, source)

    text = articles.article(page, source, link)
    text.css_first("h1").attrs["id"] = articles.name_of(page)
    for section in page.sections:
        address, code = source.site.short(page.locale, section.code), section.code.upper()
        where = f'<p class="where"><b>{escape(code)}</b> · <a href="{address}">{address}</a></p>'
        text.css_first(f"#{section.code}").insert_after(articles.element(where))
    return text.inner_html
