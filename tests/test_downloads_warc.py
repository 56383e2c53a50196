"""The edition as a web archive: each file of the site is in it, unchanged, with a digest that is right, and
pywb replays it."""

import hashlib
import subprocess
import urllib.request
from pathlib import Path

import judge
import pytest
from downloaded import of
from guard import some
from on_servers.served import free_port, up
from small import contents

pytestmark = pytest.mark.downloads
WEB = "https://handreiking.example/"
MOST = 1_000_000_000  # bytes a file, as the guideline for web archiving asks


@pytest.fixture(scope="module")
def records(downloads):
    """What the archive holds: (headers of the record, of the answer, content) by address."""
    from warcio.archiveiterator import ArchiveIterator  # only where this part is tested

    found = {}
    with of(downloads, "archive", "mul").open("rb") as stream:
        for record in ArchiveIterator(stream, check_digests="raise"):
            if record.rec_type == "response":
                data = record.content_stream().read()
                found[record.rec_headers["WARC-Target-URI"]] = (record.rec_headers, record.http_headers, data)
    return found


def test_each_file_of_the_site_is_there_unchanged(records, site):
    built = {
        WEB + name.removesuffix("index.html"): data
        for name, data in some(contents(site).items())
        if not name.startswith("_") and not name.endswith(".conf")
    }
    assert {address: data for address, (_, _, data) in records.items()} == built


def test_each_record_has_digests_and_a_media_type(records):
    for headers, answer, _ in some(records.values()):
        assert headers["WARC-Payload-Digest"].startswith("sha1:")
        assert headers["WARC-Block-Digest"].startswith("sha1:")
        assert "/" in answer["Content-Type"]
    assert records[f"{WEB}en/"][1]["Content-Type"] == "text/html"


def test_it_is_small_enough_and_the_hashes_are_those_of_its_files(downloads, records):
    assert of(downloads, "archive", "mul").stat().st_size < MOST
    lines = of(downloads, "hashes", "mul").read_text("utf-8").splitlines()
    told = dict(reversed(line.split("  ", 1)) for line in some(lines))
    data = {address.removeprefix(WEB): data for address, (_, _, data) in records.items()}
    names = {name + "index.html" * (not name or name.endswith("/")): one for name, one in data.items()}
    assert told == {name: hashlib.sha256(one).hexdigest() for name, one in names.items()}


@pytest.fixture(scope="module")
def replayed(downloads, tmp_path_factory):
    """A way to ask pywb for a file of the archive, as it was on a day."""
    folder, port = tmp_path_factory.mktemp("replay"), free_port()
    programs = judge.environment(folder / "venv", "pywb==2.10.0")  # it cannot stand among our packages
    for words in (["init", "guide"], ["add", "guide", of(downloads, "archive", "mul")]):
        subprocess.run([programs / "wb-manager", *words], cwd=folder, check=True, capture_output=True)
    command = [programs / "wayback", "--bind", "127.0.0.1", "--port", str(port)]
    server = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def ask(address, day):
        return opener.open(f"http://127.0.0.1:{port}/guide/{day}id_/{address}", timeout=30).read()

    try:
        up(port, server)
        yield ask
    finally:
        server.terminate()
        server.wait()


@pytest.mark.system
def test_pywb_replays_each_file_as_it_is_on_the_site(replayed, records, site, model):
    day = model.last_review.replace("-", "") + "000000"
    built = contents(site)
    for address in some(records):
        name = address.removeprefix(WEB)
        assert replayed(address, day) == built[name + "index.html" * (not name or name.endswith("/"))], name
    assert {".html", ".css", ".js", ".svg", ".png"} <= {Path(name).suffix for name in built}
