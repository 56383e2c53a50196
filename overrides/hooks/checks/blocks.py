"""The labelled blocks and the notes: written in the one way there is, and background names its sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.frontmatter import nearest
from checks.lines import line_at
from content.callouts import CALLOUT, KINDS
from content.markdown import prose
from content.model import Page, Problem
from content.sources import MARK, WRITTEN

OLD = re.compile(r"^[ \t>]*(?:!!!|\?\?\?)\+?[ \t]*(?P<kind>[\w-]*)[ \t]*\"?(?P<title>[^\"\n]*)", re.MULTILINE)
HEAD = re.compile(r"^[ \t]*> *\[!", re.MULTILINE)
PREFIX = re.compile(r"^[ \t]*> ?", re.MULTILINE)
ITEM = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]|[ \t]{2,}|\{:")  # an item of a list, or more of one


def parts(text: str) -> Iterator[tuple[int, str]]:
    """The paragraphs and lists of a block's text: how many lines down each begins, and its words."""
    whole: list[tuple[int, str]] = []
    for found in re.finditer(r"(?:[^\n]*\S[^\n]*\n?)+", PREFIX.sub("", text)):
        at = found.string.count("\n", 0, found.start())
        if whole and ITEM.match(found[0]) and ITEM.match(whole[-1][1]):
            whole[-1] = (whole[-1][0], whole[-1][1] + found[0])
        else:
            whole.append((at, found[0]))
    yield from whole


def block_faults(kind: str, title: str, text: str) -> Iterator[tuple[int, str]]:
    """What is wrong with one block, as (lines below its head, what to do)."""
    if kind not in KINDS:
        hint = nearest(kind, KINDS) or f"; there are {', '.join(KINDS)}"
        yield 0, f"unknown block '{kind}'{hint}"
        return
    if title[:1] in ("-", "+"):
        yield 0, f"a block does not fold: write > [!{kind}] Title"
    elif not title.strip():
        yield 0, f"block without title: write > [!{kind}] Title"
    told = list(parts(text))
    if not told:
        yield 0, f"block '{title.strip()}' is empty: write its text below, each line after >"
    for head in HEAD.finditer(text):
        message = "this block would be part of the one above: put an empty line between them"
        yield text.count("\n", 0, head.start()) + 1, message
    for at, words in told if kind == "background" else ():
        if not MARK.search(words) and not words.rstrip().endswith(":"):
            yield at + 1, "background names its sources: end this paragraph or list with one, such as [^f03]"


def problems(page: Page) -> Iterator[Problem]:
    """Everything wrong with the blocks and notes of one page."""
    text = prose(page.body)
    for block in CALLOUT.finditer(text):
        for below, message in block_faults(block["kind"], block["title"], block["text"]):
            yield page.problem(line_at(page, block.start()) + below, message)
    for old in OLD.finditer(text):
        kind = old["kind"] if old["kind"] in KINDS else "advice"
        shown = f"> [!{kind}] {old['title'].strip() or 'Title'}"
        message = f"!!! is no block here: write {shown}, and each line of its text after >"
        yield page.problem(line_at(page, old.start()), message)
    for note in WRITTEN.finditer(text):
        message = "notes are not written here: the build makes them from docs/sources.yml; remove this line"
        yield page.problem(line_at(page, note.start()), message)
