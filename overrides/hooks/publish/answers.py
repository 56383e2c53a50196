"""What a server answers for the site, whichever server it is: its headers and where addresses lead. Pure.

nginx.py, caddy.py and static_host.py each write it in the words of a server.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from content import addresses
from content.site import Site
from publish.swap import Refused

LONGEST = 2000  # characters of a header with its name, at Cloudflare Pages, the strictest of the static hosts
YEAR = 31536000  # seconds
REVALIDATE = "no-cache"  # kept, and asked for again each time: no reader gets a page of before a build
FOR_GOOD = f"public, max-age={YEAR}, immutable"  # the name of the file holds the hash of what is in it
MISSING = "404.html"
FOLDER = "server/"  # in the site: what is for its server
HIDDEN = (FOLDER, "_headers", "_redirects")  # no reader is served them, nor what begins with a dot


@dataclass(frozen=True)
class Answers:
    """What is the same whichever server answers."""

    host: str
    base: str  # the path of the site, which begins and ends in a slash
    policy: str
    framers: str  # the sources of `frame-ancestors`
    moved: tuple[tuple[str, str, int], ...]  # address, target and status, as whole paths
    languages: tuple[str, ...]  # the folders of the languages besides the first: "en/"
    hsts: bool = False
    by_browser: bool = False  # whether the address of the site itself answers in the language of the browser
    security: bool = False  # whether there is a security.txt

    @property
    def headers(self) -> dict[str, str]:
        """The headers of every answer, those of a fault and a redirect too."""
        found = {
            "Content-Security-Policy": self.policy,
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
        }
        # For browsers that do not know frame-ancestors; it cannot name another site, so then it is left out.
        if old := {"'self'": "SAMEORIGIN", "'none'": "DENY"}.get(self.framers):
            found["X-Frame-Options"] = old
        if self.hsts:
            found["Strict-Transport-Security"] = f"max-age={YEAR}"
        return found

    @property
    def both_forms(self) -> list[tuple[str, str, int]]:
        """Every address that leads on, with and without its last slash: each leads there in one step."""
        return [(form, target, status) for at, target, status in self.moved for form in (at, at.rstrip("/"))]


def of(site: Site, policy: str, moved: list[tuple[str, str, int]]) -> Answers:
    """The answers of a site. Raises `Refused` on a policy that is longer than hosts take."""
    parts, settings = urlsplit(site.settings.root), site.settings
    size = len(f"Content-Security-Policy: {policy}")
    if size > LONGEST:
        raise Refused(
            f"{FOLDER}: the line of the policy has {size} characters and hosts take {LONGEST}: "
            "name fewer sites in extra.frame_ancestors, or move an inline script of a template to a file"
        )
    return Answers(
        host=parts.netloc,
        base=parts.path,
        policy=policy,
        framers=settings.frame_ancestors,
        moved=tuple(moved),
        languages=tuple(addresses.folder(each) for each in site.locales[1:]),
        hsts=settings.server.hsts,
        by_browser=settings.server.language_of_browser,
        security=settings.security is not None,
    )
