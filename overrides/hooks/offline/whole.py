"""The whole site in one zip that works by double click. Pure.

At the top stand one page to open and one folder: nobody looks for the page among two hundred folders.
"""

from __future__ import annotations

from collections.abc import Iterator

from offline import folder, packed, scripts
from offline.made import BOTH, Made, Source

INSIDE = "site/"
START = """<!doctype html>
<html lang="{language}">
  <head>
    <meta charset="utf-8">
    <title>{title}</title>
    <meta http-equiv="refresh" content="0; url=site/index.html">
  </head>
  <body><p><a href="site/index.html">{title}</a></p></body>
</html>
"""


def files(source: Source) -> Iterator[Made]:
    """It."""
    site = source.site
    found = folder.files(source.files, site.settings.root, scripts.bundle(site.theme))
    name = source.name(BOTH, "zip")
    top = name.removesuffix(".zip") + "/"
    start = START.format(language=site.default, title=site.name(site.default))
    inside = {f"{top}{INSIDE}{path}": data for path, data in found.items()}
    yield Made(name, BOTH, "whole", packed.pack(inside | {f"{top}index.html": start.encode()}))
