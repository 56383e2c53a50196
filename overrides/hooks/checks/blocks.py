"""The labelled blocks: which there are, and that background names its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.frontmatter import nearest
from checks.lines import at, line_at, prose
from content.model import Page, Problem
from selectolax.lexbor import LexborHTMLParser

TYPES = {"background", "advice", "trainer"}
LABELS = {"nl": "Toelichting: ", "en": "Background: "}
BLOCK = re.compile(r"^[ \t]*!!![ \t]*(?P<type>[\w-]*)[ \t]*(?P<title>\"[^\"\n]*\")?[ \t]*$", re.MULTILINE)
FOOTNOTE = re.compile(r"(?<!!)\[\^([^\]\s]+)\]")


def block_problems(page: Page) -> Iterator[Problem]:
    """Blocks of an unknown type, without title, or without text."""
    for match in BLOCK.finditer(prose(page.body)):
        line, kind = line_at(page, match.start("type")), match["type"]
        title = (match["title"] or "").strip('"')
        if kind not in TYPES:
            hint = nearest(kind, TYPES) or f"; there are {', '.join(sorted(TYPES))}"
            yield page.problem(line, f"unknown block type '{kind}'{hint}")
        elif not title:
            yield page.problem(line, f'block without title: write !!! {kind} "Title"')
        elif kind == "background" and not title.startswith(LABELS.get(page.locale, "")):
            label = LABELS[page.locale]
            yield page.problem(line, f'background must be recognised as such: begin its title with "{label}"')


def content_problems(page: Page) -> Iterator[Problem]:
    """Blocks whose text fell out of them, and background without a source."""
    for block in LexborHTMLParser(page.html).css("div.admonition"):
        title = block.css_first(".admonition-title")
        name = title.text().strip() if title else ""
        if block.text().strip() == name:
            yield at(page, f"block '{name}' is empty: indent its text by four spaces", f'"{name}"')
        elif "background" in block.attributes.get("class", "").split() and not block.css_first(
            "sup[id^='fnref']"
        ):
            yield at(page, f"block '{name}' names no source: add a footnote such as [^f03]", f'"{name}"')


def footnote_problems(page: Page) -> Iterator[Problem]:
    """Footnotes used and not written, or written and not used."""
    text = prose(page.body)
    marks = [(match, text[match.end() : match.end() + 1] == ":") for match in FOOTNOTE.finditer(text)]
    written = [match[1] for match, defines in marks if defines]
    used = {match[1] for match, defines in marks if not defines}
    for match, defines in marks:
        line, name = line_at(page, match.start()), match[1]
        if not defines and name not in written:
            yield page.problem(line, f"footnote [^{name}] is not written: add [^{name}]: with its source")
        elif defines and name not in used:
            yield page.problem(
                line,
                f"footnote [^{name}] is not used: remove it, or put [^{name}] in the text",
            )
    for name in sorted({name for name in written if written.count(name) > 1}):
        yield at(page, f"footnote [^{name}] is written twice: keep one", f"[^{name}]:")


def problems(page: Page) -> Iterator[Problem]:
    """Everything wrong with the blocks and footnotes of one page."""
    yield from block_problems(page)
    yield from content_problems(page)
    yield from footnote_problems(page)
