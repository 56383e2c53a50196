"""The guide as a book for an e-reader: EPUB 3.3, one file a page of the site, with what it says of its own
accessibility (EPUB Accessibility 1.1)."""

from __future__ import annotations

import mimetypes
import uuid
from collections.abc import Iterator

import lxml.etree
import lxml.html
from content.model import Page
from offline import articles, chapters, packed
from offline.made import Made, Source

MIMETYPE = "mimetype"
XHTML = "http://www.w3.org/1999/xhtml"
CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
STYLE = """body { font-family: serif; line-height: 1.5 }
h1, h2, h3 { text-align: left; line-height: 1.25 }
.where, .as-of, .footnote, .label { font-size: 0.85em }
.label { display: block; font-weight: normal }
.admonition { margin: 1em 0; padding-left: 1em; border-left: 3px solid #888 }
.admonition-title, dt { font-weight: bold }
.nav li { list-style: none }
"""


def xhtml(html: str) -> str:
    """The HTML of what is in an element, as XML."""
    found = lxml.html.fragment_fromstring(html, create_parent="section")
    for node in found.iter(lxml.etree.Comment):
        node.getparent().remove(node)
    return lxml.etree.tostring(found, encoding="unicode", method="xml")


def file_of(page: Page) -> str:
    """The name of a page's file in the book."""
    return f"{page.name.removesuffix('.md')}.xhtml"


def place(to: Page, anchor: str) -> str:
    """The link to a place in the book."""
    return file_of(to) + (f"#{articles.name_of(to, anchor)}" if anchor else "")


def pictures(texts: Iterator[str]) -> list[str]:
    """The pictures that texts show, as paths from the root of the site."""
    found = {image.get("src") for text in texts for image in lxml.etree.fromstring(text).iter("img")}
    return sorted(found)


def book(source: Source, locale: str) -> bytes:
    """The book of a language."""
    site, pages = source.site, chapters.pages(source.site, locale)
    found = {file_of(page): (page, xhtml(chapters.chapter(page, source, place))) for page in pages}
    images = pictures(text for _, text in found.values())
    known = {
        "locale": locale,
        "t": site.texts(locale),
        "chapters": found,
        "images": [(name, mimetypes.MimeTypes().guess_type(name)[0]) for name in images],
        "identifier": uuid.uuid5(uuid.NAMESPACE_URL, f"{site.settings.root}{locale}/{site.settings.edition}"),
        "author": chapters.author(site, locale),
        "xhtml": XHTML,
    }
    files = {MIMETYPE: "application/epub+zip", "META-INF/container.xml": CONTAINER, "EPUB/style.css": STYLE}
    files["EPUB/package.opf"] = source.render("book/package.xml", **known)
    files["EPUB/nav.xhtml"] = source.render("book/nav.xml", **known)
    for name, (page, text) in found.items():
        files[f"EPUB/{name}"] = source.render("book/chapter.xml", page=page, text=text, **known)
    data = {name: text.encode() for name, text in files.items()}
    return packed.pack(data | {f"EPUB/{name}": source.files[name] for name in images}, stored=MIMETYPE)


def files(source: Source) -> Iterator[Made]:
    """The book of each language."""
    for locale in source.site.locales:
        yield Made(source.name(locale, "epub"), locale, "book", book(source, locale))
