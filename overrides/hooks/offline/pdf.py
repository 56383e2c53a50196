"""The guide and the sheets of the trainer's kit as accessible PDF (PDF/UA-1), from the built pages.

The guide has a cover, contents with page numbers, a bookmark for each page and section, and the code of each
section as a named destination: `guide.pdf#p3` opens there.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from html import escape

from content import addresses, texts
from content.model import Page
from content.settings import say
from offline import articles, print_style, printed
from offline.made import Made, Source

SHEETS = {  # the page of each, and the class of its document
    "card": ("trainers-kaart.md", "one-sheet"),
    "cards": ("trainers-kaarten.md", "with-cards"),
    "quiz": ("trainers-quiz.md", "one-sheet"),
    "read": ("trainers-gelezen.md", "one-sheet"),
}
KIT = "trainers-"  # sheets and sessions: files of their own


def shown(page: Page, source: Source, inside: bool) -> str:
    """What a page has for paper; `inside` a document of the whole guide, whose pages link to each other."""
    root = source.site.settings.root

    def link(to: Page, anchor: str) -> str:
        here = to.locale == page.locale and not to.name.startswith(KIT) if inside else to is page
        if here:
            return f"#{articles.name_of(to, anchor)}"
        return root + addresses.of_page(to) + (f"#{anchor}" if anchor else "")

    return articles.article(page, source, link)


def chapter(page: Page, source: Source) -> str:
    """A page as a chapter: each section with its code and address below its heading."""
    text = shown(page, source, inside=True)
    text.css_first("h1").attrs["id"] = articles.name_of(page)
    for section in page.sections:
        address, code = source.site.short(page.locale, section.code), section.code.upper()
        where = f'<p class="where"><b>{escape(code)}</b> · <a href="{address}">{address}</a></p>'
        heading = text.css_first(f"#{section.code}")
        heading.insert_after(articles.element(where))
    return text.inner_html


def sheet(page: Page, source: Source) -> str:
    """A page of the kit as a document by itself; the parts of a sheet are headings of the second level."""
    text = shown(page, source, inside=False)
    if found := text.css_first(".sheet"):
        for node in text.css("h2"):
            node.decompose()
        found.inner_html = found.inner_html.replace("<h3", "<h2").replace("</h3>", "</h2>")
    return text.inner_html


def document(locale: str, source: Source, **more) -> str:
    """The HTML of a document."""
    site, t = source.site, source.site.texts(locale)
    ministry = say(site.settings.ministry.name, locale)
    return source.render(
        "book.html",
        locale=locale,
        t=t,
        author=site.settings.author_in(locale) or ministry or site.name(locale),
        ministry=ministry,
        reviewed=texts.day(datetime.date.fromisoformat(site.last_review), t.theme.months),
        address=site.settings.root + addresses.folder(locale),
        **more,
    )


def files(source: Source) -> Iterator[Made]:
    """The guide and every sheet, in each language."""
    site = source.site
    for locale in site.locales:
        style = print_style.sheet(site, locale)
        pages = [page for page in site.pages(locale) if not page.name.startswith(KIT)]
        html = document(
            locale,
            source,
            kind="guide",
            title=site.name(locale),
            description=pages[0].meta["description"],
            chapters=[
                {"id": articles.name_of(one), "title": one.title, "sections": one.sections} for one in pages
            ],
            bodies=[chapter(page, source) for page in pages],
        )
        yield Made(source.name(locale, "pdf"), locale, "guide", printed.written(html, source, style))
        for kind, (name, shape) in SHEETS.items():
            page = site.guide.pages[locale, name]
            shown = {"title": page.title, "description": page.meta["description"], "kind": shape}
            html = document(locale, source, bodies=[sheet(page, source)], **shown)
            what = page.meta.get("slug") or page.name.removesuffix(".md")
            yield Made(source.name(locale, "pdf", what), locale, kind, printed.written(html, source, style))
