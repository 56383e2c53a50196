"""What is said at the end of a build that went well: no fault, but better known before readers come."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from content.site import Site

NOWHERE = re.compile(r"(.*\.)?(example|invalid|test|localhost)(\.(com|net|org))?")  # RFC 2606


def remarks(site: Site, today: datetime.date) -> Iterator[str]:
    """One line each. That a day is still to come does not stop the build: the same files give the same site on
    every day."""
    root = site.settings.root
    if NOWHERE.fullmatch(urlsplit(root).hostname or ""):
        yield (
            f"Short links, citations and QR codes carry {root}, an address that does not exist: "
            "set site_url in mkdocs.yml before you publish"
        )
    security = site.settings.security
    if security and not 30 <= (security.expires - today).days <= 366:
        yield (
            f"security.txt holds until {security.expires}: RFC 9116 asks for less than a year, and once the day "
            "is past the build stops; see extra.security.expires"
        )
    for page in site.guide.pages.values():
        if page.meta["reviewed"] > today:
            name = page.path.relative_to(site.project).as_posix()
            yield f"{name}: reviewed is {page.meta['reviewed']}, a day that is still to come"
