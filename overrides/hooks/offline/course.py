"""The guide as a course for a learning platform: SCORM 1.2, a package a language, of three parts.

The guide is done when the pages of `CORE` were opened, the quiz when each question has an answer (the score
is told, nobody fails), the sheet when each line is ticked. Each part is a page with the site in a frame: one
talk with the platform, wherever the reader goes in it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from content import addresses
from content.model import Page
from offline import folder, manifest, packed, scripts
from offline.articles import element
from offline.made import Made, Source
from selectolax.lexbor import LexborHTMLParser

CORE = ("principes", "rechten", "mag-ik", "twijfel", "ophef", "agfa", "ministerie")
START, QUIZ, SHEET = "index.md", "trainers-quiz.md", "trainers-gelezen.md"
SCRIPT = "course.js"
SITE = "site/"


def of_language(built: dict[str, bytes], source: Source, locale: str) -> dict[str, bytes]:
    """The files of the site that are of a language, or of every one."""
    others = [other for other in source.site.locales if other != locale]
    away = tuple(addresses.folder(other) or "?" for other in others)
    searched = tuple(f"assets/search/{other}{end}" for other in others for end in ("/", ".js", "-once.js"))
    shared, own = ("assets/", folder.SECTIONS), addresses.folder(locale)
    return {
        name: data
        for name, data in built.items()
        if not name.startswith((*away, *searched)) and name.startswith((own, *shared))
    }


def in_package(html: str) -> str:
    """A page of the folder as it stands in a frame: what leads to the web opens beside the course."""
    tree = LexborHTMLParser(html)
    for link in tree.css("a[href^=http]"):
        link.attrs["target"], link.attrs["rel"] = "_blank", "noopener"
    return tree.html


def told(html: str, intro: str, promise: str) -> str:
    """The quiz or the sheet as a part of the course: what it says holds there, and its boxes work."""
    tree = LexborHTMLParser(html)
    (first, *_), said = tree.css("article > p:not(.trust)"), tree.css_first(".promise, .sheet > p")
    first.replace_with(element(f"<p>{intro}</p>"))
    said.inner_html = promise
    for node in tree.css(".sheet-foot"):
        node.decompose()
    for cell in tree.css(".sheet td:last-child"):
        label = cell.parent.css_first("td").text()
        cell.inner_html = '<input type="checkbox">'
        cell.css_first("input").attrs["aria-label"] = label
    return tree.html


def total(html: str, kind: str) -> int:
    """How many questions or lines there are to do."""
    found = {"quiz": ".quiz > ol > li", "sheet": ".sheet tbody tr"}[kind]
    return len(LexborHTMLParser(html).css(found))


def part(kind: str, page: Page, start: str, source: Source, pages: dict[str, Page], count: int) -> bytes:
    """The page that a platform opens: `start` is the page of the site that it shows first, `pages` are those
    to open, by their file, and `count` is how much there is to do."""
    site, t = source.site, source.site.texts(page.locale)
    known = {
        "part": kind,
        "pages": {path: one.name.removesuffix(".md") for path, one in pages.items()},
        "total": count,
        "words": t.course.words | {"done": t.course.done[kind].format("{}", count)},
    }
    return source.render(
        "book/course.html",
        locale=page.locale,
        t=t,
        kind=kind,
        title=site.name(page.locale) if kind == "guide" else page.title,
        start=start,
        pages=pages,
        known=known,
        accent=site.settings.ministry.accent,
    ).encode()


def package(source: Source, locale: str) -> bytes:
    """The course in a language."""
    site, t = source.site, source.site.texts(locale)
    built = of_language(source.files, source, locale)
    plain = folder.files(built, site.settings.root, scripts.bundle(site.theme))
    found = {
        name: in_package(data.decode()).encode() if name.endswith(".html") else data
        for name, data in plain.items()
    }

    def page_of(name: str) -> Page:
        return site.guide.pages[locale, name]

    def file_of(name: str, file: str = "index.html") -> str:
        return posixpath.join(addresses.of_page(page_of(name)), file)

    files = {SITE + name: data for name, data in found.items()}
    core = {SITE + file_of(f"{name}.md"): page_of(f"{name}.md") for name in CORE}
    start = SITE + file_of(START)
    parts = {"guide": part("guide", page_of(START), start, source, core, len(core))}
    for kind, name in (("quiz", QUIZ), ("sheet", SHEET)):
        html = told(found[file_of(name)].decode(), t.course.intro[kind], t.course.platform[kind])
        start = SITE + file_of(name, f"{kind}.html")
        files[start] = html.encode()
        parts[kind] = part(kind, page_of(name), start, source, {}, total(html, kind))
    own = site.theme / "hooks/offline"
    files[SCRIPT] = scripts.joined(site.theme, [own / "talk.js", own / SCRIPT]).encode()

    titles = {"guide": site.name(locale), "quiz": page_of(QUIZ).title, "sheet": page_of(SHEET).title}
    listed = [manifest.Part(kind, title, f"{kind}.html") for kind, title in titles.items()]
    identifier = source.name(locale, "scorm")
    pages = {f"{kind}.html": html for kind, html in parts.items()}
    told_of = manifest.manifest(identifier, site.name(locale), listed, sorted(files))
    return packed.pack(files | pages | {manifest.NAME: told_of})


def files(source: Source) -> Iterator[Made]:
    """The course of each language."""
    for locale in source.site.locales:
        yield Made(source.name(locale, "zip", "scorm 1.2"), locale, "course", package(source, locale))
