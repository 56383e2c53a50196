"""The edition as a web archive (WARC 1.1, ISO 28500): not compressed, with a digest of each file, at the
address of the site on the web. And a list of hashes, in the form that `sha256sum --check` reads."""

from __future__ import annotations

import hashlib
import io
import mimetypes
import uuid
from collections.abc import Iterator

from content import mime
from offline.made import BOTH, Made, Source
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

TYPES = mimetypes.MimeTypes()  # without those of this machine


def kept(source: Source) -> dict[str, bytes]:
    """The files of the site that readers reach; editions that were frozen have an archive of their own."""
    return {
        name: data
        for name, data in source.files.items()
        if not name.startswith(("edities/", ".", "_")) and not name.endswith(".conf")
    }


def kind_of(name: str) -> str:
    """The media type of a file."""
    return TYPES.guess_type(name)[0] or mime.of(name)


def headers(address: str, record: str, day: str) -> dict[str, str]:
    """Those of a record that would else have the clock and chance in them."""
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"{address} {record} {day}")
    return {"WARC-Record-ID": f"<urn:uuid:{name}>", "WARC-Date": f"{day}T00:00:00Z"}


def archive(files: dict[str, bytes], source: Source, name: str) -> bytes:
    """The archive of these files."""
    out, site = io.BytesIO(), source.site
    writer = WARCWriter(out, gzip=False, warc_version="1.1")
    root, day = site.settings.root, site.last_review
    title = f"{site.name(site.default)} {site.settings.edition}"
    info = writer.create_warcinfo_record(name, {"format": "WARC File Format 1.1", "description": title})
    for key, value in headers(root, "warcinfo", day).items():
        info.rec_headers.replace_header(key, value)
    writer.write_record(info)
    for path, data in sorted(files.items()):
        address = root + path.removesuffix("index.html")
        told = [("Content-Type", kind_of(path)), ("Content-Length", str(len(data)))]
        record = writer.create_warc_record(
            address,
            "response",
            payload=io.BytesIO(data),
            length=len(data),
            http_headers=StatusAndHeaders("200 OK", told, protocol="HTTP/1.1"),
            warc_headers_dict=headers(address, "response", day),
        )
        writer.write_record(record)
    return out.getvalue()


def files(source: Source) -> Iterator[Made]:
    """The archive, and the list of hashes."""
    found, name = kept(source), source.name(BOTH, "warc")
    yield Made(name, BOTH, "archive", archive(found, source, name))
    hashes = "".join(f"{hashlib.sha256(data).hexdigest()}  {path}\n" for path, data in sorted(found.items()))
    yield Made(source.name(BOTH, "sha256"), BOTH, "hashes", hashes.encode())
