"""Where everything lives: the addresses of pages and sections, relative to the root of the site.

Pure, and the only place that spells these addresses out. Two of them are promises printed on paper:
the page with its anchor (`principes/#p3`) and the short link (`p3/`, `en/p3/`).
"""

from __future__ import annotations

import re

from content.languages import DEFAULT, PROMISED
from content.model import Page


class Words(dict):
    """An address by language; one without words of its own has the English ones, in a folder of its name."""

    def __missing__(self, locale: str) -> str:
        return re.sub("^en/", f"{locale}/", self["en"])


CITE = Words(nl="citeren", en="cite")
TEXTS = ("md", "json")  # the forms in which the text of a section is there by itself
# Pages that no Markdown file stands for, by the name by which a Markdown file links to them.
GENERATED = {
    "catalogue.md": Words(nl="delen/catalogus/", en="en/sharing/catalogue/"),
    "changes.md": Words(nl="delen/wijzigingen/", en="en/sharing/changes/"),
    "proof.md": Words(nl="over/bewijs/", en="en/about/proof/"),
    "search.md": Words(nl="zoeken/", en="en/search/"),
}


FRAMED_STYLE = "assets/embed.css"  # of every section in a frame
STYLE = "assets/style.css"  # of citation pages; every other page has it within
TOOLS_STYLE = "assets/tools.css"  # of pages with a tool, besides
KIT_STYLE = "assets/kit.css"  # of the pages of the trainer's kit, besides
CATALOGUE_STYLE = "assets/catalogue.css"  # of the catalogue, besides
PAPER_STYLE = "assets/paper.css"  # of all pages when they are printed
DOWNLOADS = "downloads/"  # what hooks/downloads.py adds to a built site

# Where the accessibility of a government site is looked for.
ACCESSIBILITY = Words(nl="toegankelijkheid/", en="en/accessibility/")

# A ministry's own rules: the folder of their file within a language's, and the page that shows them.
OWN = "ministry/"
RULES = Words(nl="ministerie/regels/", en="en/ministry/rules/")

# What else the build writes at the root of the site, or of a language.
TAKEN = {*PROMISED, "assets", "404", "index", "sitemap", "embed", "feed", "sections", "edities"}
TAKEN |= {"server", "downloads", "sbom"}
TAKEN |= set(CITE.values())


def folder(locale: str) -> str:
    """The folder of a language: "" for the authoritative one, "en/" for English."""
    return "" if locale == DEFAULT else f"{locale}/"


def of_page(page: Page) -> str:
    """The address of a page: `principes/`, `en/principles/`, and "" or `en/` for the home pages."""
    if page.name.startswith(OWN):
        return RULES[page.locale]
    name = str(page.meta.get("slug") or page.name.removesuffix(".md"))
    return folder(page.locale) + ("" if name == "index" else f"{name.removesuffix('/index')}/")


def taken(locale: str) -> set[str]:
    """The addresses that the build uses itself, below a language's folder, without slashes at the ends."""
    named = [*GENERATED.values(), ACCESSIBILITY, RULES]
    pages = {at[locale].removeprefix(folder(locale)).strip("/") for at in named}
    return TAKEN | pages


def of_section(page: Page, code: str) -> str:
    """The address of a section on its page: `principes/#p3`."""
    return f"{of_page(page)}#{code}"


def short(locale: str, code: str) -> str:
    """The short link: `p3/`, `en/p3/`."""
    return f"{folder(locale)}{code}/"


def cite(locale: str, code: str) -> str:
    """The page of a section's citation data: `citeren/p3/`, `en/cite/p3/`."""
    return f"{folder(locale)}{CITE[locale]}/{code}/"


def text(locale: str, code: str, ending: str) -> str:
    """The text of a section by itself: `citeren/p3/p3.md`, `en/cite/p3/p3.json`.

    A plain file in the folder that holds all of a section's files: it needs no rule of a server, works below
    any path, can never be a page's address, and is kept with an edition.
    """
    return f"{cite(locale, code)}{code}.{ending}"


def embed(locale: str, code: str) -> str:
    """The bare page of a section, for other sites: `embed/p3/`, `en/embed/p3/`."""
    return f"{folder(locale)}embed/{code}/"


def picture(page: Page) -> str:
    """The picture of a page that link previews show: `assets/previews/nl/ophef.png`."""
    return f"assets/previews/{page.locale}/{page.name.removesuffix('.md')}.png"


def relative(target: str, start: str) -> str:
    """`target` as a link on the page at `start`, both from the root: ("en/p3/", "en/uproar/") → "../p3/"."""
    here, there = start.partition("#")[0].split("/")[:-1], target.split("/")
    while here and len(there) > 1 and here[0] == there[0]:
        del here[0], there[0]
    return "../" * len(here) + "/".join(there) or "./"
