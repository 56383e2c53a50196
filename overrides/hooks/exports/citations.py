"""A section's citation in each style and format. Pure: one `Work` in, text out.

APA 7 (a part of a work; without an author the title leads), BibTeX, RIS (2001 specification) and
CSL-JSON 1.0. The day of an edition is not known, so every date has the precision of a month.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

BIBTEX_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LANGUAGE = {"nl": "nl-NL", "en": "en-GB"}
BABEL = {"nl": "dutch", "en": "british"}
BIBTEX_ESCAPES = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    char: f"\\{char}" for char in "{}$&%#_"
}


@dataclass(frozen=True)
class Work:
    """What is cited: one section of one edition in one language."""

    code: str  # "p3"
    title: str
    container: str  # the name of the guide
    edition: str  # "2026.11"
    address: str  # absolute
    locale: str
    author: str = ""  # as configured; never made up

    @property
    def year(self) -> int:
        return int(self.edition[:4])

    @property
    def month(self) -> int:
        return int(self.edition[5:])

    @property
    def key(self) -> str:
        """A name for reference managers that differs by section, language and edition."""
        return f"handreiking-{self.edition}-{self.code}-{self.locale}"


def apa(work: Work, months: list[str]) -> tuple[str, str, str]:
    """APA 7 in three parts, of which the middle one, the title of the whole, is set in italics.

    `months` are the names of the twelve months in the language of the work.
    """
    date = f"({work.year}, {months[work.month - 1]})"
    title = f"{work.title} ({work.code.upper()})"
    lead = f"{work.author.rstrip('.')}. {date}. {title}." if work.author else f"{title}. {date}."
    edition = f"(editie {work.edition})" if work.locale == "nl" else f"({work.edition} ed.)"
    return f"{lead} In ", work.container, f" {edition}. {work.address}"


def bibtex(work: Work) -> str:
    """One BibTeX entry; titles are braced so that no style changes their capitals."""
    fields = {
        "author": f"{{{bibtex_text(work.author)}}}" if work.author else "",
        "title": f"{{{bibtex_text(work.title)}}}",
        "booktitle": f"{{{bibtex_text(work.container)}}}",
        "edition": work.edition,
        "number": work.code.upper(),
        "year": str(work.year),
        "url": work.address.replace("%", r"\%"),
        "langid": BABEL[work.locale],
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    lines.append(f"  month = {BIBTEX_MONTHS[work.month - 1]}\n")
    return f"@online{{{work.key},\n{''.join(lines)}}}\n"


def bibtex_text(text: str) -> str:
    """Text with the characters that TeX reads as commands made harmless."""
    return "".join(BIBTEX_ESCAPES.get(char, char) for char in text)


def ris(work: Work) -> str:
    """One RIS record (a page on the web), lines ended as the format asks."""
    fields = [
        ("TY", "ELEC"),
        ("ID", work.key),
        ("AU", work.author),
        ("TI", work.title),
        ("T2", work.container),
        ("ET", work.edition),
        ("M1", work.code.upper()),
        ("PY", str(work.year)),
        ("DA", f"{work.year}/{work.month:02}//"),
        ("LA", work.locale),
        ("UR", work.address),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def csl(work: Work) -> dict:
    """One CSL-JSON item."""
    item = {
        "id": work.key,
        "type": "webpage",
        "title": work.title,
        "container-title": work.container,
        "edition": work.edition,
        "number": work.code.upper(),
        "issued": {"date-parts": [[work.year, work.month]]},
        "URL": work.address,
        "language": LANGUAGE[work.locale],
    }
    return item | ({"author": [{"literal": work.author}]} if work.author else {})


def csl_json(work: Work) -> str:
    """A CSL-JSON file: a list of one item."""
    return json.dumps([csl(work)], ensure_ascii=False, indent=2) + "\n"


# What can be downloaded: the label is the format's own name, the same in both languages.
FORMATS = (("BibTeX", "bib", bibtex), ("RIS", "ris", ris), ("CSL-JSON", "json", csl_json))
