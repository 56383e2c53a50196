"""A ministry's own rules and contacts, in the place of the neutral text between two marks:

    <!-- ministry: contacts -->
    Neutral text, for a guide in which no ministry has filled anything in.
    <!-- /ministry -->
"""

from __future__ import annotations

import re
from urllib.parse import quote

from content import addresses
from content.settings import Ministry, say

URGENCY = ("security", "communication", "adviser", "manager")  # a threat, uproar, a dilemma, other help
BLOCK = re.compile(r"<!-- ministry: (contacts|rules) -->\n(.*?)<!-- /ministry -->", re.DOTALL)


def plain(text: str) -> str:
    """Text that Markdown leaves as it is."""
    return re.sub(r"([\\`*_{}\[\]()#!|])", r"\\\1", text).replace("&", "&amp;").replace("<", "&lt;")


def address(url: str) -> str:
    """An address that Markdown takes whole: brackets and quotes as codes."""
    return quote(url, safe="%/:?#@!$&*+,;=~-._")


def contact_line(contact: dict, locale: str, roles: dict) -> str:
    """One contact as an item of a list."""
    name, url = plain(say(contact["name"], locale)), say(contact.get("url"), locale)
    ways = [f"[{name}]({address(url)})" if url else name]
    if email := contact.get("email"):
        ways.append(f"[{plain(email)}](mailto:{address(email)})")
    if phone := contact.get("phone"):
        ways.append(f"[{plain(phone)}](tel:{re.sub('[^0-9+]', '', phone)})")
    if hours := plain(say(contact.get("hours"), locale)):
        ways.append(hours)
    return f"- {roles[contact['role']]}: {', '.join(ways)}"


def contacts(ministry: Ministry, locale: str, texts) -> str:
    """The list of contacts, most urgent first, "" when there are none."""
    listed = sorted(ministry.contacts, key=lambda one: URGENCY.index(one["role"]))
    return "\n".join(contact_line(one, locale, texts.roles) for one in listed)


def rules(ministry: Ministry, locale: str, texts) -> str:
    """A sentence that leads to the ministry's own rules, "" when it names none."""
    url = addresses.OWN + ministry.rules_file if ministry.rules_file else say(ministry.rules, locale)
    if not url:
        return ""
    return texts.rules.format(name=plain(say(ministry.name, locale)) or texts.unnamed, url=address(url))


def fill(markdown: str, ministry: Ministry, locale: str, texts) -> str:
    """A page's Markdown with the ministry's own words where it has them, and without the marks.

    `texts` are those of the interface for the ministry, in the language of the page.
    """
    write = {"contacts": contacts, "rules": rules}
    return BLOCK.sub(lambda block: write[block[1]](ministry, locale, texts) or block[2].rstrip(), markdown)
