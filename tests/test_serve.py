"""`mkdocs serve`: both languages, and a change shows by itself."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

# `mkdocs`, heeding Ctrl-C even where the tests run in the background
SERVE = """
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("mkdocs", run_name="__main__")
"""


def read(address: str, until: str = "", seconds: int = 180) -> str:
    """The page at an address, asked for until it is there and holds the text."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            page = urllib.request.urlopen(address, timeout=seconds).read().decode()
            if until in page:
                return page
        except urllib.error.URLError:
            pass
        time.sleep(0.3)
    raise AssertionError(f"{address} never held '{until}'")


@pytest.fixture
def served(project):
    """The project served on a free port, and its folder."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-c", SERVE, "serve", "--quiet", "--dev-addr", place]
    (scratch := project.parent / "scratch").mkdir()
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(scratch)}
    with subprocess.Popen(command, cwd=project, env=env) as server:
        yield f"http://{place}/", project
        server.send_signal(signal.SIGINT)
        server.wait(60)
    assert list(scratch.iterdir()) == []


def test_both_languages_are_served_and_a_change_shows_by_itself(served):
    address, project = served
    assert ' lang=nl>' in read(address)
    page = read(address + "en/uproar/", "Uproar")

    script = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)[-1]
    assert "livereload(" in script
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in page  # the policy of the page lets live reload run

    texts = project / "overrides/locales/en.yml"
    texts.write_text(re.sub(r"(?m)^  skip: .*", "  skip: Past all this", texts.read_text("utf-8"), count=1))
    read(address + "en/uproar/", "Past all this")
