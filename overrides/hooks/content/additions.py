"""What the build adds to a page's Markdown: a ministry's own words, and then the notes. Pure."""

from __future__ import annotations

from content import ministry, notes
from content.settings import Ministry
from content.sources import Sources


def complete(markdown: str, locale: str, block: Ministry, sources: Sources, texts) -> str:
    """A page's Markdown as it is rendered, for the pages of the site and for the model of the guide alike.

    `block` and `sources` are what mkdocs.yml and docs/sources.yml hold; `texts` are those of the interface.
    """
    return notes.with_notes(ministry.fill(markdown, block, locale, texts.ministry), sources, locale, texts)
