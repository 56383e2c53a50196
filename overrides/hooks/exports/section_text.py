"""The text of one section as Markdown that holds anywhere, without the signs of this site. Pure.

It is made from the page's own Markdown: blocks get their label in words, links become whole addresses, the
notes of the section stand below it. Above it, as front matter, what it is and where it comes from.
"""

from __future__ import annotations

import json
import re

from content import additions, portable
from content.callouts import CALLOUT
from content.markdown import prose
from content.model import Page, Section
from content.notes import PLACE, edited
from content.site import Site

NAME = r"[#.]?[\w-]+"
ATTRIBUTES = re.compile(rf"""[ ]?\{{:?[ ]*(?:{NAME}(?:="[^"\n]*"|=[\w-]+)?[ ]*)+\}}""")  # of attr_list
ALONE = re.compile(rf"^[ \t>]*{ATTRIBUTES.pattern}[ \t]*(?:\n|\Z)", re.MULTILINE)  # of the paragraph above
DIV = re.compile(r"^[ \t]*</?div\b[^>\n]*>[ \t]*\n", re.MULTILINE)
LINK = re.compile(r"(?<=\]\()[^)\s]+")
EMPTY = re.compile(r"[ \t]*>[ \t]*\n")  # the first line of a block, perhaps
HEADING = re.compile(r"^#(?=#)", re.MULTILINE)
GAP = re.compile(r"\n{3,}")


def source(page: Page, section: Section) -> str:
    """The Markdown of a section as it stands in its file, with its heading."""
    lines, begin = page.body.split("\n"), section.line - page.body_line
    below = [other.line for other in page.sections if other.line > section.line]
    end = min(below) - page.body_line if below else len(lines)
    return "\n".join(lines[begin:end])


def replaced(text: str, pattern: re.Pattern, new) -> str:
    """The text with what the pattern finds outside code replaced by `new(match)`."""
    found = pattern.finditer(prose(text))
    return edited(text, [(match.start(), match.end(), new(match)) for match in found])


def with_labels(text: str, labels: dict[str, str]) -> str:
    """Blocks as quotations that open with their label and title in bold."""

    def head(block: re.Match) -> str:
        start, label = f"{block['indent']}>", labels[block["kind"].strip()]
        title = ": ".join([label, block["title"].strip()])
        gap = "" if EMPTY.match(block["text"]) else f"{start}\n"
        return f"{start} **{title}**\n{gap}{block['text']}"

    return CALLOUT.sub(head, text)


def markdown(page: Page, section: Section, site: Site) -> str:
    """The section as a file of its own: front matter, title, text and notes."""
    texts, root = site.texts(page.locale), site.settings.root
    text = additions.complete(
        source(page, section), page.locale, site.settings.ministry, site.sources, texts
    ).replace(PLACE, "")
    text = with_labels(text, texts.blocks)
    for pattern in (portable.COMMENT, DIV, ALONE, ATTRIBUTES):
        text = replaced(text, pattern, lambda _: "")
    text = replaced(text, LINK, lambda link: portable.resolve(link[0], page, site.guide, root))
    _, _, below = replaced(text, HEADING, lambda _: "").partition("\n")
    about = {
        "title": section.full_title,
        "language": page.locale,
        "edition": site.settings.edition,
        "source": f"{site.name(page.locale)}, {site.short(page.locale, section.code)}",
        "license": site.settings.licence.url,
    }
    head = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in about.items())
    return GAP.sub("\n\n", f"---\n{head}---\n\n# {about['title']}\n\n{below.strip()}\n")
