"""A section's citation in each style and format. Pure: one `Work` in, text out.

APA 7 (a part of a work; without an author the title leads), BibTeX, RIS (2001 specification) and CSL-JSON
1.0; what stands within a page is in `citation_metadata`. The code stands in the title, because few formats
have a field for it that reference managers read. An author is an organisation, or whoever is named as one: a
name that nobody splits. The day of an edition is not known, so every date has the precision of a month.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

BIBTEX_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
BIBTEX_ESCAPES = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    char: f"\\{char}" for char in "{}$&%#_"
}
DOI = re.compile(r"https?://(?:dx\.)?doi\.org/(10\..+)")


@dataclass(frozen=True)
class Work:
    """What is cited: one section of one edition in one language."""

    code: str  # "p3"
    title: str  # with the code: "Guard the line (P3)"
    container: str  # the name of the guide
    edition: str  # "2026.11"
    address: str  # absolute
    locale: str
    words: dict = field(hash=False)  # for a citation in that language: overrides/locales, block `citation`
    author: str = ""  # as configured; never made up
    identifier: str = ""  # a DOI or the like, as an address; "" when the owner has none

    @property
    def year(self) -> int:
        return int(self.edition[:4])

    @property
    def month(self) -> int:
        return int(self.edition[5:])

    @property
    def date(self) -> str:
        """The month of the edition (ISO 8601): "2026-11"."""
        return self.edition.replace(".", "-")

    @property
    def edition_note(self) -> str:
        """The edition in words, for formats in which a web page has no field for it."""
        return f"{self.words['edition']} {self.edition}"

    @property
    def doi(self) -> str:
        """The identifier as a DOI, "" when it is none."""
        found = DOI.fullmatch(self.identifier)
        return found[1] if found else ""

    @property
    def key(self) -> str:
        """A name for reference managers that differs by section, language and edition."""
        return f"handreiking-{self.edition}-{self.code}-{self.locale}"


def apa(work: Work, months: list[str]) -> tuple[str, str, str]:
    """APA 7 in three parts, of which the middle one, the title of the whole, is set in italics.

    `months` are the names of the twelve months in the language of the work.
    """
    date = f"({work.year}, {months[work.month - 1]})"
    lead = f"{work.author.rstrip('.')}. {date}. {work.title}." if work.author else f"{work.title}. {date}."
    edition = work.words["apa_edition"].format(work.edition)
    return f"{lead} In ", work.container, f" {edition}. {work.identifier or work.address}"


def bibtex(work: Work) -> str:
    """One BibTeX entry; titles and author are braced, so that no style changes capitals or splits a name."""
    fields = {
        "author": f"{{{bibtex_text(work.author)}}}" if work.author else "",
        "title": f"{{{bibtex_text(work.title)}}}",
        "booktitle": f"{{{bibtex_text(work.container)}}}",
        "note": work.edition_note,
        "year": str(work.year),
        "url": work.address.replace("%", r"\%"),
        "doi": bibtex_text(work.doi),
        "language": work.locale,
        "langid": work.words["babel"],
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    lines.append(f"  month = {BIBTEX_MONTHS[work.month - 1]}\n")
    return f"@online{{{work.key},\n{''.join(lines)}}}\n"


def bibtex_text(text: str) -> str:
    """Text with the characters that TeX reads as commands made harmless."""
    return "".join(BIBTEX_ESCAPES.get(char, char) for char in text)


def ris(work: Work) -> str:
    """One RIS record (a page on the web), lines ended as the format asks.

    In an author a comma parts the last name from the first, and nothing can mask it: an organisation with one
    in its name loses the comma, and not half of its name. `M2` is where reference managers take a web page's
    edition from.
    """
    fields = [
        ("TY", "ELEC"),
        ("ID", work.key),
        ("AU", work.author.replace(",", "")),
        ("TI", work.title),
        ("T2", work.container),
        ("M2", work.edition_note),
        ("PY", str(work.year)),
        ("DA", f"{work.year}/{work.month:02}//"),
        ("LA", work.locale),
        ("UR", work.address),
        ("DO", work.doi),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def csl(work: Work) -> dict:
    """One CSL-JSON item."""
    item = {
        "id": work.key,
        "type": "webpage",
        "author": [{"literal": work.author}] if work.author else [],
        "title": work.title,
        "container-title": work.container,
        "version": work.edition,
        "issued": {"date-parts": [[work.year, work.month]]},
        "URL": work.address,
        "DOI": work.doi,
        "language": work.locale,
    }
    return {name: value for name, value in item.items() if value}


def csl_json(work: Work) -> str:
    """A CSL-JSON file: a list of one item."""
    return json.dumps([csl(work)], ensure_ascii=False, indent=2) + "\n"


# What can be downloaded: the label is the format's own name, the same in both languages.
FORMATS = (("BibTeX", "bib", bibtex), ("RIS", "ris", ris), ("CSL-JSON", "csl.json", csl_json))
