"""`mkdocs serve`: let its live reload, a script that changes at every request, pass the page's policy."""

from __future__ import annotations

import base64
import hashlib


def allow_last_script(html: bytes) -> bytes:
    """The page with the hash of its last inline script in its policy (CSP level 3, `script-src`)."""
    script = html.rpartition(b"</script>")[0].rpartition(b"<script>")[2]
    digest = base64.b64encode(hashlib.sha256(script).digest())
    return html.replace(b"script-src 'self'", b"script-src 'self' 'sha256-%b'" % digest, 1)


def allow_live_reload(server) -> None:
    """MkDocs has no event for the page that it serves: wrap the method that adds the script."""
    inject = server._inject_js_into_html
    server._inject_js_into_html = lambda content, epoch: allow_last_script(inject(content, epoch))
