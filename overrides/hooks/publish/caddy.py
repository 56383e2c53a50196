"""The configuration of Caddy 2: one file, for a site block to import. Pure."""

from __future__ import annotations

import re

from content import mime
from content.security_txt import PATH as SECURITY
from publish.answers import FOLDER, FOR_GOOD, HIDDEN, MISSING, REVALIDATE, Answers

HEAD = """\
# The site on Caddy. Every build writes this file anew, with its policy: build, then `caddy reload`.
#
#   {host} {{
#       root * /srv/www            # the site itself is in {folder}
#       import {folder}{place}Caddyfile
#   }}
"""
NAMELESS = "header @guide -Server\n"  # apart: Caddy would set the others last, over what is more exact
WISH = """\
@guide_home path {base}
header @guide_home Vary "Accept-Language, Referer"
"""
CHOICE = """\
@guide_{name} {{  # unless the reader comes from the site itself
	path {base}
	header_regexp Accept-Language (?i)^\\s*{name}\\b
	not expression {{http.request.header.Referer}}.contains('://' + {{http.request.hostport}} + '/')
}}
redir @guide_{name} {base}{name}/ 302
"""
FAULT = """\
	@missing{number} path {at}*
	handle @missing{number} {{
		rewrite * {at}{missing}
		header Content-Type "text/html; charset=utf-8"
		header Cache-Control "{cache}"
		header -Server
		file_server
	}}
"""


def block(opening: str, lines: list[str]) -> str:
    """Lines between braces."""
    return f"{opening} {{\n" + "".join(f"\t{line}\n" for line in lines) + "}\n"


def headers(answers: Answers) -> str:
    """The headers of every answer below the site's path."""
    named = answers.headers | {"Cache-Control": REVALIDATE}
    return block("header @guide", [*(f'{name} "{value}"' for name, value in named.items())]) + NAMELESS


def kinds(answers: Answers) -> str:
    """The media types by the end of a name: the longest end comes last, and so holds."""
    lines = []
    for number, (end, kind) in enumerate(sorted(mime.TYPES.items(), key=lambda one: len(one[0]))):
        pattern = f"^{re.escape(answers.base)}.*{re.escape(end)}$"
        lines.append(f"@guide_kind{number} path_regexp {pattern}\n")
        lines.append(f'header @guide_kind{number} Content-Type "{mime.whole(kind)}"\n')
    return "".join(lines)


def hidden(answers: Answers) -> str:
    """What no reader is served."""
    names = "|".join(re.escape(name) for name in HIDDEN)
    rules = [f"path_regexp /\\.|^{re.escape(answers.base)}({names})", f"not path {answers.base}.well-known/*"]
    return block("@guide_hidden", rules) + "error @guide_hidden 404\n"


def outside(answers: Answers) -> str:
    """What is asked for outside of the site's own path and still belongs to it."""
    if answers.base == "/" or not answers.security:
        return ""
    return f"redir /{SECURITY} {answers.base}{SECURITY} 301\n"


def wish(answers: Answers) -> str:
    """The address of the site itself in the language of the browser, "" unless that was asked for."""
    if not answers.by_browser:
        return ""
    names = [folder.rstrip("/") for folder in answers.languages]
    choices = "".join(CHOICE.format(base=answers.base, name=name) for name in names)
    return WISH.format(base=answers.base) + choices


def faults(answers: Answers) -> str:
    """The page of each language for an address that is none, the deepest folder first."""
    folders = [*answers.languages, ""]
    each = (
        FAULT.format(number=number, at=answers.base + folder, missing=MISSING, cache=REVALIDATE)
        for number, folder in enumerate(folders)
    )
    return "handle_errors {\n" + "".join(each) + "}\n"


def text(answers: Answers) -> str:
    """The whole file."""
    base = answers.base
    bare, styles = base.rstrip("/"), f"^{re.escape(base)}edities/[^/]+/style/"
    moved = "".join(f"redir {at} {target} {status}\n" for at, target, status in answers.both_forms)
    return (
        HEAD.format(host=answers.host, folder=f"/srv/www{base}", place=FOLDER)
        + (f"@guide path {bare} {base}*\nredir {bare} {base} 301\n" if bare else "@guide path *\n")
        + headers(answers)
        + f"@guide_styles path_regexp {styles}\n"
        + f'header @guide_styles Cache-Control "{FOR_GOOD}"\n'
        + kinds(answers)
        + wish(answers)
        + outside(answers)
        + moved
        + hidden(answers)
        + "encode @guide zstd gzip\n"
        + block("file_server @guide", ["precompressed br gzip"])  # compress.py makes those files
        + faults(answers)
    )
