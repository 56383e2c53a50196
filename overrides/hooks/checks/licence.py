"""The licence of the settings is the one that readers are told of."""

from __future__ import annotations

from collections.abc import Iterator

from content.model import Guide, Problem
from content.settings import Licence
from content.settings_files import SettingsFiles
from selectolax.lexbor import LexborHTMLParser

ABOUT = "over.md"


def problems(settings: SettingsFiles, guide: Guide) -> Iterator[Problem]:
    """Pages about the site that do not link to the licence which the data and the metadata name."""
    url = settings.get("extra.licence.url", str) or Licence().url
    for (_, name), page in guide.pages.items():
        links = [link.attributes["href"] for link in LexborHTMLParser(page.html).css("a[href]")]
        if name == ABOUT and url not in links:
            yield page.problem(0, f"does not name the licence of the settings: link to {url}")
