"""nginx and Caddy on loopback, with the configuration that the build writes: for tests marked `servers`."""

from __future__ import annotations

import contextlib
import http.client
import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from on_servers import configured
from on_servers.configured import HOST


@dataclass(frozen=True)
class Answer:
    """One answer as it came over the wire; names of headers in small letters."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def all(self, name: str) -> list[str]:
        """Every value of a header."""
        return [value for key, value in self.headers if key == name]

    def __getitem__(self, name: str) -> str:
        """The one value of a header, "" without it."""
        [value] = self.all(name) or [""]
        return value


def ask(wire: http.client.HTTPConnection, path: str, method: str, headers: dict[str, str]) -> Answer:
    """One question over a connection of its own."""
    with contextlib.closing(wire):
        wire.request(method, path, headers=headers)
        got = wire.getresponse()
        return Answer(got.status, [(key.lower(), value) for key, value in got.getheaders()], got.read())


@dataclass
class Server:
    """A server that is up: `reload()` has it read its configuration again without dropping anyone."""

    name: str
    port: int
    base: str
    root: Path
    again: list[str]
    plain: int = 0  # its other port: that leads to https or, without a certificate, gives the files bare
    trusted: Path | None = None  # the certificate, when it speaks https
    host: str = HOST

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path below the site's own; `accept_language="en"` is a header."""
        return self.whole(self.base + path, method, **headers)

    def whole(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path of the host."""
        named = {key.replace("_", "-"): value for key, value in headers.items()}
        return ask(self.wire(), path, method, {"Host": self.host} | named)

    def unsafe(self, path: str) -> Answer:
        """Ask for a path of the host without https."""
        wire = http.client.HTTPConnection("127.0.0.1", self.plain, timeout=20)
        return ask(wire, path, "GET", {"Host": self.host})

    def wire(self) -> http.client.HTTPConnection:
        """A connection. Raises `ssl.SSLCertVerificationError` on a certificate that is not to be trusted."""
        if not self.trusted:
            return http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        trust = ssl.create_default_context(cafile=self.trusted)
        return http.client.HTTPSConnection("127.0.0.1", self.port, timeout=20, context=trust)

    def reload(self) -> None:
        """Read the configuration again, which Caddy only does when it changed. Raises `CalledProcessError`
        when the server refuses it."""
        subprocess.run(self.again, check=True, capture_output=True)


def free_port() -> int:
    """A port on loopback that nobody listens to."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def program(name: str) -> str:
    """The path of a server's program; fails, never skips, as these tests were asked for by their mark."""
    path = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    assert path, f"{name} is not installed: apt-get install -y nginx caddy (no service needs to run)"
    return path


def up(port: int, process: subprocess.Popen) -> None:
    """Wait until a server takes connections."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        assert process.poll() is None, process.communicate()
        time.sleep(0.02)
    raise AssertionError("the server does not answer")


@contextlib.contextmanager
def serve(
    name: str, root: Path, base: str, folder: Path, pair: tuple[Path, Path] | None = None
) -> Iterator[Server]:
    """Serve what stands in `root`, with the site in its folder `base`; the server's own files in `folder`.

    With a certificate and its key it speaks https, and leads there from a port without.
    """
    port, plain, path, file = free_port(), free_port(), program(name), folder / f"{name}.conf"
    user = "user root;" if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
    given = {"folder": folder, "port": port, "plain": plain, "root": root, "base": base, "user": user}
    file.write_text(configured.text(name, pair, **given), encoding="utf-8", newline="\n")
    if name == "nginx":
        run = [path, "-p", str(folder), "-c", str(file)]
        start, again = [*run, "-g", "daemon off;"], [*run, "-s", "reload"]
    else:
        start = [path, "run", "--adapter", "caddyfile", "--config", str(file)]
        again = [path, "reload", "--adapter", "caddyfile", "--config", str(file)]
        again += ["--address", f"unix/{folder}/admin.sock"]
    env = os.environ | dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"), str(folder))
    told = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    with subprocess.Popen(start, env=env, **told) as process:
        try:
            up(port, process)
            yield Server(name, port, base, root, again, plain, pair[0] if pair else None)
        finally:
            process.terminate()
