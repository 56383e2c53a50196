"""Where everything lives: the addresses of pages and sections, relative to the root of the site.

Pure, and the only place that spells these addresses out. Two of them are promises printed on paper:
the page with its anchor (`principes/#p3`) and the short link (`p3/`, `en/p3/`).
"""

from __future__ import annotations

from content.model import Page

CITE = {"nl": "citeren", "en": "cite"}
TEXTS = ("md", "json")  # the forms in which the text of a section is there by itself
# Pages that no Markdown file stands for, by the name by which a Markdown file links to them.
GENERATED = {
    "catalogue.md": {"nl": "delen/catalogus/", "en": "en/sharing/catalogue/"},
    "changes.md": {"nl": "delen/wijzigingen/", "en": "en/sharing/changes/"},
    "proof.md": {"nl": "over/bewijs/", "en": "en/about/proof/"},
    "search.md": {"nl": "zoeken/", "en": "en/search/"},
}


FRAMED_STYLE = "assets/embed.css"  # of every section in a frame
STYLE = "assets/style.css"  # of citation pages; every other page has it within
TOOLS_STYLE = "assets/tools.css"  # of pages with a tool, besides
PAPER_STYLE = "assets/paper.css"  # of all pages when they are printed
DOWNLOADS = "downloads/"  # what hooks/downloads.py adds to a built site

# Where the accessibility of a government site is looked for.
ACCESSIBILITY = {"nl": "toegankelijkheid/", "en": "en/accessibility/"}

# What else the build writes at the root of the site, or of a language.
TAKEN = {"nl", "en", "assets", "404", "index", "sitemap", "embed", "feed", "sections", "edities"}
TAKEN |= {"server", "downloads", "sbom"}
TAKEN |= set(CITE.values())


def folder(locale: str) -> str:
    """The folder of a language: "" for Dutch, "en/" for English."""
    return "" if locale == "nl" else f"{locale}/"


def of_page(page: Page) -> str:
    """The address of a page: `principes/`, `en/principles/`, and "" or `en/` for the home pages."""
    name = str(page.meta.get("slug") or page.name.removesuffix(".md"))
    return folder(page.locale) + ("" if name == "index" else f"{name.removesuffix('/index')}/")


def taken(locale: str) -> set[str]:
    """The addresses that the build uses itself, below a language's folder, without slashes at the ends."""
    named = [*GENERATED.values(), ACCESSIBILITY]
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
