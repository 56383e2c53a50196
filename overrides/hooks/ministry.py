"""A ministry's own rules and contacts, in the place of the neutral text between two marks:

    <!-- ministry: contacts -->
    Neutral text, for a guide in which no ministry has filled anything in.
    <!-- /ministry -->
"""

from __future__ import annotations

import re

from locales import strings

BLOCK = re.compile(r"<!-- ministry: (contacts|rules) -->\n(.*?)<!-- /ministry -->", re.DOTALL)


def say(value, locale: str) -> str:
    """A setting in one language: it is one text, or `{nl: ..., en: ...}`."""
    return str(value.get(locale, "") if isinstance(value, dict) else value or "")


def plain(text: str) -> str:
    """Text that Markdown leaves as it is."""
    return re.sub(r"([\\`*_{}\[\]()#!|])", r"\\\1", text).replace("&", "&amp;").replace("<", "&lt;")


def contact_line(contact: dict, locale: str, roles: dict) -> str:
    """One contact as an item of a list."""
    name, url = plain(say(contact["name"], locale)), say(contact.get("url"), locale)
    ways = [f"[{name}]({url})" if url else name]
    if email := contact.get("email"):
        ways.append(f"[{plain(email)}](mailto:{email})")
    if phone := contact.get("phone"):
        ways.append(f"[{phone}](tel:{re.sub('[^0-9+]', '', str(phone))})")
    return f"- {roles[contact['role']]}: {', '.join(ways)}"


def contacts(ministry: dict, locale: str) -> str:
    """The list of contacts, "" when there are none."""
    roles = strings(locale).ministry.roles
    return "\n".join(contact_line(one, locale, roles) for one in ministry.get("contacts") or [])


def rules(ministry: dict, locale: str) -> str:
    """A sentence that leads to the ministry's own rules, "" when it names none."""
    texts = strings(locale).ministry
    name, url = plain(say(ministry.get("name"), locale)) or texts.unnamed, say(ministry.get("rules"), locale)
    return texts.rules.format(name=name, url=url) if url else ""


def fill(markdown: str, ministry: dict | None, locale: str) -> str:
    """A page's Markdown with the ministry's own words where it has them, and without the marks.

    `ministry` is the block `extra.ministry` of mkdocs.yml; every setting in it may be empty or absent.
    """
    write = {"contacts": contacts, "rules": rules}
    return BLOCK.sub(lambda block: write[block[1]](ministry or {}, locale) or block[2].rstrip(), markdown)


def on_page_markdown(markdown, page, config, files):
    """The same for the page that MkDocs renders as for the model of the guide."""
    return fill(markdown, config.extra.get("ministry"), config.plugins["i18n"].current_language)
