"""The edition as a web archive: each file of the site is in it, unchanged, with a digest that is right."""

import hashlib

import pytest
from downloaded import of
from guard import some
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
