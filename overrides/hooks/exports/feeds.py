"""What changed, as an Atom feed (RFC 4287) for each language. Pure."""

from __future__ import annotations

from xml.etree import ElementTree as XML

from content.changelog import Change

ATOM = "http://www.w3.org/2005/Atom"


def month_start(edition: str) -> str:
    """The moment that stands for an edition: an Atom date needs a day, an edition has only a month."""
    return f"{edition.replace('.', '-')}-01T00:00:00Z"


def atom(
    changes: list[Change],
    *,
    locale: str,
    title: str,
    author: str,
    rights: str,
    home: str,
    feed: str,
    links: dict[str, str],
    subjects: dict[str, str],
) -> bytes:
    """One feed: an entry a change, the newest first.

    `home` and `feed` are absolute addresses; `links` gives each code's address and `subjects` its title
    (retired codes too). `author` may be the name of the site, since Atom asks for one. An entry's id
    is made of edition, codes and language, so it never changes.
    """
    XML.register_namespace("", ATOM)
    root = XML.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": locale})
    add(root, "title", title)
    add(root, "id", feed)
    add(root, "link", rel="self", type="application/atom+xml", href=feed)
    add(root, "link", rel="alternate", type="text/html", hreflang=locale, href=home)
    add(root, "updated", month_start(max(change.edition for change in changes)))
    add(add(root, "author"), "name", author)
    add(root, "rights", rights)
    for change in changes:
        name = "-".join(change.codes) or "all"
        entry = add(root, "entry")
        add(entry, "title", subject(change, subjects, title))
        add(entry, "id", f"{feed}#{change.edition}-{name}")
        add(
            entry,
            "link",
            rel="alternate",
            type="text/html",
            hreflang=locale,
            href=links[change.codes[0]] if change.codes else home,
        )
        add(entry, "updated", month_start(change.edition))
        for code in change.codes:
            add(entry, "category", term=code.upper())
        add(entry, "content", change.words[locale], type="text")
    XML.indent(root)
    return XML.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def subject(change: Change, subjects: dict[str, str], whole: str) -> str:
    """What a change is about: "2027.03, P3: Keep private and work apart", or several codes."""
    if not change.codes:
        return f"{change.edition}: {whole}"
    codes = ", ".join(code.upper() for code in change.codes)
    title = f": {subjects[change.codes[0]]}" if len(change.codes) == 1 else ""
    return f"{change.edition}, {codes}{title}"


def add(parent: XML.Element, tag: str, text: str | None = None, **attributes: str) -> XML.Element:
    """A child element in Atom's namespace."""
    child = XML.SubElement(parent, f"{{{ATOM}}}{tag}", attributes)
    child.text = text
    return child
