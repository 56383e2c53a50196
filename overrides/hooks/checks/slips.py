"""Everyday slips of Markdown: what an editor meant as a list, a table or a link, and what readers would see."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.lines import at
from content.markdown import prose
from content.model import Page, Problem
from selectolax.lexbor import LexborHTMLParser

ITEM = r"(?:[-*+]|\d{1,2}\.)[ \t]+\S"
NESTED = re.compile(rf"^( +){ITEM}", re.MULTILINE)
RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
BULLET = "\u2022\u2023\u25aa\u25e6\u25cf\u25cb\u25a0\u25a1\u25ba\u27a2\u27a4\u2713\u2714"
WORD = r"(?:[^()\[\]\s]*(?:\.md|://|#)[^()\[\]\s]*)"  # what looks like an address
SHOWN = {  # in the lines of a paragraph, as a reader would see them
    rf"(?<=\n)[ \t]*{ITEM}.*": "is a list that did not work: put a blank line above its first item",
    rf"(?m)^[ \t]*[{BULLET}].*": "is a list of a word processor: begin each item with '- '",
    r"(?m)^[ \t]*[\u2013\u2014] \S.*": "is a list of a word processor: begin each item with '- '",
    r"(?m)^[ \t]*\d{1,2}\)[ \t].*": "is a list that did not work: begin each item with '1. '",
    r"(?m)^[ \t]*\|.*\|[ \t]*$": "is a table that did not work: put |---|---| below its heading row, and a blank line above it",
    rf"\[[^\[\]\n]+\]\s+\({WORD}\)": "is a link that did not work: leave no space between ] and (",
    rf"\([^()\n]+\)\[{WORD}\]": "is a link that did not work: write [text](page.md)",
}
SIGNS = {  # marks of emphasis and code that mark nothing
    "*": "is emphasis that did not work: put the stars against the words, or write \\* for the sign itself",
    "_": "is emphasis that did not work: put the lines against the words, or write \\_ for the sign itself",
    "`": "is code that did not work: give it both marks, or write \\` for the sign itself",
}


def paragraphs(page: Page) -> Iterator[str]:
    """The text of each block of running text, its line breaks kept and code left out."""
    tree = LexborHTMLParser(page.html)
    tree.strip_tags(["code", "pre", "kbd", "sup"], recursive=True)
    for node in tree.css("p, li, td, th, dt, dd"):
        if not any(child.tag in ("p", "ul", "ol", "dl", "table") for child in node.iter()):
            yield node.text().strip()


def shown_problems(page: Page) -> Iterator[Problem]:
    """What stands in running text and was meant as something else."""
    told = set()
    for text in paragraphs(page):
        for pattern, message in SHOWN.items():
            found = re.search(pattern, text)
            if found and (shown := found[0].strip()) not in told:
                told.add(shown)
                yield at(page, f"'{shown[:40]}' {message}", shown, shown[:2])


def sign_problems(page: Page) -> Iterator[Problem]:
    """Stars, lines and backticks that a reader would see; those that the editor asked for with \\ are meant."""
    text = "\n".join(paragraphs(page))
    for sign, message in SIGNS.items():
        seen = len(re.findall(rf"(?<!\w){re.escape(sign)}|{re.escape(sign)}(?!\w)", text))
        if seen > page.body.count(f"\\{sign}"):
            lone = rf"(?<![\\{sign}\w]){re.escape(sign)}(?=[\s{sign}]|$)|(?<=\s){re.escape(sign)}(?=\s)"
            found = re.search(lone, prose(page.body)) or re.search(rf"(?<!\\){re.escape(sign)}", prose(page.body))
            line = page.body_line + page.body.count("\n", 0, found.start()) if found else 0
            yield page.problem(line, f"'{sign}' {message}")


def nesting_problems(page: Page) -> Iterator[Problem]:
    """Items of a nested list that are indented by less than Markdown asks."""
    for found in NESTED.finditer(prose(page.body)):
        if len(found[1]) % 4:
            line = page.body_line + page.body.count("\n", 0, found.start())
            message = f"this item is indented by {len(found[1])} spaces: a list in a list is indented by four"
            yield page.problem(line, message)
            return  # the others are of the same list


def cells(row: str) -> int:
    """The cells of a row of a table."""
    return len(re.split(r"(?<!\\)\|", row.strip().removeprefix("|").removesuffix("|")))


def table_problems(page: Page) -> Iterator[Problem]:
    """Rows of a table with more or fewer cells than its heading."""
    lines = prose(page.body).split("\n")
    for number in range(1, len(lines)):
        rule, head = lines[number], lines[number - 1]
        if "|" not in rule or "|" not in head or not RULE.fullmatch(rule):
            continue
        for offset, row in enumerate([rule, *lines[number + 1 :]]):
            if "|" not in row:
                break
            if cells(row) != cells(head):
                message = f"this row has {cells(row)} cells and the heading {cells(head)}: make them equal"
                yield page.problem(page.body_line + number + offset, message)


def problems(page: Page) -> Iterator[Problem]:
    """Every slip on a page."""
    yield from shown_problems(page)
    yield from sign_problems(page)
    yield from nesting_problems(page)
    yield from table_problems(page)
