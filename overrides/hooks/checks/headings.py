"""One title a page, sections with a permanent code, no level left out."""

from __future__ import annotations

from collections.abc import Iterator

from checks.frontmatter import CODE
from checks.lines import at
from content.markdown import running_text
from content.model import Page, Problem
from selectolax.lexbor import LexborHTMLParser


def problems(page: Page) -> Iterator[Problem]:
    """Faults in the headings of one page."""
    if not running_text(page.html):
        yield page.problem(page.body_line, "has no text: write it, or remove the page in both languages")
        return
    headings = LexborHTMLParser(page.html).css("h1, h2, h3, h4, h5, h6")
    titles = [one for one in headings if one.tag == "h1"]
    if len(titles) != 1 or headings[0].tag != "h1":
        again = titles[1].text() if len(titles) > 1 else ""
        yield at(
            page,
            "begin the text with the page's title, '# Title', and have only one of those",
            f"# {again}\n",
        )
    level = 1
    for heading in headings:
        text, depth = running_text(heading.inner_html or ""), int(heading.tag[1])
        marks = "#" * depth
        if not text:
            message = "heading without text: fill it in or remove it"
            yield at(page, message, f"{marks} \n", f"{marks}\n", f"<h{depth}")
        elif depth > level + 1:
            yield at(page, f"heading '{text}' skips a level: use {'#' * (level + 1)}", text)
        level = depth
    within = [one for one in headings if one.tag == "h2" and one.parent.tag != "body"]
    for heading in within:
        text = running_text(heading.inner_html or "")
        yield at(page, f"heading '{text}' stands within a block: move it out, or use ###", text, hides="sections")
    for section in page.sections:
        if not CODE.fullmatch(section.code) and section.title:
            yield at(
                page,
                f"section '{section.title}' has no permanent code: write ## {section.title} {{ #p3 }} "
                "with a letter and the next free number",
                f"## {section.title}",
                section.title,
                hides="sections",
            )
        elif not section.text:
            yield page.problem(section.line, f"section {section.code} is empty: write it")
