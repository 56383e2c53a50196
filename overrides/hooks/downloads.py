"""Make what works without the web, from the site that was built last: `site/downloads/`, with a list of it.

    python overrides/hooks/downloads.py [--site site] [kind ...]

Every kind is a module of `offline` that gives files. They take the place of the earlier ones in one move, and
only when all are made; then the pages of the built site that have a place for them show what is there.
"""

from __future__ import annotations

import argparse
import importlib
import os
import shutil
import sys
from pathlib import Path

import adapter
from content import addresses
from exports import data_files, sections_json
from filelock import FileLock, Timeout
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from offline import listed
from offline.made import Made, Source
from pages import templates
from publish import swap, turn

ROOT = Path(__file__).parent.parent.parent
KINDS = {  # the module of each
    "zip": "whole",
    "pdf": "pdf",
    "slides": "slides",
    "epub": "epub",
    "scorm": "course",
    "warc": "archive",
}
BUILD = "run `python -m mkdocs build --strict`"
GROUP = ".venv/bin/python -m pip install --require-hashes -r requirements-downloads.txt"


def read_source(built: Path) -> Source:
    """The guide and the built site. Raises `Refused` when that is missing or of another text, and `Abort` on
    a fault of the guide."""
    path = ROOT / "mkdocs.yml"
    adapter.judge_settings(path)
    config = load_config(str(path))
    templates.prepare(config.theme)
    adapter.translate(config)
    site = adapter.read_site(config, adapter.read_checked(config))
    data = built / sections_json.NAME
    if not data.is_file():
        raise swap.Refused(f"{built}: no site was built there: {BUILD} first")
    if data.read_bytes() != data_files.as_json(sections_json.sections(site)):
        raise swap.Refused(f"{built}: was built from another text: {BUILD} again")
    return Source(site, built, templates.renderer(config.theme, site))


def make(source: Source, kinds: list[str]) -> list[Made]:
    """All files of these kinds. Raises `Refused` when a package is missing."""
    made = []
    for kind in kinds:
        try:
            module = importlib.import_module(f"offline.{KINDS[kind]}")
        except ModuleNotFoundError as error:
            raise swap.Refused(f"{kind}: needs the package {error.name}: {GROUP}") from None
        made += module.files(source)
    return made


def publish(made: list[Made], source: Source) -> None:
    """Write the files beside the earlier ones, and put them in their place; then show them in the pages."""
    target = source.built / addresses.DOWNLOADS
    new = target.with_name(f".{target.name}.new")
    shutil.rmtree(new, ignore_errors=True)  # of a run that was killed
    try:
        new.mkdir()
        for one in made:
            (new / one.file).write_bytes(one.data)
        (new / listed.NAME).write_bytes(listed.as_json(made, source.site))
        swap.open_to_read(new)
        new.chmod(0o755)
        turn.replace(new, target)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    for path, data in listed.pages(made, source).items():
        beside = (source.built / path).with_name(".index.new")
        beside.write_bytes(data)
        beside.chmod(0o644)
        beside.replace(source.built / path)


def explain(error: Exception) -> str:
    """One line on what went wrong."""
    if isinstance(error, OSError):
        what = f"{error.strerror or error}" + (f" ({error.filename})" if error.filename else "")
        return f"Nothing was made, the earlier downloads are untouched: {what}: make room, or mend the rights"
    return str(error)


def main() -> None:
    """Read, make, put in place, and tell what there is."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--site", default=str(ROOT / "site"), help="the folder of the built site")
    parser.add_argument("kinds", nargs="*", metavar="kind", help=f"{', '.join(KINDS)}; none: all")
    asked = parser.parse_args()
    kinds = asked.kinds or list(KINDS)
    if unknown := [kind for kind in kinds if kind not in KINDS]:
        parser.error(f"no kind '{unknown[0]}': choose from {', '.join(KINDS)}")
    built = Path(asked.site).resolve()
    try:
        if not built.is_dir():
            raise swap.Refused(f"{built}: no site was built there: {BUILD} first")
        with FileLock(built.with_name(f".{built.name}.lock"), timeout=0):
            turn.recover(built / addresses.DOWNLOADS)
            source = read_source(built)
            made = make(source, kinds)
            publish(made, source)
    except Timeout:
        sys.exit(f"{built}: is being built: wait for that, and try again")
    except (Abort, swap.Refused, OSError) as error:
        sys.exit(explain(error))
    for one in made:
        print(f"{os.path.relpath(built / addresses.DOWNLOADS / one.file)}: {len(one.data)} bytes")


if __name__ == "__main__":
    main()
