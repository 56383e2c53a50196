"""What kind of file each address answers with (media types), by the end of its name. Pure.

Servers know few of the exports, and guess at the letters of a text: so each of them is told all of it.
"""

from __future__ import annotations

OWN = {  # what we export: few servers know it, and the end of a name may be longer than what follows the dot
    ".csl.json": "application/vnd.citationstyles.csl+json",
    ".cdx.json": "application/vnd.cyclonedx+json",
    ".ris": "application/x-research-info-systems",
    ".bib": "application/x-bibtex",
    ".md": "text/markdown",
    ".txt": "text/plain",
    "feed.xml": "application/atom+xml",
}
TYPES = OWN | {
    ".html": "text/html",
    ".htm": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",  # RFC 9239
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webp": "image/webp",
    ".jpg": "image/jpeg",
    ".xml": "application/xml",
    ".gz": "application/gzip",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
}
PACKED = {".png", ".webp", ".jpg", ".gz", ".pdf", ".zip"}  # what does not get smaller


def of(name: str) -> str:
    """The media type of a file, without its parameters: "p3.ris" → "application/x-research-info-systems"."""
    return next((kind for end, kind in TYPES.items() if name.endswith(end)), "text/html")


def whole(kind: str) -> str:
    """A media type as a server sends it: a text says in which letters it is written."""
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


def texts() -> list[str]:
    """The media types of texts, each once: those that are served with their letters."""
    return sorted({kind for kind in TYPES.values() if kind.startswith("text/")})


def shrinking() -> list[str]:
    """The media types of files that get smaller when they are packed."""
    return sorted({kind for end, kind in TYPES.items() if end not in PACKED})
