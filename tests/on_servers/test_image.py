"""The nginx of the image, tried by its own lines without one: unprivileged, on files that it cannot write."""

from __future__ import annotations

import os
import re
import shutil
import subprocess

import pytest
from conftest import ROOT

from on_servers.served import Server, free_port, program, up

pytestmark = pytest.mark.servers
RECIPE = (ROOT / ".container/Containerfile").read_text("utf-8")
NOBODY = 65534


@pytest.fixture
def image(below, open_folder) -> Server:
    """The site where the image has it, with the image's configuration, run by a user without rights."""
    (whole, base), port, root = below, free_port(), hasattr(os, "geteuid") and os.geteuid() == 0
    shutil.copytree(whole, open_folder / "srv/www")
    shutil.copy(whole / base[1:] / "server/nginx.conf", open_folder / "srv/site.conf")
    (open_folder / "tmp").mkdir()
    (open_folder / "tmp").chmod(0o777)
    text = (ROOT / ".container/nginx.conf").read_text("utf-8")
    text = re.sub(r"/(srv|tmp)/", rf"{open_folder}/\1/", text)
    text = text.replace("listen 8080", f"listen 127.0.0.1:{port}")
    (file := open_folder / "nginx.conf").write_text(text, encoding="utf-8", newline="\n")
    command = [program("nginx"), "-e", "stderr", "-p", str(open_folder), "-c", str(file)]
    user = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if root else {}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, **user) as process:
        try:
            up(port, process)
            yield Server("nginx", port, base, open_folder, [])
        finally:
            process.terminate()


def test_the_nginx_of_the_image_serves_the_site_without_rights(image):
    got = image.get("ophef/", accept_encoding="gzip")
    assert (got.status, got["content-encoding"], got["x-content-type-options"]) == (200, "gzip", "nosniff")
    assert image.get("o1")["location"] == "/gids/ophef/#o1"
    assert image.get("nergens/").status == 404


def test_it_writes_in_the_folder_of_passing_files_only_and_keeps_no_list_of_readers(image):
    image.get("ophef/")
    made = [path.relative_to(image.root) for path in image.root.rglob("*") if path.stat().st_uid == NOBODY]
    assert {path.parts[0] for path in made} <= {"tmp"}
    assert not [path for path in made if path.name.endswith("log")]


def test_the_recipe_finds_the_path_of_the_site_in_what_the_build_wrote(below):
    whole, base = below
    [rule] = re.findall(r"sed -n '(.+)' /built/site/server/nginx.conf", RECIPE)
    command = ["sed", "-n", rule, whole / base[1:] / "server/nginx.conf"]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    assert said.stdout == f"{base}\n"


def test_the_recipe_copies_what_there_is_and_ends_without_rights():
    copied = re.findall(r"^COPY (?!--)(\S+) \S+$", RECIPE, re.MULTILINE)
    assert copied and [word for word in copied if not (ROOT / word).exists()] == []
    assert re.findall(r"^USER (\d+):\d+$", RECIPE, re.MULTILINE)[-1] != "0"
