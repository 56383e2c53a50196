"""A ministry's own rules and contacts, in the place of the neutral text between two marks:

    <!-- ministry: contacts security manager -->
    Neutral text, for a guide in which no ministry has filled anything in; it may be left out.
    <!-- /ministry -->

A mark may name whom it is about, in the order of the list; without names all contacts stand there.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from content import addresses
from content.settings import Ministry, say

URGENCY = ("security", "communication", "adviser", "manager")  # a threat, uproar, a dilemma, other help
BLOCK = re.compile(
    rf"<!-- ministry: (contacts(?: (?:{'|'.join(URGENCY)}))*|rules) -->\n(.*?)<!-- /ministry -->", re.DOTALL
)
LIST = """<div class="contacts" markdown>

{}

{}

</div>"""


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
    if phone := contact.get("phone"):
        ways.append(f"[{plain(phone)}](tel:{re.sub('[^0-9+]', '', phone)})")
    if email := contact.get("email"):
        ways.append(f"[{plain(email)}](mailto:{address(email)})")
    if hours := plain(say(contact.get("hours"), locale)):
        ways.append(hours)
    return f"- {roles[contact['role']]}: {', '.join(ways)}"


def contacts(ministry: Ministry, roles: list[str], locale: str, texts) -> str:
    """The contacts with one of these roles, in that order, or else all, most urgent first; "" without any."""
    listed = [one for role in roles or URGENCY for one in ministry.contacts if one["role"] == role]
    if not listed:
        return ""
    lines = "\n".join(contact_line(one, locale, texts.roles) for one in listed)
    name = plain(say(ministry.name, locale))
    return LIST.format(texts.ask.format(name=f" ({name})" if name else ""), lines)


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

    def own(block: re.Match) -> str:
        what, *roles = block[1].split(" ")
        given = (ministry, roles) if what == "contacts" else (ministry,)
        return write[what](*given, locale, texts) or block[2].rstrip()

    return BLOCK.sub(own, markdown)
