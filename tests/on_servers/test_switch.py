"""What readers see while a build takes the place of the site that they read, and of one packed beforehand."""

from __future__ import annotations

import gzip
import threading

import brotli
import compress
import pytest
from publish import swap
from small import contents

from on_servers.served import serve

pytestmark = pytest.mark.servers


def test_what_was_packed_beforehand_is_sent_as_it_is(root, tmp_path):
    folder = root[0] / root[1][1:]
    before = contents(folder)
    count = compress.pack(folder)
    assert count[".gz"] == count[".br"] > 10
    page = (folder / "ophef/index.html").read_bytes()
    packed = {end: (folder / f"ophef/index.html{end}").read_bytes() for end in (".gz", ".br")}
    assert brotli.decompress(packed[".br"]) == page == gzip.decompress(packed[".gz"])
    try:
        for name in ("nginx", "caddy"):
            (tmp_path / name).mkdir()
            with serve(name, *root, tmp_path / name) as server:
                got = server.get("ophef/", accept_encoding="gzip")
                assert (got["content-encoding"], got.body) == ("gzip", packed[".gz"]), name
                got = server.get("ophef/", accept_encoding="gzip, br")
                wanted = ("br", packed[".br"]) if name == "caddy" else ("gzip", packed[".gz"])
                assert (got["content-encoding"], got.body) == wanted
                assert got["x-content-type-options"] == "nosniff"
    finally:
        for path in [path for path in folder.rglob("*") if path.is_file()]:
            if path.relative_to(folder).as_posix() not in before:
                path.unlink()


def test_no_reader_sees_half_a_site_while_builds_take_its_place(server, root):
    folder = root[0] / root[1][1:]
    before = contents(folder)
    pages = ("index.html", "ophef/index.html", "en/uproar/index.html")
    whole = {name: {before[name], before[name] + b"<!-- new -->"} for name in pages}
    seen, done = [], threading.Event()

    def read(name: str) -> None:
        path = name.removesuffix("index.html")
        while not done.is_set():
            try:
                got = server.get(path)
                seen.append("" if got.status == 200 and got.body in whole[name] else f"{path}: {got.status}")
            except OSError as error:
                seen.append(f"{path}: {error}")

    readers = [threading.Thread(target=read, args=(name,)) for name in pages]
    for reader in readers:
        reader.start()
    try:
        for turn in range(4):
            build = swap.Publication(str(folder))
            build.begin()
            for name, data in before.items():
                (build.building / name).parent.mkdir(parents=True, exist_ok=True)
                new = name in pages and turn % 2 == 0
                (build.building / name).write_bytes(data + b"<!-- new -->" * new)
            build.switch()
            build.end()
            if server.name == "nginx":  # a reload of Caddy 2.6 itself breaks off a few connections
                server.reload()
    finally:
        done.set()
        for reader in readers:
            reader.join()
    assert len(seen) > 100
    assert [one for one in seen if one] == []
