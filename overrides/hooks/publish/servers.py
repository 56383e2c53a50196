"""What the build writes for whoever serves the site: complete for each server, as it is."""

from __future__ import annotations

from collections.abc import Iterator

from publish import caddy, nginx, object_storage, static_host
from publish.answers import FOLDER, Answers


def files(answers: Answers) -> Iterator[tuple[str, bytes]]:
    """The configurations, as paths from the root and bytes."""
    yield "_headers", static_host.headers(answers).encode()
    yield "_redirects", static_host.redirects(answers).encode()
    yield f"{FOLDER}nginx.conf", nginx.text(answers).encode()
    yield f"{FOLDER}Caddyfile", caddy.text(answers).encode()
    yield f"{FOLDER}{object_storage.NAME}", object_storage.text(answers).encode()
