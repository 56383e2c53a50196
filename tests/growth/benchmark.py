"""How the build grows: CPU, memory and output with many more pages, beside stock Material on the same text.

    python tests/growth/benchmark.py 50 200 800      # a Markdown table; takes minutes, pytest leaves it alone

CPU is user and system time of the whole command; memory is the most that it held.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml
from generate import project

STOCK = {  # a bilingual site as the manuals of its parts set it up
    "site_name": "Stock",
    "site_url": "https://stock.example/",
    "theme": {"name": "material", "font": False},
    "plugins": [
        "search",
        {"i18n": {"docs_structure": "folder", "fallback_to_default": True, "languages": [
            {"locale": "nl", "name": "Nederlands", "default": True, "build": True},
            {"locale": "en", "name": "English", "build": True},
        ]}},
    ],
    "markdown_extensions": ["attr_list", "def_list", "footnotes", "md_in_html", "tables"],
}  # fmt: skip


def measured(settings: Path, site: Path) -> tuple[float, float]:
    """CPU seconds and MiB of one build."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", settings, "-d", site]
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.Popen(command, cwd=settings.parent, env=env, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{settings}: the build failed; run it to see why")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def output(site: Path) -> str:
    """How many files a site has, and how many megabytes."""
    files = [path for path in site.rglob("*") if path.is_file()]
    return f"{len(files):,} · {sum(path.stat().st_size for path in files) / 1e6:.0f}"


def main(counts: list[int]) -> None:
    """Print a table: a row for each number of pages."""
    print("| pages | CPU, s | CPU a page, ms | memory, MiB | files · MB | stock's CPU, s | times stock's |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for count in counts:
        with tempfile.TemporaryDirectory() as scratch:
            place = project(count, Path(scratch) / "project")
            stock = place / "stock.yml"
            nav = yaml.safe_load((place / "mkdocs.yml").read_text("utf-8"))["nav"]
            stock.write_text(yaml.safe_dump(STOCK | {"nav": nav}), "utf-8")
            pages = sum(1 for _ in (place / "docs").rglob("*.md"))
            cpu, memory = measured(place / "mkdocs.yml", place / "site")
            beside, _ = measured(stock, place / "stock")
            made = output(place / "site")
        row = f"| {count} x 2 | {cpu:.1f} | {1000 * cpu / pages:.0f} | {memory:.0f} | {made} | {beside:.1f} |"
        print(f"{row} {cpu / beside:.1f} |", flush=True)


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or [0, 50, 200, 800])
