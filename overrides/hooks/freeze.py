"""Freeze the present edition: build it at an address of its own, keep what a citation needs, and pack that.

    python overrides/hooks/freeze.py

Kept are the pages of the guide, the citation data and the short links of both languages, and the data.
A frozen page runs no script; what it links to besides is the site of today.
"""

from __future__ import annotations

import hashlib
import io
import lzma
import posixpath
import sys
import tarfile
import tempfile
from pathlib import Path

import adapter
import yaml
from content import addresses
from content.model import Guide
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from publish import editions, swap
from selectolax.lexbor import LexborHTMLParser

ROOT = Path(__file__).parent.parent.parent
DROPPED = (  # of a page: what runs, the policy (each build gives one anew), and the picture of its preview
    "script:not([type='application/ld+json']), meta[http-equiv=Content-Security-Policy], "
    "meta[property^='og:image'], meta[name='twitter:card']"
)
LIST_HEAD = "# The frozen editions and the SHA-256 of each archive. Written by overrides/hooks/freeze.py.\n"


def kept_folders(guide: Guide) -> set[str]:
    """The folders of the site whose files an edition keeps: pages, citation data, short links."""
    kept = set()
    for page in guide.pages.values():
        kept.add(addresses.of_page(page))
        for section in page.sections:
            kept |= {addresses.short(page.locale, section.code), addresses.cite(page.locale, section.code)}
    return kept


def kept_files(site: Path, guide: Guide) -> list[str]:
    """The files that an edition keeps, as paths from its root."""
    folders = {folder.rstrip("/") or "." for folder in kept_folders(guide)}
    homes = {addresses.folder(locale).rstrip("/") or "." for locale in guide.by_locale}
    styles = {addresses.STYLE, addresses.TOOLS_STYLE, addresses.KIT_STYLE, addresses.PAPER_STYLE}
    pictures = {path.relative_to(site).as_posix() for path in (site / "assets").rglob("*.svg")}
    inside = {
        path.relative_to(site).as_posix()
        for folder in folders
        for path in (site / folder).glob("*")
        if path.is_file() and (folder not in homes or path.name == "index.html")
    }
    return sorted(inside | pictures | styles | {"sections.json"})


def frozen_page(html: str, address: str, kept: set[str], styles: dict[str, str]) -> str:
    """A page as it is kept: without scripts, its style in a shared file (added to `styles`), not indexed,
    and with what is not kept linked to the site of today, two folders up. `address` is its folder."""
    tree = LexborHTMLParser(html)
    for node in tree.css(DROPPED):
        node.decompose()
    for node in tree.css("style"):
        css = node.text()
        name = f"style/{hashlib.sha256(css.encode()).hexdigest()[:12]}.css"
        styles[name] = css
        link = f'<link rel="stylesheet" href="{addresses.relative(name, address)}">'
        node.replace_with(LexborHTMLParser(link).css_first("link"))
    if not tree.css_first("meta[name=robots]"):
        robots = LexborHTMLParser('<meta name="robots" content="noindex">').css_first("meta")
        tree.head.insert_child(robots)
    for node in tree.css("[href], [src], form[action]"):
        for name in {"href", "src", "action"} & node.attributes.keys():
            node.attrs[name] = living(node.attributes[name] or "", address, kept)
    return tree.html


def living(link: str, address: str, kept: set[str]) -> str:
    """A relative link of the page at `address`, led to the site of today if the edition lacks its target."""
    path, mark, anchor = link.partition("#")
    out_of_edition = path.startswith("../" * (address.count("/") + 1))
    if not path or ":" in path or path.startswith("/") or out_of_edition:
        return link
    target = posixpath.normpath(posixpath.join(address, path))
    if target in kept or posixpath.normpath(f"{target}/index.html") in kept or target.startswith("style/"):
        return link
    target = "" if target == "." else target + ("/" if path.endswith("/") else "")
    return addresses.relative(f"../../{target}", address) + mark + anchor


def pack(files: dict[str, bytes]) -> bytes:
    """The files as a compressed archive: the same files give the same bytes."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for name, data in sorted(files.items()):
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            tar.addfile(entry, io.BytesIO(data))
    return lzma.compress(out.getvalue(), preset=9 | lzma.PRESET_EXTREME)


def freeze(site: Path, guide: Guide) -> bytes:
    """The archive of a site that was built to be frozen."""
    names, styles, files = kept_files(site, guide), {}, {}
    for name in names:
        data = (site / name).read_bytes()
        if name.endswith(".html"):
            folder = name.removesuffix("index.html")
            data = frozen_page(data.decode(), folder, set(names), styles).encode()
        files[name] = data
    return pack(files | {name: css.encode() for name, css in styles.items()})


def judged(path: Path) -> None:
    """Leave with every fault of the settings, if there is one."""
    try:
        adapter.judge_settings(path)
    except Abort as error:
        sys.exit(str(error))


def main() -> None:
    """Build, pack and list the edition that mkdocs.yml names."""
    folder = ROOT / "frozen"
    with tempfile.TemporaryDirectory() as temporary:
        site = str(Path(temporary) / "site")
        judged(ROOT / "mkdocs.yml")
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=site)
        edition = str(config.extra["edition"])
        if editions.archive(folder, edition).exists():
            sys.exit(
                f"Edition {edition} is frozen and never changes: raise extra.edition in mkdocs.yml first"
            )
        config.site_url = f"{config.site_url.rstrip('/')}/{editions.FOLDER}/{edition}/"
        config.extra["frozen"] = True
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        except Abort as error:
            sys.exit(str(error))
        except OSError as error:
            sys.exit(swap.explain(error))
        finally:
            config.plugins.on_shutdown()
        data = freeze(Path(site), config.plugins["guide"].site.guide)
    folder.mkdir(exist_ok=True)
    editions.archive(folder, edition).write_bytes(data)
    listed = editions.read_list(folder) | {edition: hashlib.sha256(data).hexdigest()}
    (folder / "editions.yml").write_text(LIST_HEAD + yaml.safe_dump(listed), encoding="utf-8", newline="\n")
    print(f"{editions.archive(folder, edition)}: {len(data)} bytes")


if __name__ == "__main__":
    main()
