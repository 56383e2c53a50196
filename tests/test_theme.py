"""The built pages as files: their weight, what they load and their policy."""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import brotli
import pytest
import walk
from guard import some
from publish import headers
from selectolax.lexbor import LexborHTMLParser

FIRST_ROUND_TRIP = 14_600  # bytes that a server may send on a fresh connection before it waits
OPENING = 20_000
REQUESTS = 6  # and two more of a page with a script and a style of its own
READ = {f"{address}index.html" for address in walk.WRITTEN}
STYLE = 5_500
SCRIPTS = 5_400
IMPORT = re.compile(r"""^\s*(?:import|export)\b[^;]*?from\s*["'](\.[^"']+)["']""", re.MULTILINE)
START = re.compile(r'import\(new URL\("([^"]+)"')  # the script that main.html starts after the first paint
# lists by nature: of these the first view has to arrive at once, not the whole page
LONG = re.compile(r"casussen|cases|mag-ik|twijfel|doubt|may-i|trainers|over/|about/|catalog")


@functools.cache
def weight(data: bytes | str) -> int:
    """Bytes on the wire, compressed as well as can be."""
    return len(brotli.compress(data.encode() if isinstance(data, str) else data, quality=11))


@pytest.fixture(scope="module")
def pages(site) -> dict[str, str]:
    """The HTML of every page, by its address below the site; of today, not of frozen editions."""
    files = [path for path in some(site.rglob("*.html")) if not path.is_relative_to(site / "edities")]
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in files}


def loaded(html: str) -> list[str]:
    """What a browser fetches when it opens the page, as written."""
    tree = LexborHTMLParser(html)
    asked = [(node, "src") for node in tree.css("script[src], img[src]:not([loading=lazy]), iframe[src]")]
    asked += [(node, "href") for node in tree.css("link[rel=stylesheet], link[rel=icon], link[rel=preload]")]
    return [node.attributes[name] for node, name in asked] + START.findall(html)


def scripts_of(site: Path, page: str, html: str) -> set[str]:
    """The modules that opening a page runs: those it names, and those that they import."""
    tree = LexborHTMLParser(html)
    here = f"/{page}"
    found, waiting = set(), {urljoin(here, src) for src in loaded(html) if src.endswith(".js")}
    if waiting:
        base = sorted(waiting)[0]
        for node in tree.css("[data-module]"):
            waiting.add(urljoin(base, f"{node.attributes['data-module']}.js"))
    while waiting:
        one = waiting.pop()
        found.add(one)
        text = (site / one.lstrip("/")).read_text("utf-8")
        waiting |= {urljoin(one, name) for name in IMPORT.findall(text)} - found
    return found


def first_view(name: str, html: str) -> str:
    """The whole page; of a long list by nature its first two sections, of the catalogue its first groups."""
    heading = "<h3" if "catalog" in name else "<h2"
    return heading.join(html.split(heading)[:3]) if LONG.search(name) else html


def one_of_each(pages: dict[str, str]) -> list[tuple[str, str]]:
    """Every page that is read, and one for all the citation pages, bare pages and short links."""
    same = re.compile(r"(?:[a-z]+/)*[a-z]\d+/")
    return [(name, html) for name, html in pages.items() if walk.CITED in name or not same.match(name)]


def test_each_page_arrives_in_one_round_trip(pages):
    """The HTML carries its styles; nothing else holds up the first paint."""
    for name, html in some(one_of_each(pages)):
        tree = LexborHTMLParser(html)
        assert not tree.css("script[src]:not([type=module]):not([defer])"), name
        blocking = [each.attributes["href"] for each in tree.css("link[rel=stylesheet]:not([media=print])")]
        assert len(blocking) <= 1, name
        assert not blocking or blocking[0].endswith(("tools.css", "kit.css")) or name not in READ, name
        size = weight(first_view(name, html))
        assert size <= FIRST_ROUND_TRIP, f"{name}: {size} bytes"


def test_every_page_carries_the_same_style(site, pages):
    """One text and one hash for all pages; none in sections in a frame, which share a file, and where
    nothing is read."""
    found = {"page": set(), "frame": set(), "landing": set()}
    for name, html in some(pages.items()):
        kind = "frame" if "embed/" in name else "landing" if "http-equiv=refresh" in html else "page"
        found[kind] |= set(re.findall("<style>(.*?)</style>", html, re.DOTALL)) or {""}
    [style] = found["page"] - {""}  # what is no page of the guide may share a file too
    assert weight(style) <= STYLE
    assert found["landing"] == found["frame"] == {""}
    policy = (site / "_headers").read_text("utf-8")
    assert len(re.findall("sha256-", re.search(r"style-src ([^;]+)", policy)[1])) == 1


def test_opening_a_page_is_light(site, pages):
    for name, html in some(one_of_each(pages)):
        files = {urljoin(f"/{name}", address) for address in loaded(html)}
        scripts = scripts_of(site, name, html)
        sizes = {file: weight((site / file.lstrip("/")).read_bytes()) for file in files | scripts}
        # a tool has a script of its own, and mostly a sheet
        sheet = any(file.endswith(("tools.css", "kit.css", "catalogue.css", "style.css")) for file in sizes)
        own = 2 if sheet else int("catalog" in name)
        assert len(sizes) + 1 <= REQUESTS + own, f"{name}: {sorted(sizes)}"
        assert weight(first_view(name, html)) + sum(sizes.values()) <= OPENING, f"{name}: {sizes}"
        assert sum(sizes[script] for script in scripts) <= SCRIPTS, f"{name}: {sizes}"


def test_nothing_comes_from_another_host(pages):
    for name, html in some(pages.items()):
        foreign = [address for address in loaded(html) if urlsplit(address).netloc]
        assert not foreign, f"{name}: {foreign}"


def test_pages_hold_nothing_that_the_policy_would_stop(pages):
    for name, html in some(pages.items()):
        assert "data:" not in re.sub(r">[^<]*<", "><", html), f"{name}: a data: address"
        for node in LexborHTMLParser(html).css("*"):
            attributes = node.attributes or {}
            assert "style" not in attributes, f"{name}: {node.html[:120]}"
            assert not [key for key in attributes if key.startswith("on")], f"{name}: {node.html[:120]}"


def test_policy_names_what_is_inline_and_nothing_more(site, pages):
    """Read back with another parser than the one that wrote it."""
    server = (site / "_headers").read_text("utf-8")
    for name, html in some(pages.items()):
        tree = LexborHTMLParser(html)
        if tree.css_first("head > *") is None:
            continue
        [meta] = tree.css("meta[http-equiv=Content-Security-Policy]")
        stated = set(re.findall(r"'sha256-[^']+'", meta.attributes["content"]))
        inline = [
            node.text()
            for node in tree.css("style, script:not([src])")
            if node.attributes.get("type", "") not in ("application/ld+json", "application/json")
        ]
        needed = {
            f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in inline
        }
        assert stated == needed, name
        assert all(source in server for source in needed), name
        assert "unsafe" not in meta.attributes["content"]
        assert "default-src 'none'" in meta.attributes["content"]


def test_server_policy_says_who_may_frame(site):
    for name in ("_headers", "server/nginx.conf", "server/Caddyfile"):
        text = (site / name).read_text("utf-8")
        assert "frame-ancestors 'self'" in text, name
        assert "unsafe" not in text, name
    assert "frame-ancestors 'self' https://i.example" in headers.policy(
        {"script": set(), "style": set()}, "'self' https://i.example"
    )


def test_pages_have_no_leftovers_of_the_theme(pages):
    for name, html in some(pages.items()):
        found = LexborHTMLParser(html).css("meta[name=generator], [class*=md-], [data-md-component]")
        assert not found, f"{name}: {found[0].html[:120]}"


def test_nothing_unused_is_served(site, pages):
    names = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    names = [name for name in names if not name.startswith("edities/")]
    assert not [name for name in names if name.endswith((".map", ".yml", ".py")) or "lunr" in name]
    everything = "".join(pages.values()) + "".join(p.read_text("utf-8") for p in site.rglob("*.js"))
    everything += "landing.js"  # for the first page that gets another address
    for name in names:
        if name.startswith("assets/"):
            stem = Path(name).stem
            assert Path(name).name in everything or re.search(rf"data-module={stem}\b", everything), name


def test_every_link_between_pages_is_relative_or_whole(pages):
    """So that the site also works below a path: no address begins at the root of the host."""
    for name, html in some(pages.items()):
        if name.endswith("404.html"):
            continue  # it is shown at any depth
        nodes = LexborHTMLParser(html).css("a[href], link[href], script[src], img[src]")
        found = [node.attributes.get("href") or node.attributes.get("src") for node in nodes]
        assert [one for one in found if urldefrag(one)[0].startswith("/")] == [], name


def test_what_a_page_holds_stands_right_after_its_lead(pages):
    """Also where notices of what moved stand above the lead."""
    listed = {name: LexborHTMLParser(html).css_first(".contents") for name, html in pages.items()}
    for name, contents in some([(name, node) for name, node in listed.items() if node]):
        before = contents.prev
        while before.tag == "-text":
            before = before.prev
        assert (before.tag, before.attributes) == ("p", {}), name
