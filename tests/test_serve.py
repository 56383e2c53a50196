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
from pathlib import Path

import pytest
import serving
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

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


def awaited(told: Path, text: str, seconds: int = 180) -> str:
    """What the terminal shows, once it holds the text."""
    end = time.monotonic() + seconds
    while text not in (shown := told.read_text("utf-8")):
        assert time.monotonic() < end, f"the terminal never told '{text}': {shown}"
        time.sleep(0.1)
    return shown


@pytest.fixture
def served(project):
    """The project served on a free port, and its folder."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-c", SERVE, "serve", "--quiet", "--dev-addr", place]
    (scratch := project.parent / "scratch").mkdir()
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(scratch)}
    told = project.parent / "told"
    with told.open("w") as out, subprocess.Popen(command, cwd=project, env=env, stderr=out) as server:
        yield f"http://{place}/", project, told
        server.send_signal(signal.SIGINT)
        server.wait(60)
    assert list(scratch.iterdir()) == []


def test_both_languages_are_served_and_a_change_shows_by_itself(served):
    address, project, _ = served
    assert re.search("<html [^>]*lang=nl", read(address))
    page = read(address + "en/uproar/", "Uproar")

    script = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)[-1]
    assert "livereload(" in script
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in page  # the policy of the page lets live reload run

    read(address + "p3/", "P3")  # made when it is asked for
    read(address + "en/cite/p3/", "RIS")

    texts = project / "overrides/locales/en.yml"
    texts.write_text(re.sub(r"(?m)^  skip: .*", "  skip: Past all this", texts.read_text("utf-8"), count=1))
    read(address + "en/uproar/", "Past all this")


def test_a_fault_is_told_in_one_line_and_the_next_good_save_recovers(served):
    address, project, told = served
    read(address + "en/listening/")
    page = project / "docs/en/luisteren.md"
    good = page.read_text("utf-8")

    page.write_text(good + "\n[Gone](gone.md)\n", "utf-8")
    assert "docs/en/luisteren.md:" in awaited(told, "link to 'gone.md' leads nowhere")
    assert "Traceback" not in awaited(told, "Still served as it was before")
    read(address + "en/listening/")

    page.write_text(good + "\nA sentence more.\n", "utf-8")
    read(address + "en/listening/", "A sentence more.")

    module = project / "overrides/hooks/content/cases.py"
    module.write_text(module.read_text("utf-8") + "\n# more\n", "utf-8")
    assert "content/cases.py changed: stop mkdocs serve" in awaited(told, "changed: stop")


def test_a_port_in_use_is_told_in_one_line(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        server = LiveReloadServer(builder=list, host="127.0.0.1", port=port, root=str(tmp_path))
        serving.prepare(server, tmp_path, list)
        with pytest.raises(Abort, match=rf"^http://127.0.0.1:{port}/ cannot be served .*--dev-addr"):
            server.serve()
