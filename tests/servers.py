"""nginx and Caddy on loopback, with the configuration that the build writes: for tests marked `servers`."""

from __future__ import annotations

import contextlib
import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NGINX = """\
{user}
worker_processes 2;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {root};
        include {root}{base}server/nginx.conf;
    }}
}}
"""
CADDY = """\
{{
    admin unix/{folder}/admin.sock
    auto_https off
    log {{
        output discard
    }}
}}
http://:{port} {{
    bind 127.0.0.1
    root * {root}
    import {root}{base}server/Caddyfile
}}
"""


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


@dataclass
class Server:
    """A server that is up: `reload()` has it read its configuration again without dropping anyone."""

    name: str
    port: int
    base: str
    root: Path
    again: list[str]

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path below the site's own; `accept_language="en"` is a header."""
        return self.whole(self.base + path, method, **headers)

    def whole(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path of the host."""
        named = {key.replace("_", "-"): value for key, value in headers.items()}
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)) as wire:
            wire.request(method, path, headers={"Host": "gids.example"} | named)
            got = wire.getresponse()
            return Answer(got.status, [(key.lower(), value) for key, value in got.getheaders()], got.read())

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
def serve(name: str, root: Path, base: str, folder: Path) -> Iterator[Server]:
    """Serve what stands in `root`, with the site in its folder `base`; the server's own files in `folder`."""
    port, path, file = free_port(), program(name), folder / f"{name}.conf"
    user = "user root;" if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
    given = {"folder": folder, "port": port, "root": root, "base": base, "user": user}
    file.write_text((NGINX if name == "nginx" else CADDY).format(**given), encoding="utf-8", newline="\n")
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
            yield Server(name, port, base, root, again)
        finally:
            process.terminate()
