"""MDN's HTTP Observatory, fetched by npm, as a judge of a server on loopback with the tests' certificate."""

from __future__ import annotations

import json
import os
import shutil
import ssl
import subprocess
from pathlib import Path

from on_servers.configured import HOST
from on_servers.served import Server

PACKAGE = "@mdn/mdn-http-observatory@1.4.8"
LOOPBACK = Path(__file__).parents[1] / "judges/loopback.cjs"
KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", f"/CN={HOST}"]


def tool(name: str, packages: str) -> str:
    """The path of a program. Raises `RuntimeError`, in one line, when there is none."""
    if found := shutil.which(name):
        return found
    raise RuntimeError(f"No {name}: install {packages} and run the tests again.")


def fetched(folder: Path) -> Path:
    """The observatory's program. Its list of preloaded hosts, which it would fetch, is empty: ours is none.

    Raises `RuntimeError`, in one line, when it cannot be had.
    """
    command = [tool("npm", "npm (Node.js 20 or later)"), "install", "--ignore-scripts", "--no-audit"]
    command += ["--no-fund", "--prefix", str(folder), PACKAGE]
    said = subprocess.run(command, capture_output=True, text=True)
    home = folder / "node_modules/@mdn/mdn-http-observatory"
    if said.returncode or not home.is_dir():
        raise RuntimeError(f"npm could not fetch {PACKAGE}: {said.stderr.strip()[-300:]}")
    (home / "conf/hsts-preload.json").write_text("{}", encoding="utf-8", newline="\n")
    return home / "src/scan.js"


def certificate(folder: Path, days: int = 2) -> tuple[Path, Path]:
    """A certificate of the tests' own, which vouches for itself, and its key; with -1 it has run out."""
    key, request, names, made = (folder / name for name in ("key.pem", "request.pem", "names", "made.pem"))
    names.write_text(f"subjectAltName=DNS:{HOST},IP:127.0.0.1\n", encoding="utf-8", newline="\n")
    ask = ["req", "-new", *KEY, "-keyout", key, "-out", request]
    sign = ["x509", "-req", "-in", request, "-signkey", key, "-days", str(days)]
    sign += ["-extfile", names, "-out", made]
    for words in (ask, sign):
        subprocess.run([tool("openssl", "openssl"), *words], check=True, capture_output=True)
    return made, key


def verdict(program: Path, server: Server) -> dict:
    """What the observatory says of the site on a server: `{"scan": {"grade", "score", ...}, "tests": {...}}`.

    Raises `RuntimeError`, in one line, when the certificate is not to be trusted or nothing was judged.
    """
    try:
        server.get("")
    except ssl.SSLCertVerificationError as error:
        raise RuntimeError(f"{server.trusted}: {error.verify_message}: make it anew") from None
    ports = json.dumps({"80": server.plain, "443": server.port})
    env = os.environ | {"LOOPBACK_PORTS": ports, "NODE_EXTRA_CA_CERTS": str(server.trusted)}
    node, address = tool("node", "Node.js 20 or later"), f"{HOST}{server.base}"
    command = [node, "--require", str(LOOPBACK), str(program), address]
    said = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60)
    try:
        found = json.loads(said.stdout)
        return {"scan": found["scan"], "tests": found["tests"]}
    except (ValueError, KeyError):
        raise RuntimeError(f"The observatory judged nothing: {(said.stdout + said.stderr).strip()}") from None
