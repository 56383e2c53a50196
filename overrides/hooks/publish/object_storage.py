"""What an upload to object storage (S3) has to know of each file, as data. Pure.

Such storage answers a file with the media type and caching that were given with it, and leads on where that
was given; it knows no other headers, so a CDN before it adds those. Each page has its own policy besides, in
a `<meta>`. `upload.py` reads this file.
"""

from __future__ import annotations

import json

from content import mime
from content.security_txt import PATH as SECURITY
from publish.answers import FOR_GOOD, HIDDEN, REVALIDATE, Answers

NAME = "objects.json"


def rules(answers: Answers) -> dict:
    """The rules: of ends and beginnings of a name the longest holds."""
    leads = {at: target for at, target, _ in answers.both_forms}
    if answers.security and answers.base != "/":  # the standard has it at the root of the host
        leads[f"/{SECURITY}"] = answers.base + SECURITY
    return {
        "base": answers.base,
        "types": {end: mime.whole(kind) for end, kind in mime.TYPES.items()},
        "caching": {"": REVALIDATE, "edities/*/style/": FOR_GOOD},
        "left_out": [*HIDDEN],
        "leads": leads,
        "headers_of_the_cdn": answers.headers,
    }


def text(answers: Answers) -> str:
    """The whole file."""
    return json.dumps(rules(answers), indent=1, ensure_ascii=False) + "\n"
