"""What can be told of addresses and telephone numbers without the network: form, and slips of the hand."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

HOST = re.compile(r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]", re.IGNORECASE)
# What may stand after the host as it is, in Markdown too (RFC 3986 without quotes and brackets).
REST = re.compile(r"[A-Za-z0-9._~:/?#@!$&*+,;=%-]*")
LOCAL = re.compile(
    r"localhost|.*\.(local|localhost|internal|lan|intern)|127\..*|10\..*|192\.168\..*|"
    r"172\.(1[6-9]|2\d|3[01])\..*|169\.254\..*|0\.0\.0\.0|\[?(::1|f[cd][0-9a-f]{2}:.*|fe80:.*)\]?"
)
IPV4 = re.compile(r"\d{1,3}(\.\d{1,3}){3}")
EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}")
PHONE = re.compile(r"(\+[0-9]|\(?[0-9])[0-9 ()-]*")


def site_fault(address: str) -> str | None:
    """What is wrong with a whole address of the web (http or https). Raises `ValueError` on what is none."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    if "," in parts.netloc:
        return f"address '{address}' has a comma where a dot belongs"
    if LOCAL.fullmatch(host):
        return f"address '{address}' is of a local server, which readers cannot reach"
    if parts.username is not None:
        return f"address '{address}' holds a name before @: leave that out"
    if any(sign.isspace() for sign in address) or not (HOST.fullmatch(host) or IPV4.fullmatch(host)):
        return f"address '{address}' is not whole: write it as https://example.nl/page"
    if parts.port == 0:
        return f"address '{address}' has no port 0"
    return None


def plain_fault(address: str) -> str | None:
    """The same for an address that goes into Markdown and templates as it is: only signs that stay themselves."""
    try:
        fault = site_fault(address)
    except ValueError:
        return f"'{address}' is no address"
    rest = address.partition("://")[2].partition("/")[2]
    if not fault and not REST.fullmatch(rest):
        return f"address '{address}' holds a bracket or quote: write it as a browser copies it, ( as %28"
    return fault


def mail_fault(address) -> str | None:
    """What is wrong with an e-mail address, without `mailto:`."""
    if not isinstance(address, str):
        return "must be one e-mail address, such as gids@example.nl"
    if address.lower().startswith("mailto:"):
        return f"'{address}' says mailto: twice: leave one out"
    if "," in address:
        return f"'{address}' has a comma where a dot belongs"
    return None if EMAIL.fullmatch(address) else f"'{address}' is no e-mail address"


def phone_fault(number) -> str | None:
    """What is wrong with a telephone number: a person must be able to ring it as it stands."""
    if not isinstance(number, str):
        return 'must be text: put it between quotes, phone: "+31 70 123 45 67", or YAML makes another number of it'
    digits = re.sub(r"\D", "", number)
    if not PHONE.fullmatch(number) or not 3 <= len(digits) <= 15 or number.count("(") != number.count(")"):
        return 'must be digits, such as "+31 70 123 45 67"'
    if number.startswith("+") and "(" in number:
        return "holds (0) after +: leave that out, nobody can ring both"
    if number.lstrip("(")[0] not in "+0" and len(digits) > 6:
        return 'must begin with + or 0, such as "+31 70 123 45 67"'
    return None
