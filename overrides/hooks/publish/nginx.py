"""The configuration of nginx, without modules: one file, for a server block to include. Pure."""

from __future__ import annotations

import re

from content import mime
from content.security_txt import PATH as SECURITY
from publish.answers import FOLDER as PLACE
from publish.answers import FOR_GOOD, HIDDEN, MISSING, REVALIDATE, Answers

HEAD = """\
# The site on nginx. Every build writes this file anew, with its policy: build, then `nginx -s reload`.
#
#   server {{
#       listen 443 ssl;            # with your certificate
#       server_name {host};
#       root /srv/www;             # the site itself is in {folder}
#       include {folder}{place}nginx.conf;
#       # brotli_static on;        # only with the module of that name: nginx itself sends gzip
#   }}
#
# nginx drops every add_header that a location inherits once that location has one of its own. So none in here
# has: what differs from one to another is a variable. A header more goes into the list in answers.py, in
# overrides/hooks/publish; a location that you add in your own file has none of these headers.
"""
WISH = """\
    location = {base} {{  # in the language of the browser, unless the reader comes from the site itself
        set $guide_vary "Accept-Language, Referer";
        set $guide_wish $http_accept_language;
        set $guide_from "$http_host $http_referer";
        if ($guide_from ~* "^(\\S+) https?://\\1/") {{ set $guide_wish ""; }}
{choices}        try_files {base}index.html =404;
    }}
"""


def kinds() -> str:
    """The media types by the end of a name, in place of nginx's own list; its ends have no dot within."""
    simple = {end[1:]: kind for end, kind in mime.TYPES.items() if re.fullmatch(r"\.\w+", end)}
    return "".join(f"        {kind} {end};\n" for end, kind in simple.items())


def longer_kinds() -> str:
    """A location for each end of a name that nginx's list cannot hold: `.csl.json`, `feed.xml`."""
    ends = {end: kind for end, kind in mime.OWN.items() if not re.fullmatch(r"\.\w+", end)}
    rule = '    location ~ "{}$" {{ types {{ }} default_type {}; }}\n'
    return "".join(rule.format(re.escape(end), kind) for end, kind in ends.items())


def but_pages(kinds: list[str]) -> str:
    """Media types for a list of nginx, which holds that of pages already."""
    return " ".join(kind for kind in kinds if kind != "text/html")


def headers(answers: Answers) -> str:
    """The headers, those of an answer that is a fault too (`always`); nginx leaves out one that is empty."""
    named = answers.headers | {"Cache-Control": "$guide_cache", "Vary": "$guide_vary"}
    lines = [f'    add_header {name} "{value}" always;\n' for name, value in named.items()]
    return "".join(lines) + "    server_tokens off;\n    absolute_redirect off;\n"


def variables(answers: Answers) -> str:
    """What differs from one address to another."""
    rule = 'if ($uri ~ "^{}") {{ set $guide_missing {}{}; }}\n'
    folders = [answers.base + folder for folder in ("", *answers.languages)]
    missing = "".join(rule.format(re.escape(at), at, MISSING) for at in folders)
    return f'set $guide_cache "{REVALIDATE}";\nset $guide_vary "";\n' + missing


def outside(answers: Answers) -> str:
    """What is asked for outside of the site's own path and still belongs to it."""
    if answers.base == "/":
        return ""
    leads = {answers.base.rstrip("/"): answers.base}
    if answers.security:  # the standard has it at the root of the host
        leads[f"/{SECURITY}"] = answers.base + SECURITY
    block = "location = {} {{\n{}    return 301 {};\n}}\n"
    return "".join(block.format(at, headers(answers), target) for at, target in leads.items())


def wish(answers: Answers) -> str:
    """The address of the site itself in the language of the browser, "" unless that was asked for."""
    rule = '        if ($guide_wish ~* "^\\s*{}\\b") {{ return 302 {}{}; }}\n'
    names = ((folder.rstrip("/"), answers.base, folder) for folder in answers.languages)
    choices = "".join(rule.format(*one) for one in names)
    return WISH.format(base=answers.base, choices=choices) if answers.by_browser else ""


def text(answers: Answers) -> str:
    """The whole file."""
    base, hidden = answers.base, "|".join(re.escape(name) for name in HIDDEN)
    moved = "".join(f"    location = {at} {{ return {to[1]} {to[0]}; }}\n" for at, *to in answers.both_forms)
    return (
        HEAD.format(host=answers.host, folder=f"/srv/www{base}", place=PLACE)
        + variables(answers)
        + outside(answers)
        + f"location ^~ {base} {{\n"
        + headers(answers)
        + f"    charset utf-8;\n    charset_types {but_pages(mime.texts())};\n"
        + "    gzip on;\n    gzip_static on;  # compress.py makes those files\n"
        + "    gzip_vary on;\n    gzip_proxied any;\n    gzip_min_length 1024;\n"
        + f"    gzip_types {but_pages(mime.shrinking())};\n"
        + f"    types {{\n{kinds()}    }}\n    default_type application/octet-stream;\n"
        + "    index index.html;\n    error_page 403 404 =404 $guide_missing;\n"
        + f'    location ~ "/\\.(?!well-known/)|^{re.escape(base)}({hidden})" {{ return 404; }}\n'
        + f'    location ~ "^{re.escape(base)}edities/[^/]+/style/" {{ set $guide_cache "{FOR_GOOD}"; }}\n'
        + longer_kinds()
        + wish(answers)
        + moved
        + "}\n"
    )
