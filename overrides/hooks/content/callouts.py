"""The labelled blocks of a page, in the syntax that forges show as a quotation (GitHub's and Obsidian's):

    > [!background] Waar de grens ligt
    > Alleen de wet kan vrijheden beperken.[^f09]

`pymdownx.quotes` makes a block of it; the extension below adds its label, and gives it and the notes names
that a screen reader can tell.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as XML

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

KINDS = ("background", "advice", "unknown", "trainer")
# a block ends at the first empty line; an empty line within it is a lone `>`
CALLOUT = re.compile(
    r"^(?P<indent>[ \t]*)> *\[!(?P<kind>[^\]\n]*)\](?P<title>[^\n]*)(?:\n|\Z)"
    r"(?P<text>(?:(?!#)[ \t]*\S[^\n]*(?:\n|\Z))*)",
    re.MULTILINE,
)
EXTENSION = "content.callouts"  # the name by which Markdown finds it


def label_cells(table: XML.Element) -> None:
    """Each cell gets the head of its column, shown where a narrow screen makes blocks of the rows."""
    heads = ["".join(head.itertext()) for head in table.findall("thead/tr/th")]
    for row in table.findall("tbody/tr"):
        for head, cell in zip(heads[1:], row.findall("td")[1:], strict=False):
            cell.set("data-label", head)


class Names(Treeprocessor):
    """Labels the blocks, and names blocks and notes; runs last, when headings have their ids."""

    def __init__(self, blocks: dict[str, str], notes: dict[str, str]):
        super().__init__()
        self.blocks, self.notes = blocks, notes

    def run(self, root: XML.Element) -> None:
        code, count = "", 0
        for node in root.iter():
            kinds = node.get("class", "").split()
            if node.tag == "h2":
                code, count = f"{node.get('id')}-", 0
            elif node.tag == "div" and "admonition" in kinds:
                count += 1
                self.name_block(node, kinds[-1], f"{code}note-{count}")
            elif node.tag == "table":
                label_cells(node)
            elif "footnote-ref" in kinds:
                node.attrib |= {"role": "doc-noteref", "aria-label": self.notes["mark"].format(node.text)}
            elif node.tag == "div" and "footnote" in kinds:
                node.attrib |= {"role": "doc-endnotes", "aria-label": self.notes["label"]}
                for item in node.iter("li"):
                    self.name_ways_back(item)

    def name_block(self, block: XML.Element, kind: str, name: str) -> None:
        """The label above the title; together they name the block: "Toelichting: Waar de grens ligt"."""
        title = block.find("p[@class='admonition-title']")
        if title is None or kind not in self.blocks:
            return  # for checks.blocks to tell
        label = XML.Element("span", {"class": "label"})
        label.text, label.tail, title.text = self.blocks[kind], f" {title.text or ''}", None
        XML.SubElement(label, "span", {"class": "unseen"}).text = ":"
        title.insert(0, label)
        title.set("id", title.get("id", name))
        block.attrib |= {"role": "note", "aria-labelledby": title.get("id", name)}

    def name_ways_back(self, note: XML.Element) -> None:
        """The links from a note to where it is cited, numbered when there are several."""
        links = [link for link in note.iter("a") if link.get("class") == "footnote-backref"]
        for number, link in enumerate(links, 1):
            name = link.attrib.pop("title")
            if len(links) > 1:
                link.text, name = f"{link.text}{number}", f"{name} ({number})"
            link.attrib |= {"role": "doc-backlink", "aria-label": name}


class Callouts(Extension):
    """`blocks` holds the label of each kind, `notes` the words for notes."""

    def __init__(self, **settings):
        self.config = {"blocks": [{}, "labels"], "notes": [{}, "words"]}
        super().__init__(**settings)

    def extendMarkdown(self, md):
        """As Markdown asks for it; below `toc`, which has 5."""
        md.treeprocessors.register(Names(**self.getConfigs()), "callouts", 4)


makeExtension = Callouts
