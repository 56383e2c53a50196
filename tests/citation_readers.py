"""Read back what is exported: RIS, BibTeX, CSL-JSON, COinS and metadata, each as the same nine values."""

from __future__ import annotations

import json
import re
from urllib.parse import unquote

import bibtexparser
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from exports import citations
from selectolax.lexbor import LexborHTMLParser

TYPES = {
    "ris": "ELEC",
    "bib": "online",
    "csl.json": "webpage",
    "coins": "bookSection",
    "page": "WebPageElement",
}


def nine(title, author, container, edition, date, language, address, kind) -> dict:
    """The nine values of a citation; the code is the one in the title."""
    [code] = re.findall(r"\(([A-Z]\d+)\)$", title)
    return {
        "title": title,
        "author": author,
        "container": container,
        "edition": edition,
        "date": date,
        "language": language,
        "address": address,
        "code": code,
        "type": kind,
    }


def read_ris(text: str) -> dict:
    """With rispy; an author is split at commas, as reference managers do."""
    [record] = rispy.loads(text)
    authors = [re.split(r"\s*,\s*", name) for name in record.get("authors", [])]
    assert all(len(parts) == 1 for parts in authors), authors
    return nine(
        record["title"],
        "".join(parts[0] for parts in authors),
        record["secondary_title"],
        record["unknown_tag"]["M2"][0].split()[-1],
        record["date"].strip("/").replace("/", "-"),
        record["language"],
        *record["urls"],
        record["type_of_reference"],
    )


def read_bibtex(text: str) -> dict:
    """With bibtexparser; a name outside a second pair of braces would be split into first and last."""
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    [entry] = library.entries
    plain = {name: from_tex(field.value) for name, field in entry.fields_dict.items()}
    assert not plain.get("author") or re.fullmatch(r"\{.*\}", entry["author"])
    month = citations.BIBTEX_MONTHS.index(plain["month"]) + 1
    return nine(
        plain["title"],
        plain.get("author", ""),
        plain["booktitle"],
        plain["note"].split()[-1],
        f"{plain['year']}-{month:02}",
        plain["language"],
        plain["url"],
        entry.entry_type,
    )


def from_tex(text: str) -> str:
    """Text without the braces around it and the escapes in it."""
    text = re.sub(r"^\{(.*)\}$", r"\1", text)
    for char, name in (("\\", "backslash"), ("~", "asciitilde"), ("^", "asciicircum")):
        text = text.replace(rf"\text{name}{{}}", char)
    return re.sub(r"\\([{}$&%#_])", r"\1", text)


STYLE = CitationStylesStyle("harvard-cite-them-right", validate=False)


def read_csl(text: str) -> dict:
    """With citeproc-py, which must be able to make a list of sources of it."""
    items = json.loads(text)
    bibliography = CitationStylesBibliography(STYLE, CiteProcJSON(items), formatter.plain)
    bibliography.register(Citation([CitationItem(items[0]["id"])]))
    [line] = bibliography.bibliography()
    [item] = items
    assert item["title"].lower() in str(line).lower()
    year, month = item["issued"]["date-parts"][0]
    return nine(
        item["title"],
        "".join(author["literal"] for author in item.get("author", [])),
        item["container-title"],
        item["version"],
        f"{year}-{month:02}",
        item["language"],
        item["URL"],
        item["type"],
    )


def read_coins(words: str) -> dict:
    """As Zotero's OpenURL.parseContextObject reads a span: pairs at `&`, a value up to a second `=`, `+` for
    a space, the kind by `rft.genre`; `rft.aucorp` is an organisation, `rft.au` a person in two parts."""
    pairs = [part.split("=")[:2] for part in words.split("&")]
    read = {name: unquote(value.replace("+", " ")) for name, value in pairs}
    assert read["rft_val_fmt"] == "info:ofi/fmt:kev:mtx:book"
    assert not {"rft.au", "rft.aulast", "rft.aufirst", "rft.creator"} & read.keys()
    kind = {"bookitem": "bookSection"}[read["rft.genre"]]
    title, container = read["rft.atitle"], read["rft.btitle"]
    author, edition, date = read.get("rft.aucorp", ""), read["rft.edition"], read["rft.date"]
    return nine(title, author, container, edition, date, read["rft.language"], read["rft_id"], kind)


def read_page(page: LexborHTMLParser) -> dict:
    """The metadata of a citation page: Dublin Core terms, and schema.org for what these have no word for."""
    terms = {
        node.attributes["name"].removeprefix("DCTERMS."): node.attributes["content"]
        for node in page.css("meta[name^='DCTERMS.']")
    }
    said = json.loads(page.css_first("script[type='application/ld+json']").text())
    assert "creator" not in terms and "source" not in terms
    assert not page.css("meta[name^=citation_]")
    assert said["identifier"] == said["name"].rpartition("(")[2].rstrip(")")
    names = {"name": "title", "datePublished": "issued", "inLanguage": "language", "url": "identifier"}
    assert {term: said[name] for name, term in names.items()}.items() <= terms.items()
    assert said["isPartOf"]["name"] == terms["isPartOf"]
    assert said["version"] in terms["bibliographicCitation"]
    author = said.get("creator", {}).get("name", "")
    values = (terms["isPartOf"], said["version"], terms["issued"], terms["language"], terms["identifier"])
    return nine(terms["title"], author, *values, said["@type"])


READERS = {"ris": read_ris, "bib": read_bibtex, "csl.json": read_csl}
