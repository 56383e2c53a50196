"""What 200 connections at once do to nginx and Caddy with our configuration, beside the same file bare:

    python tests/on_servers/load.py [seconds]

Both are asked for by wrk (apt-get install wrk) on this machine, one after the other; only the ratio tells.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[1] / "overrides/hooks")]

from small import run, small_project  # noqa: E402

from on_servers.served import Server, serve  # noqa: E402

CONNECTIONS, SECONDS = 200, 30
PAGE = "/gids/ophef/"


def asked(port: int, seconds: int) -> tuple[float, str]:
    """The requests a second that a port answers, and what went wrong, "" when nothing did.

    Raises `RuntimeError`, in one line, without wrk.
    """
    if not (wrk := shutil.which("wrk")):
        raise RuntimeError("No wrk: apt-get install -y wrk, and run this again.")
    command = [wrk, "-t2", f"-c{CONNECTIONS}", f"-d{seconds}s", f"http://127.0.0.1:{port}{PAGE}"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    wrong = re.findall(r"Socket errors: .*|Non-2xx or 3xx responses: .*", said)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]), "; ".join(wrong)


def told(server: Server, seconds: int) -> tuple[str, bool]:
    """A line on a server, and whether every answer was right."""
    bare, _ = asked(server.plain, seconds)
    ours, wrong = asked(server.port, seconds)
    speed = f"{ours:.0f} pages a second, {ours / bare:.2f} of the same file bare"
    return f"{server.name}: {speed}; {wrong or 'no error'}", not wrong


def main() -> None:
    """Measure both servers."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        built = run(small_project(folder / "project"), "--quiet", "--site-dir", str(folder / "www/gids"))
        if built.returncode:
            sys.exit(built.stdout + built.stderr)
        for kind in ("nginx", "caddy"):
            (folder / kind).mkdir()
            with serve(kind, folder / "www", "/gids/", folder / kind) as server:
                line, right = told(server, seconds)
            print(line)
            if not right:
                sys.exit(1)


if __name__ == "__main__":
    main()
