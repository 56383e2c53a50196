"""The styles that are files: for paper, and of what not every page has. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from content import addresses, style
from content.site import Site


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """They, as paths from the root and bytes."""
    accent, theme = site.settings.ministry.accent, site.theme
    yield addresses.PAPER_STYLE, style.paper(theme).encode()
    yield addresses.STYLE, style.sheet(accent, theme).encode()
    yield addresses.TOOLS_STYLE, style.besides(theme, style.TOOLS).encode()
    yield addresses.KIT_STYLE, style.besides(theme, style.KIT).encode()
    yield addresses.CATALOGUE_STYLE, style.besides(theme, style.CATALOGUE).encode()
    yield addresses.FRAMED_STYLE, style.framed(accent, theme).encode()
