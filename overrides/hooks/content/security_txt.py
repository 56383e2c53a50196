"""security.txt: where someone who finds a weak spot of the site can tell that (RFC 9116). Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

PATH = ".well-known/security.txt"
MARK = "# Written by the build of this site.\n"  # one without it was put there by someone else


@dataclass(frozen=True)
class Security:
    """Whom to tell, most wanted first, and until which day that holds."""

    contact: str | list[str]
    expires: date
    policy: str = ""  # the address of what you promise to who tells you

    @property
    def contacts(self) -> list[str]:
        """Each contact as an address: an e-mail address becomes `mailto:`."""
        given = [self.contact] if isinstance(self.contact, str) else self.contact
        return [one if one.startswith("https://") else f"mailto:{one}" for one in given]


def is_ours(data: bytes) -> bool:
    """Whether a build wrote this file."""
    return data.startswith(MARK.encode())


def text(security: Security, root: str, locales: tuple[str, ...]) -> str:
    """The file of the site at `root`; it may be asked for at the root of the host too, where it belongs."""
    parts = urlsplit(root)
    places = dict.fromkeys([f"{parts.scheme}://{parts.netloc}/{PATH}", root + PATH])
    fields = [("Contact", one) for one in security.contacts]
    fields.append(("Expires", f"{security.expires.isoformat()}T23:59:59Z"))
    fields.append(("Preferred-Languages", ", ".join(locales)))
    fields += [("Canonical", place) for place in places if place.startswith("https://")]
    fields += [("Policy", security.policy)] if security.policy else []
    return MARK + "".join(f"{name}: {value}\n" for name, value in fields)
