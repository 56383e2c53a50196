"""The security policy of the built site: in each page, and as files for the server.

Nothing may be loaded but from the site itself; what is inline is named by its SHA-256 hash (CSP level 3).
A page's own `<meta>` carries what a meta element can; `_headers` (Netlify, Cloudflare Pages and others) and
`headers.nginx.conf` carry all of it, for every page at once.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

INLINE = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1>", re.DOTALL)
HEAD = re.compile(r"<head\b[^>]*>(\s*<meta charset=[^>]*>)?")
TYPE = re.compile(r"""\btype=["']?([^\s"'>]+)""")
RUNS = {"", "module", "text/javascript", "speculationrules"}  # types that are not mere data
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def digest(text: str) -> str:
    """The source expression of an inline script or style."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def hashes(html: str) -> dict[str, set[str]]:
    """The hashes of a page's inline scripts and styles: `{"script": {...}, "style": {...}}`."""
    found = {"script": set(), "style": set()}
    for kind, attributes, text in INLINE.findall(html):
        named = TYPE.search(attributes)
        runs = kind == "style" or (named[1] if named else "") in RUNS
        if runs and text and not re.search(r"\bsrc=", attributes):
            found[kind].add(digest(text))
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


def with_policy(html: str) -> str:
    """The page with its policy before anything that the policy is about."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(hashes(html))}">'
    return HEAD.sub(lambda head: head[0] + meta, html, count=1)


def server_files(headers: dict[str, str]) -> dict[str, str]:
    """The headers as files, by name."""
    lines = "".join(f"  {name}: {value}\n" for name, value in headers.items())
    nginx = "".join(f'add_header {name} "{value}" always;\n' for name, value in headers.items())
    return {"_headers": f"/*\n{lines}", "headers.nginx.conf": nginx}


def protect(site: Path, frame_ancestors: str) -> None:
    """Give each page of a built site its policy, and the server the policy of all."""
    every = {"script": set(), "style": set()}
    for path in sorted(site.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        for kind, found in hashes(html).items():
            every[kind] |= found
        path.write_text(with_policy(html), encoding="utf-8")
    headers = {"Content-Security-Policy": policy(every, frame_ancestors), **ALWAYS}
    for name, text in server_files(headers).items():
        (site / name).write_text(text, encoding="utf-8")
