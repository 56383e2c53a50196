"""The files of static hosts (Netlify, Cloudflare Pages and others): `_headers` and `_redirects`. Pure.

They stand at the root of what such a host serves. It sends the 404.html of the nearest folder and packs files
by itself; the language of a browser leads nowhere there: that part is for nginx and Caddy only.
"""

from __future__ import annotations

from content import mime
from publish.answers import REVALIDATE, Answers


def headers(answers: Answers) -> str:
    """`_headers`; a host that takes `*` at the end of a path only passes over the media types."""
    named = answers.headers | {"Cache-Control": REVALIDATE}
    lines = "".join(f"  {name}: {value}\n" for name, value in named.items())
    kinds = (f"/*{end}\n  Content-Type: {mime.whole(kind)}\n" for end, kind in mime.OWN.items())
    return f"/*\n{lines}" + "".join(kinds)


def redirects(answers: Answers) -> str:
    """`_redirects`: every address that leads on."""
    return "".join(f"{at} {target} {status}\n" for at, target, status in answers.both_forms)
