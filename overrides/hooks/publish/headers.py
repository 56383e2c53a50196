"""The security policy of the built site: in each page, and as one line for the server.

Nothing may be loaded but from the site itself; what is inline is named by its SHA-256 hash (CSP level 3).
A hash would let in any script that text has become, so the only inline scripts are those that a template in
overrides/ has; a page with another, or with an attribute that runs or styles, stops the build.
A page's own `<meta>` carries what a meta element can; what the build writes for servers (`servers.py`)
carries all of it, for every page at once.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from publish.swap import Refused
from selectolax.lexbor import LexborHTMLParser

SCRIPT = re.compile(r"<script\b(?![^>]*\bsrc=)[^>]*>(.+?)</script>", re.DOTALL)  # in a template
META = '<meta http-equiv="Content-Security-Policy"'
HEAD = re.compile(r"<head\b[^>]*>(\s*<meta charset=[^>]*>)?")
RUNS = {"", "module", "text/javascript", "speculationrules"}  # types that are not mere data
DATA = "application/ld+json"  # the one type of ours that does not run
FILLED_IN = re.compile(r"{{.*?}}|{%.*?%}|{#.*?#}", re.DOTALL)  # by Jinja


def digest(text: str) -> str:
    """The source expression of an inline script or style."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def inline(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """The inline scripts that run and the inline styles of a page, as (its tag, its text)."""
    for node in tree.css("script:not([src]), style"):
        kind, text = (node.attributes.get("type") or "").lower(), node.text()
        if text and (node.tag == "style" or kind in RUNS):
            yield node.tag, text


def scripts_of(theme: Path) -> tuple[re.Pattern, ...]:
    """The inline scripts of the templates in the folder overrides/: each a pattern of what it may become, in
    which Jinja fills in an address of the site and nothing else."""
    found = []
    for path in sorted(theme.rglob("*.html")):
        for text in SCRIPT.findall(path.read_text(encoding="utf-8")):
            parts = (re.escape(part) for part in FILLED_IN.split(text.strip()))
            found.append(re.compile(r"[\w./-]*".join(parts)))
    return tuple(found)


def foreign(tree: LexborHTMLParser, known: tuple[re.Pattern, ...]) -> Iterator[str]:
    """What a page has that runs or styles and that no template of ours put there."""
    for node in tree.css("script"):
        source, kind = node.attributes.get("src"), (node.attributes.get("type") or "").lower()
        if source is not None and re.match(r"[a-z+.-]*:|[/\\]{2}", source.strip(), re.IGNORECASE):
            yield f"the script from '{source[:60]}'"
        text = node.text().strip()
        if source is None and kind != DATA and text and not any(one.fullmatch(text) for one in known):
            yield f"the script '{text[:60]}'"
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            address = re.sub(r"[\x00-\x20]", "", value or "").lower()
            if name.startswith("on") or name in ("style", "srcdoc") or address.startswith("javascript:"):
                yield f"the attribute {name}='{(value or '')[:60]}'"


def hashes(tree: LexborHTMLParser) -> dict[str, set[str]]:
    """The hashes of a page's inline scripts and styles: `{"script": {...}, "style": {...}}`."""
    found = {"script": set(), "style": set()}
    for tag, text in inline(tree):
        found[tag].add(digest(text))
    return found


def policy(inline: dict[str, set[str]], frame_ancestors: str = "") -> str:
    """The policy that allows these hashes; `frame_ancestors`, for a server, says who may frame a page."""
    scripts, styles = (" ".join(["'self'", *sorted(inline[kind])]) for kind in ("script", "style"))
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {scripts}",
            f"style-src {styles}",
            "img-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
            *([f"frame-ancestors {frame_ancestors}"] if frame_ancestors else []),
        ]
    )


def with_policy(html: str, found: dict[str, set[str]]) -> str:
    """The page with a policy for these hashes, before anything that the policy is about."""
    return HEAD.sub(lambda head: f'{head[0]}{META} content="{policy(found)}">', html, count=1)


@lru_cache(maxsize=1024)  # for `serve`, which makes most pages as they were
def judged(html: str, known: tuple[re.Pattern, ...]) -> tuple[dict[str, set[str]], str]:
    """The hashes of a page, and what it has that runs and is not `known`, "" if nothing."""
    tree = LexborHTMLParser(html)
    return hashes(tree), next(foreign(tree, known), "")


def protect(site: Path, frame_ancestors: str, known: tuple[re.Pattern, ...]) -> str:
    """Give each page of a built site that has no policy its own, and return that of all of them.

    `known` are the inline scripts of the site. Raises `Refused` on a page with anything else that runs.
    """
    every = {"script": set(), "style": set()}
    for path in sorted(site.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        found, what = judged(html, known)
        if what:
            page = path.relative_to(site).as_posix()
            raise Refused(f"{page}: {what} is of no template in overrides/: find the text that it came from")
        for kind in every:
            every[kind] |= found[kind]
        if META not in html:
            path.write_text(with_policy(html, found), encoding="utf-8", newline="\n")
    return policy(every, frame_ancestors)
