"""What `mkdocs serve` makes only when a browser asks for it, so that a changed sentence shows at once.

It waits in what click keeps for one run of a command: MkDocs loads build.py anew for every build.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

import click


class Later:
    """One thing that waits, and the lock of whoever writes into the folder that is served."""

    def __init__(self):
        self.lock = threading.RLock()
        self.waiting: Callable[[], None] | None = None

    def make(self) -> None:
        """Make what waits, once; a fault is told, for what was asked for is then not there."""
        with self.lock:
            make, self.waiting = self.waiting, None
            try:
                if make:
                    make()
            except Exception as error:  # whatever it is: the pages are there, and the server goes on
                click.echo(f"What stands beside the pages could not be made: {error}", err=True)


def of_command() -> Later | None:
    """What waits in this run of `mkdocs serve`; None under any other command, which makes all of it now."""
    context = click.get_current_context(silent=True)
    if context is None or context.info_name != "serve":
        return None
    return context.meta.setdefault(__name__, Later())


def wait_for(make: Callable[[], None]) -> bool:
    """Have it made when it is asked for; False where nobody will ask."""
    later = of_command()
    if later:
        later.waiting = make
    return later is not None


def stop() -> bool:
    """Let what is being made come to its end, and nothing more begin; False where nothing was served."""
    later = of_command()
    if later:
        with later.lock:
            later.waiting = None
    return later is not None


def asking(answer: Callable, later: Later) -> Callable:
    """A server's answer to a request: when it has none, what waits is made, and it looks once more."""

    def answered(environ, start_response):
        found = answer(environ, start_response)
        if found is None:
            later.make()
            found = answer(environ, start_response)
        return found

    return answered
