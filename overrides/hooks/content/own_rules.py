"""A ministry's own rules as pages beside the guide: docs/nl/ministry/regels.md and its twins. Pure.

They are no part of the guide: no front matter, no codes, no notes from docs/sources.yml, and nothing that
reads the guide reads them. An id on them begins with `rules-`: it is never that of a section or a template.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from content.addresses import OWN
from content.markdown import Render, read_pages, running_text
from content.model import Guide, Page, Section
from selectolax.lexbor import LexborHTMLParser

PREFIX = "rules-"
TAG = re.compile(r"<[a-z][^<>]*>")
ID = re.compile(r'(?<= id=")[^"]+')
LINK = re.compile(r'(?<= href="#)[^"]+')


def apart(html: str) -> str:
    """The HTML with every id, and every link to one, in the space of these pages."""
    ids = {found[0] for tag in TAG.findall(html) for found in ID.finditer(tag)}

    def moved(tag: re.Match) -> str:
        said = ID.sub(lambda name: PREFIX + name[0], tag[0])
        return LINK.sub(lambda name: PREFIX + name[0] if name[0] in ids else name[0], said)

    return TAG.sub(moved, html)


def named(page: Page) -> Page:
    """The page, with its heading as its title; without sections it is one itself, for the search to find."""
    heading = LexborHTMLParser(page.html).css_first("h1")
    title = running_text(heading.inner_html or "") if heading else ""
    whole = Section("", title, page.body_line, page.html.rpartition("</h1>")[2], page.intro)
    return replace(page, meta=page.meta | {"title": title}, sections=page.sections or (whole,))


def with_rules(guide: Guide, docs: Path, locales: list[str], name: str, render: Render) -> Guide:
    """The guide with the file `name` beside it, of every language that has it; none when the name is ""."""
    paths = [(locale, OWN + name, docs / locale / OWN / name) for locale in locales if name]
    there = (one for one in paths if one[2].is_file())
    read = read_pages(there, lambda text, locale: apart(render(text, locale)))
    rules = {locale: named(page) for (locale, _), page in read.pages.items()}
    return replace(guide, rules=rules, problems=guide.problems + read.problems)
