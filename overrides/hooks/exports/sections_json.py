"""All sections as data (sections.json), and the whole guide as plain text (llms.txt). Pure."""

from __future__ import annotations

import html
import re

from content import addresses, portable
from content.changelog import last_change
from content.model import Page, Section
from content.site import Site

VERSION = "1.1"  # of the form of sections.json; a new first number when a field goes or changes its sense
NAME, SCHEMA = "sections.json", "sections.schema.json"


def snippets(section: Section, address: str, embed: str, site_name: str, plain: str) -> list[tuple[str, str]]:
    """Text to paste, by the name of its form: a link as HTML, Markdown and plain text, and a frame.

    `address` and `embed` are absolute; `plain` is the label of plain text in the language of the page.
    """
    name = f"{section.title} ({site_name}, {section.code.upper()})"
    escaped = re.sub(r"([\\`*_\[\]<>])", r"\\\1", name)
    return [
        ("HTML", f'<a href="{html.escape(address)}">{html.escape(name, quote=False)}</a>'),
        ("Markdown", f"[{escaped}]({address})"),
        (plain, f"{name}: {address}"),
        (
            "iframe",
            f'<iframe src="{html.escape(embed)}" title="{html.escape(name)}" width="100%" height="600" '
            'loading="lazy" style="border:0"></iframe>',
        ),
    ]


def entry(page: Page, section: Section, site: Site) -> dict:
    """One section in one language."""
    root, since = site.settings.root, site.promise.codes[section.code].since
    identifier = site.identifier(page.locale, section.code)
    return {
        "code": section.code.upper(),
        "language": page.locale,
        "title": section.title,
        "page": page.title,
        "text": portable.plain(section.html),
        "html": portable.with_links(section.html, page, site.guide, root),
        "address": root + addresses.of_section(page, section.code),
        "short": site.short(page.locale, section.code),
        "cite": root + addresses.cite(page.locale, section.code),
        "embed": root + addresses.embed(page.locale, section.code),
        "markdown": root + addresses.text(page.locale, section.code, "md"),
        "edition": site.settings.edition,
        "since": since.replace(".", "-"),
        "changed": last_change(site.changes, section.code, since).replace(".", "-"),
        "reviewed": str(page.meta["reviewed"]),
        "hash": section.fingerprint,
    } | ({"identifier": identifier} if identifier else {})


def sections(site: Site) -> dict:
    """What sections.json holds: every section of every language, in the order of the menu."""
    return {
        "$schema": SCHEMA,
        "version": VERSION,
        "title": site.settings.names,
        "edition": site.settings.edition,
        "license": {
            "name": site.settings.licence.name,
            "url": site.settings.licence.url,
            "notice": {locale: site.licence_notice(locale) for locale in site.locales},
        },
        "sections": [
            entry(page, section, site)
            for locale in site.locales
            for page in site.pages(locale)
            for section in page.sections
        ],
    }


def llms(pages: list[Page], title: str, summary: list[str], full: str, root: str) -> str:
    """The index for machines that read text (llmstxt.org): each page with its address and description.

    `summary` is a paragraph about the guide and one about its licence; `full` is the label and address of the
    whole text, as a Markdown list item.
    """
    lines = [f"# {title}", "", f"> {summary[0]}", "", summary[1], ""]
    for page in pages:
        lines += [f"## {page.title}", "", f"{page.meta['description']}", ""]
        for section in page.sections:
            address = root + addresses.of_section(page, section.code)
            lines.append(f"- [{section.code.upper()} {section.title}]({address})")
        lines.append("")
    return "\n".join([*lines, "## Optional", "", full, ""])


def full_text(pages: list[Page], title: str, summary: list[str], root: str) -> str:
    """The whole guide as plain text with Markdown headings; each section names its short link."""
    parts = [f"# {title}", f"> {summary[0]}", summary[1]]
    for page in pages:
        parts += [f"# {page.title}", page.intro]
        for section in page.sections:
            parts += [
                f"## {section.code.upper()} {section.title}",
                root + addresses.short(page.locale, section.code),
                portable.plain(section.html),
            ]
    return "\n\n".join(part for part in parts if part) + "\n"
