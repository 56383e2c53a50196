"""Files as one zip: the same files give the same bytes."""

from __future__ import annotations

import io
import zipfile

BEGINNING = (1980, 1, 1, 0, 0, 0)  # of time, in a zip


def pack(files: dict[str, bytes], first: str = "", stored: str = "") -> bytes:
    """The files as a zip; `first` comes before the others, and so does `stored`, which is not compressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in sorted(files, key=lambda name: (name not in (first, stored), name)):
            entry = zipfile.ZipInfo(name, BEGINNING)
            entry.compress_type = zipfile.ZIP_STORED if name == stored else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # else what system made it would show
            archive.writestr(entry, files[name], compresslevel=9)
    return out.getvalue()
