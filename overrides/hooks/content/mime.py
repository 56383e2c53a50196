"""What kind of file each export is (media types), by the end of its name; servers know few of them. Pure."""

from __future__ import annotations

import re

TYPES = {
    ".csl.json": "application/vnd.citationstyles.csl+json",
    ".ris": "application/x-research-info-systems",
    ".bib": "application/x-bibtex",
    ".md": "text/markdown; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    "feed.xml": "application/atom+xml",
}


def of(name: str) -> str:
    """The media type of a file, without its parameters: "p3.ris" → "application/x-research-info-systems"."""
    found = (kind.partition(";")[0] for end, kind in TYPES.items() if name.endswith(end))
    return next(found, "application/json" if name.endswith(".json") else "text/html")


def headers_file() -> str:
    """Rules for `_headers`; a host that takes `*` at the end of a path only passes over them."""
    return "".join(f"/*{end}\n  Content-Type: {kind}\n" for end, kind in TYPES.items())


def nginx() -> str:
    """Rules for the server block of nginx, each in place of its own list of types for these files only."""
    rule = 'location ~ {}$ {{ types {{ }} default_type "{}"; }}\n'
    return "".join(rule.format(re.escape(end), kind) for end, kind in TYPES.items())
