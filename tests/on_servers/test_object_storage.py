"""Object storage: the site is put into a local S3 server by the command of the README, and asked there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import venv
from pathlib import Path

import pytest
from conftest import ROOT
from guard import some
from small import contents

from on_servers.served import Answer, Server, free_port, up

pytestmark = [pytest.mark.servers, pytest.mark.xdist_group("storage")]  # fetched once
STORAGE = "moto[server]==5.2.5"
NOBODY = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "eu-west-1"}


@pytest.fixture(scope="module")
def python(tmp_path_factory) -> Path:
    """The environment of the README, with a storage to try it on."""
    folder = tmp_path_factory.mktemp("storage")
    venv.create(folder, with_pip=True)
    program = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    for words in (["--require-hashes", "-r", "requirements-storage.txt"], [STORAGE]):
        subprocess.run([program, "-m", "pip", "install", "--quiet", *words], cwd=ROOT, check=True)
    return program


@pytest.fixture(scope="module")
def storage(python, below) -> Server:
    """A bucket with the site in it, and something that was there before."""
    whole, base = below
    port = free_port()
    command = [python, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            up(port, process)
            bucket = Server("moto", port, f"/guide{base}", whole / base[1:], [], host="127.0.0.1")
            assert bucket.whole("/guide", "PUT").status == 200
            assert {bucket.whole(f"/guide{key}", "PUT").status for key in (f"{base}old", "/other")} == {200}
            said = put(python, bucket, "s3://guide", "--delete")
            assert said.returncode == 0, said.stderr
            yield bucket
        finally:
            process.terminate()


def ask(storage: Server, path: str) -> Answer:
    """What the storage has at a path, for whoever may read it."""
    return storage.whole(path, authorization="AWS test:test")


def put(python: Path, storage: Server, *words: str) -> subprocess.CompletedProcess:
    """The command of the README."""
    env = os.environ | NOBODY | {"AWS_ENDPOINT_URL": f"http://127.0.0.1:{storage.port}"}
    command = [python, "overrides/hooks/upload.py", storage.root, *words]
    return subprocess.run(command, cwd=ROOT, env=env, text=True, capture_output=True)


def test_every_file_for_readers_is_there_with_its_media_type_and_caching(storage):
    wrong, hidden = [], (".git/", "server/", "_headers", "_redirects")
    files = {name: data for name, data in contents(storage.root).items() if not name.startswith(hidden)}
    for name, data in some(files.items()):
        got = ask(storage, f"{storage.base}{name}")
        if (got.status, got.body) != (200, data) or not got["content-type"] or not got["cache-control"]:
            wrong.append((name, got.status, got["content-type"], got["cache-control"]))
    assert wrong == []
    assert {
        ask(storage, f"{storage.base}{name}").status
        for name in ("server/nginx.conf", "_headers", ".git/HEAD")
    } == {404}


@pytest.mark.parametrize(
    ("name", "kind", "kept"),
    [
        ("ophef/index.html", "text/html; charset=utf-8", "no-cache"),
        ("llms-full.txt", "text/plain; charset=utf-8", "no-cache"),
        ("citeren/o2/o2.csl.json", "application/vnd.citationstyles.csl+json", "no-cache"),
        ("feed.xml", "application/atom+xml", "no-cache"),
        ("edities/2025.01/style/0123456789ab.css", "text/css; charset=utf-8", "immutable"),
    ],
)
def test_what_storage_answers_is_what_servers_answer(storage, name, kind, kept):
    got = ask(storage, f"{storage.base}{name}")
    assert got["content-type"] == kind and got["cache-control"].endswith(kept)


def test_every_address_that_leads_on_is_an_object_that_does(storage):
    rules = [line.split() for line in (storage.root / "_redirects").read_text("utf-8").splitlines()]
    told = {
        at: ask(storage, f"/guide{at}{'index.html' if at[-1] == '/' else ''}") for at, _, _ in some(rules)
    }
    assert {at: got["x-amz-website-redirect-location"] for at, got in told.items()} == {
        at: target for at, target, _ in rules
    }
    got = ask(storage, "/guide/.well-known/security.txt")
    assert got["x-amz-website-redirect-location"] == "/gids/.well-known/security.txt"


def test_what_is_no_longer_in_the_site_goes_and_what_is_not_of_it_stays(storage):
    assert ask(storage, f"{storage.base}old").status == 404
    assert ask(storage, "/guide/other").status == 200


@pytest.mark.parametrize(
    ("bucket", "told"),
    [("guide", "name a bucket as s3://bucket"), ("s3://none", "s3://none: .*NoSuchBucket")],
)
def test_what_cannot_be_put_is_told_in_one_line(python, storage, bucket, told):
    said = put(python, storage, bucket)
    assert said.returncode == 1 and said.stderr.count("\n") == 1
    assert re.search(told, said.stderr)


def test_an_environment_without_the_package_is_told_what_to_install(storage):
    said = put(Path(sys.executable), storage, "s3://guide")
    assert said.stderr.endswith("pip install --require-hashes -r requirements-storage.txt\n")
