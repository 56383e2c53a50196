"""The guide and the sheets of the trainer's kit as accessible PDF (PDF/UA-1), from the built pages.

The guide has a cover, contents with page numbers, a bookmark for each page and section, and the code of each
section as a named destination: `guide.pdf#p3` opens there.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from content import addresses, texts
from content.markdown import running_text
from content.model import Page
from content.settings import say
from offline import articles, chapters, print_style, printed
from offline.made import Made, Source
from selectolax.lexbor import LexborHTMLParser

SHEETS = {  # the page of each, and the class of its document
    "card": ("trainers-kaart.md", "one-sheet"),
    "cards": ("trainers-kaarten.md", "with-cards"),
    "quiz": ("trainers-quiz.md", "one-sheet"),
    "read": ("trainers-gelezen.md", "one-sheet"),
}


def sheet(page: Page, source: Source) -> str:
    """A page of the kit as a document by itself; the parts of a sheet are headings of the second level."""

    def link(to: Page, anchor: str) -> str:
        return place(to, anchor) if to is page else articles.on_web(to, anchor, source)

    text = articles.article(page, source, link)
    if found := text.css_first(".sheet"):
        for node in text.css("h2"):
            node.decompose()
        found.inner_html = found.inner_html.replace("<h3", "<h2").replace("</h3>", "</h2>")
    return text.inner_html


def document(locale: str, source: Source, **more) -> str:
    """The HTML of a document."""
    site, t = source.site, source.site.texts(locale)
    return source.render(
        "book/paper.html",
        locale=locale,
        t=t,
        author=chapters.author(site, locale),
        ministry=say(site.settings.ministry.name, locale),
        reviewed=texts.day(datetime.date.fromisoformat(site.last_review), t.theme.months),
        address=site.settings.root + addresses.folder(locale),
        **more,
    )


def heading(body: str) -> str:
    """What stands above a chapter, which may differ from the title of its page."""
    return running_text(LexborHTMLParser(body).css_first("h1").html)


def place(to: Page, anchor: str) -> str:
    """The link to a place in the guide."""
    return f"#{articles.name_of(to, anchor)}"


def files(source: Source) -> Iterator[Made]:
    """The guide and every sheet, in each language."""
    site = source.site
    for locale in site.locales:
        style = print_style.sheet(site, locale)
        pages = chapters.pages(site, locale)
        bodies = [chapters.chapter(page, source, place) for page in pages]
        html = document(
            locale,
            source,
            kind="guide",
            title=site.name(locale),
            description=pages[0].meta["description"],
            chapters=[
                {"id": articles.name_of(one), "title": heading(body), "sections": one.sections}
                for one, body in zip(pages, bodies, strict=True)
            ],
            bodies=bodies,
        )
        yield Made(source.name(locale, "pdf"), locale, "guide", printed.written(html, source, style))
        for kind, (name, shape) in SHEETS.items():
            page = site.guide.pages[locale, name]
            shown = {"title": page.title, "description": page.meta["description"], "kind": shape}
            html = document(locale, source, bodies=[sheet(page, source)], **shown)
            what = page.meta.get("slug") or page.name.removesuffix(".md")
            yield Made(source.name(locale, "pdf", what), locale, kind, printed.written(html, source, style))
