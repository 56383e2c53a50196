"""A ministry's own rules as pages beside the guide: there in every language, and whole; never taken for the guide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from checks import leftovers, links, markup, ministry
from checks.frontmatter import nearest
from checks.lines import at, line_at
from content.addresses import GENERATED, OWN
from content.callouts import CALLOUT
from content.markdown import prose, running_text
from content.model import Guide, Page, Problem
from content.settings_files import SettingsFiles
from selectolax.lexbor import LexborHTMLParser

SETTING = "extra.ministry.rules"
NOTE = re.compile(r"\[\^([^\]\n]+)\]")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
NOT_HERE = (  # what the guide has and such a page has not
    (CALLOUT, "is a block of the guide: write plain text, these are your own rules"),
    (COMMENT, "is a mark of the guide: remove it"),
)


def file_problems(settings: SettingsFiles, docs: Path, locales: list[str], name: str) -> Iterator[Problem]:
    """A page that a language lacks, and files that no setting names."""
    for locale in locales:
        folder = docs / locale / OWN
        files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.name[:1] != "."]
        if name and folder / name not in files:
            hint = nearest(name, [path.name for path in files]) or ": write it, or correct the name"
            yield settings.problem(SETTING, f"rules '{name}' is not in {docs.name}/{locale}/{OWN.rstrip('/')}{hint}")
        for path in files:
            if path != folder / name or not name:
                message = "is shown nowhere: name it as extra.ministry.rules in mkdocs.yml, or remove it"
                yield Problem(str(path), 0, message)


def name_problems(settings: SettingsFiles, guide: Guide, name: str) -> Iterator[Problem]:
    """A file that is called as a page of the guide is: two files of the search would be one."""
    if name in {PurePosixPath(page.name).name for page in guide.pages.values()}:
        yield settings.problem(SETTING, f"rules '{name}' has the name of a page of the guide: give it its own")


def page_problems(page: Page) -> Iterator[Problem]:
    """What is wrong within one page."""
    if page.meta_lines:
        yield page.problem(1, "has front matter: remove it, and begin with # and the title")
    if not page.body.strip():
        return  # of which `files` tells
    tree = LexborHTMLParser(page.html)
    titles = tree.css("h1")
    if len(titles) != 1 or not page.title or not re.match(r"\s*#\s", page.body):
        yield page.problem(page.body_line, "begin with the title, '# Title', and have only one of those")
    elif running_text(page.html) == page.title:
        yield page.problem(page.body_line, "has no text below its title: write it")
    text = prose(page.body)
    for pattern, message in NOT_HERE:
        for found in pattern.finditer(text):
            yield page.problem(line_at(page, found.start()), f"'{found[0].strip().splitlines()[0]}' {message}")
    for found in NOTE.finditer(text):
        if f"\n[^{found[1]}]:" not in text:
            message = "is a note without text: write, at the end of the page, [^1]: your source"
            yield page.problem(line_at(page, found.start()), f"'{found[0]}' {message}")
    for heading in tree.css("h2, h3, h4, h5, h6"):
        if not running_text(heading.inner_html or ""):
            yield at(page, "heading without text: fill it in or remove it", "##")


def problems(
    settings: SettingsFiles, guide: Guide, docs: Path, locales: list[str], site_url: str
) -> Iterator[Problem]:
    """Everything wrong with them."""
    given = settings.get(SETTING)
    if given and ministry.rules_fault(given, tuple(locales)):
        return  # of which `ministry` tells
    name = given if isinstance(given, str) and given.endswith(".md") else ""
    yield from file_problems(settings, docs, locales, name)
    yield from name_problems(settings, guide, name)
    known = {(page.locale, page.name): page for page in guide.rules.values()}
    where = (replace(guide, pages=guide.pages | known), docs, site_url, frozenset(GENERATED))
    for page in known.values():
        yield from page_problems(page)
        for rule, told in ((leftovers, "is a note that"), (markup, "a comment")):  # told above, in other words
            yield from (one for one in rule.problems(page) if told not in one.message)
        yield from links.problems(page, *where)
