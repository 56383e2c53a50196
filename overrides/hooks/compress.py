"""Pack the files of a built site once, so that its server need not do so for each reader:

    python overrides/hooks/compress.py site

Beside each text of more than a kilobyte comes `name.gz`, and `name.br` where the package `brotli` is there.
A step of its own, because packing as small as can be takes longer than the build, which leaves none of
them, so run it after each.
"""

from __future__ import annotations

import gzip
import os
import sys
from collections.abc import Callable
from pathlib import Path

from content import mime
from publish.swap import SHAPE

try:
    import brotli
except ImportError:  # gzip is in Python itself, and every server and browser has it
    brotli = None

LEAST = 1024  # bytes: what is smaller fits in one packet anyway
ENDS = tuple(end for end in mime.TYPES if end not in mime.PACKED)


def packers() -> dict[str, Callable[[bytes], bytes]]:
    """How to pack, by the end that the name gets; the same file gives the same bytes on every day."""
    found = {".gz": lambda data: gzip.compress(data, 9, mtime=0)}
    return found | ({".br": lambda data: brotli.compress(data, quality=11)} if brotli else {})


def pack(site: Path) -> dict[str, int]:
    """Write the packed files of a site; how many there are of each form."""
    ways = packers()
    count = dict.fromkeys(ways, 0)
    for path in sorted(site.rglob("*")):
        if not path.name.endswith(ENDS) or not path.is_file() or path.stat().st_size < LEAST:
            continue
        data = path.read_bytes()
        for end, packed in ways.items():
            half = path.with_name(f".{path.name}{end}")  # a reader sees a packed file whole, or not at all
            half.write_bytes(packed(data))
            os.utime(half, ns=(path.stat().st_mtime_ns,) * 2)
            half.replace(path.with_name(path.name + end))
            count[end] += 1
    return count


def main() -> None:
    """Pack the site that the command names."""
    site = Path(sys.argv[1] if len(sys.argv) == 2 else "site")
    if not all((site / name).is_file() for name in SHAPE):
        sys.exit(f"{site}: is no build of this site: name its folder")
    print(", ".join(f"{number} files {end}" for end, number in pack(site).items()))


if __name__ == "__main__":
    main()
