"""`mkdocs serve`: quick to see a change, calm about a fault, and clear about what it cannot do by itself.

MkDocs has no events for any of this: these functions change the server that `on_serve` is handed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
from later import Later, asking, of_command
from mkdocs.exceptions import Abort
from publish import livereload

LOOK = 0.15  # seconds between two looks at the files; MkDocs waits 0.5
SETTLE = 0.05  # seconds without a further change before a build; MkDocs waits 0.1
RESTART = "{} changed: stop mkdocs serve (Ctrl-C) and start it again, for code is read at the start only"


def prepare(server, code: Path, before: Callable[[], None]) -> None:
    """All of it; `code` is the folder of these modules, `before` is called before each build."""
    later = of_command() or Later()
    livereload.allow_live_reload(server)
    look_often(server)
    server.server_bind = told_when_taken(server)
    server.builder = calm(server.builder, before, code, later)
    server._serve_request = asking(server._serve_request, later)


def look_often(server) -> None:
    """A sentence that was saved is on the screen before the reader looks up."""
    server.build_delay = SETTLE
    server.observer._timeout = LOOK  # of what is yet to be watched
    for emitter in server.observer.emitters:
        emitter._timeout = LOOK


def told_when_taken(server) -> Callable[[], None]:
    """The server's binding to its address; one line when another program has it."""
    bind = server.server_bind

    def bound() -> None:
        try:
            bind()
        except OSError as error:
            host, port = server.server_address[:2]
            hint = f"stop what serves there, or take another: --dev-addr {host}:{port + 1}"
            raise Abort(f"{server.url} cannot be served ({error.strerror}): {hint}") from None

    return bound


def code_times(folder: Path) -> dict[str, int]:
    """When each module of a folder was last written, by its path there."""
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*.py")}


def calm(build: Callable, before: Callable, code: Path, later: Later) -> Callable[[], None]:
    """The build of a change: a fault is told, and what was served before stays until the next good build."""
    begun = code_times(code)

    def built() -> None:
        now = code_times(code)
        for name in sorted(name for name in begun | now if begun.get(name) != now.get(name)):
            click.echo(RESTART.format(code / name), err=True)
        begun.update(now)
        try:
            before()
            with later.lock:
                build()
        except Abort as error:
            click.echo(f"{error}\nStill served as it was before", err=True)

    return built
