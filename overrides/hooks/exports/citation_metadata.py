"""How a section is cited, as reference managers and other machines read it within a page: COinS (OpenURL,
ANSI/NISO Z39.88-2004), Dublin Core terms and schema.org. Pure: one `Work` in.
"""

from __future__ import annotations

from urllib.parse import quote_plus

from exports.citations import Work


def coins(work: Work) -> str:
    """What a COinS span says in its title: a section of a book, the OpenURL format that has an edition."""
    fields = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:book"),
        ("rft.genre", "bookitem"),
        ("rft.atitle", work.title),
        ("rft.btitle", work.container),
        ("rft.aucorp", work.author),  # never rft.au, which is split into first and last name
        ("rft.edition", work.edition),
        ("rft.date", work.date),
        ("rft.language", work.locale),
        ("rft_id", work.address),
        ("rft_id", f"info:doi/{work.doi}" if work.doi else ""),
    ]
    return "&".join(f"{name}={quote_plus(value, safe='/:(),')}" for name, value in fields if value)


def dublin_core(work: Work, words: str) -> list[tuple[str, str]]:
    """The section in Dublin Core terms, as names and contents of meta elements.

    `words` is the citation as text; an author stands there alone, because readers of `creator` split an
    organisation into first and last name.
    """
    terms = {
        "identifier": work.identifier or work.address,
        "title": work.title,
        "type": "Text",
        "language": work.locale,
        "issued": work.date,
        "isPartOf": work.container,
        "bibliographicCitation": words,
    }
    return [(f"DCTERMS.{name}", content) for name, content in terms.items()]


def schema_org(work: Work, home: str) -> dict:
    """The section as schema.org describes it; `home` is the address of the guide."""
    about = {
        "@context": "https://schema.org",
        "@type": "WebPageElement",
        "@id": work.identifier or work.address,
        "name": work.title,
        "identifier": work.code.upper(),
        "url": work.address,
        "inLanguage": work.locale,
        "version": work.edition,
        "datePublished": work.date,
        "isPartOf": {"@type": "WebSite", "name": work.container, "url": home},
    }
    return about | ({"creator": {"@type": "Organization", "name": work.author}} if work.author else {})
