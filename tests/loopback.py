"""Serves a built site on loopback, as a plain web server would."""

from __future__ import annotations

import contextlib
import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder in silence, with the 404 page of the language asked for."""

    def log_message(self, *args):
        pass

    def send_error(self, code, message=None, explain=None):
        root = Path(self.directory)
        page = root / "en/404.html" if self.path.startswith("/en/") else root / "404.html"
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        return None


class Server(http.server.ThreadingHTTPServer):
    """Says nothing of what a browser breaks off as it goes on to another page."""

    def handle_error(self, request, client_address):
        pass


@contextlib.contextmanager
def served(site: Path) -> Iterator[str]:
    """The address, ending in a slash, at which a site is served for as long as this lasts."""
    server = Server(("127.0.0.1", 0), functools.partial(Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
