"""The built pages as files: their weight, what they load, their policy, their style rules and colours."""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import brotli
import colours
import finish
import headers
import material
import pytest
import sections
import stylesheet
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

FIRST_ROUND_TRIP = 14_600  # bytes that a server may send on a fresh connection before it waits
OPENING = 20_000
SCRIPTS = 5_000
IMPORT = re.compile(r"""^\s*(?:import|export)\b[^;]*?from\s*["'](\.[^"']+)["']""", re.MULTILINE)
START = re.compile(r'import\(new URL\("([^"]+)"')  # the script that main.html starts after the first paint
LONG = re.compile(r"casussen|cases|catalog|trainers-|sharing/|delen/")
TOKENS = colours.site_tokens()

# What our templates stand in for, or take apart: look at these again when Material changes.
ORIGINALS = {
    "base.html": "8536d352b0093623",
    "main.html": "9948b55a7bc979c3",
    "partials/javascripts/base.html": "d6113712bc4deb30",
    "partials/javascripts/content.html": "3722e156f0f6339d",
    "partials/search.html": "bfd556535abcddb9",
}


def weight(data: bytes | str) -> int:
    """Bytes on the wire, compressed as well as can be."""
    return len(brotli.compress(data.encode() if isinstance(data, str) else data, quality=11))


@pytest.fixture(scope="module")
def pages(site) -> dict[str, str]:
    """The HTML of every page, by its address below the site; of today, not of frozen editions."""
    files = [path for path in site.rglob("*.html") if not path.is_relative_to(site / "edities")]
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
        imports = re.findall(
            r"""^\s*(?:import|export)\b[^;]*?from\s*["'](\.[^"']+)["']""", text, re.MULTILINE
        )
        waiting |= {urljoin(one, name) for name in imports} - found
    return found


def test_each_page_arrives_in_one_round_trip(pages):
    """The HTML carries its styles; nothing else holds up the first paint.

    Of a page that is a long list by nature, the styles and the first two sections arrive so.
    """
    for name, html in pages.items():
        tree = LexborHTMLParser(html)
        assert not tree.css("link[rel=stylesheet], script[src]:not([type=module]):not([defer])"), name
        first = "<h2".join(html.split("<h2")[:3]) if LONG.search(name) else html
        assert weight(first) <= FIRST_ROUND_TRIP, f"{name}: {weight(first)} bytes"


def test_opening_a_page_is_light(site, pages):
    for name, html in pages.items():
        files = {urljoin(f"/{name}", address) for address in loaded(html)}
        scripts = scripts_of(site, name, html)
        sizes = {file: weight((site / file.lstrip("/")).read_bytes()) for file in files | scripts}
        assert len(sizes) + 1 <= 6, f"{name}: {sorted(sizes)}"
        assert weight(html) + sum(sizes.values()) <= OPENING, f"{name}: {sizes}"
        assert sum(sizes[script] for script in scripts) <= SCRIPTS, f"{name}: {sizes}"


def test_nothing_comes_from_another_host(pages):
    for name, html in pages.items():
        foreign = [address for address in loaded(html) if urlsplit(address).netloc]
        assert not foreign, f"{name}: {foreign}"


def test_pages_hold_nothing_that_the_policy_would_stop(pages):
    for name, html in pages.items():
        assert "data:" not in re.sub(r">[^<]*<", "><", html), f"{name}: a data: address"
        for node in LexborHTMLParser(html).css("*"):
            attributes = node.attributes or {}
            assert "style" not in attributes, f"{name}: {node.html[:120]}"
            assert not [key for key in attributes if key.startswith("on")], f"{name}: {node.html[:120]}"


def test_policy_names_what_is_inline_and_nothing_more(site, pages):
    """Read back with another parser than the one that wrote it."""
    server = (site / "_headers").read_text("utf-8")
    for name, html in pages.items():
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
    for name in ("_headers", "headers.nginx.conf"):
        text = (site / name).read_text("utf-8")
        assert "frame-ancestors 'self'" in text, name
        assert "unsafe" not in text, name
    assert "frame-ancestors 'self' https://i.example" in headers.policy(
        {"script": set(), "style": set()}, "'self' https://i.example"
    )


def test_nothing_unused_is_served(site, pages):
    names = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    names = [name for name in names if not name.startswith("edities/")]
    assert not [name for name in names if name.endswith((".map", ".css", ".yml", ".py")) or "lunr" in name]
    everything = "".join(pages.values()) + "".join(p.read_text("utf-8") for p in site.rglob("*.js"))
    for name in names:
        if name.startswith("assets/"):
            stem = Path(name).stem
            assert Path(name).name in everything or re.search(rf"data-module={stem}\b", everything), name


def test_every_link_between_pages_is_relative_or_whole(pages):
    """So that the site also works below a path: no address begins at the root of the host."""
    for name, html in pages.items():
        if name.endswith("404.html"):
            continue  # it is shown at any depth
        for node in LexborHTMLParser(html).css("a[href], link[href], script[src], img[src]"):
            address = node.attributes.get("href") or node.attributes.get("src") or ""
            assert not urldefrag(address)[0].startswith("/"), f"{name}: {address}"


def test_material_is_still_what_we_build_on():
    """Fails when a template changed that ours replaces or relies on: compare, adapt, write the new hash."""
    templates = Path(material.__file__).parent / "templates"
    found = {name: hashlib.sha256((templates / name).read_bytes()).hexdigest()[:16] for name in ORIGINALS}
    assert found == ORIGINALS


# --- colours --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#ffffff", 1),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_contrast_as_wcag_counts_it(one, other, ratio):
    assert colours.contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert colours.contrast(other, one) == colours.contrast(one, other)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("text", "least"),
    [("--ink", 7), ("--ink-quiet", 7), ("--good", 4.5), ("--warn", 4.5), ("--focus", 3)],
)
def test_our_own_colours_are_readable(scheme, text, least):
    for ground in ("--paper", "--surface"):
        assert colours.contrast(TOKENS[text][scheme], TOKENS[ground][scheme]) >= least, ground


@pytest.mark.parametrize(
    ("accent", "said"),
    [
        ({"light": "#6b2a5b", "dark": "#e3b3d6"}, []),
        ({"light": "#e3b3d6", "dark": "#e3b3d6"}, ["light: #e3b3d6", "contrast of 1.75", "darker"]),
        ({"light": "#6b2a5b", "dark": "#6b2a5b"}, ["dark: #6b2a5b", "contrast of 1.81", "lighter"]),
        ({"light": "plum", "dark": "#e3b3d6"}, ["light", '"plum"', "#rrggbb"]),
        ({"light": "#6b2a5b"}, ["dark", "#rrggbb"]),
        (None, ["light", "dark"]),
    ],
)
def test_an_unreadable_accent_is_refused_with_its_ratio(accent, said):
    found = " ".join(colours.faults(accent, TOKENS))
    assert bool(found) == bool(said)
    assert all(word in found for word in said), found


@pytest.mark.parametrize("accent", ["#6b2a5b", "#e3b3d6", "#808080", "#00ff00", "#0000ff"])
def test_text_on_the_accent_is_readable(accent):
    assert colours.contrast(accent, colours.ink_on(accent, TOKENS["--paper"])) >= 3.9


def test_a_build_with_an_unreadable_accent_fails_in_one_line(project):
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace('light: "#6b2a5b"', 'light: "#ffee88"'), "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    run = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    said = run.stdout + run.stderr
    assert re.search(r"mkdocs\.yml: ministry\.accent\.light: #ffee88 .* contrast of 1\.\d\d", said)
    assert "Traceback" not in said
    assert not (project / "site").exists()


def test_a_wide_logo_and_a_long_name_fit_a_telephone(project, browser):
    (project / "docs/assets").mkdir(exist_ok=True)
    Image.new("RGB", (1600, 480)).save(project / "docs/assets/logo.png")
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8").replace('logo: ""', 'logo: "logo.png"')
    config.write_text(text.replace('name: ""', 'name: "Ministerie van Koninkrijksaangelegenheden"'), "utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=project, check=True)
    page = browser.new_page(viewport={"width": 320, "height": 600})
    files = "http://guide.test/"
    page.route("**/*", lambda route: route.fulfill(path=project / "site" / route.request.url[len(files) :]))
    page.goto(f"{files}index.html")
    assert page.locator(".brand img").bounding_box()["height"] == 40
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.close()


# --- style rules ----------------------------------------------------------------------------------

PAGE = '<p class="a" id="x">t <a href="#">l</a></p><template><li class="made">m</li></template>'


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        ("p{color:red}", "p{color:red;}"),
        ("h1{color:red}", ""),
        (".a,.b{color:red}", ".a{color:red;}"),
        ("p:hover,h1:hover{color:red}", "p:hover{color:red;}"),
        (".a::before{content:none}", ".a::before{content:none;}"),
        (".b::before{content:none}", ""),
        (".a>a:not(:focus){color:red}", ".a>a:not(:focus){color:red;}"),
        (".a:not(.a){color:red}", ""),
        (":is(.b,.a:hover) a{color:red}", ":is(.b,.a:hover) a{color:red;}"),
        (":is(.b,h1) a{color:red}", ""),
        ("p:has(> a){color:red}", "p:has(> a){color:red;}"),
        ("a[aria-current]{color:red}", "a[aria-current]{color:red;}"),
        ("a[rel]{color:red}", ""),
        (".made{color:red}", ".made{color:red;}"),
        ("/* states: .on mark */ p.on{color:red} p mark{color:red} h1.on{color:red}",
         "p.on{color:red;}p mark{color:red;}"),
        ("p{& a{color:red} .b &{color:red} &:hover{top:0}}", "p{& a{color:red;}&:hover{top:0;}}"),
        ("h1{& a{color:red}}", ""),
        ("@media print{h1{color:red}}", ""),
        ("@media print{p{color:red}}", "@media print{p{color:red;}}"),
        ("@supports (top:0){@media print{p{top:0}}}", "@supports (top:0){@media print{p{top:0;}}}"),
        (":root{--x:1;--y:var(--z);--z:2}p{top:var(--y)}", ":root{--y:var(--z);--z:2;}p{top:var(--y);}"),
        ("@keyframes k{to{top:0}}@keyframes l{to{top:0}}p{animation:l 1s}",
         "@keyframes l{to{top:0}}p{animation:l 1s;}"),
        ("@view-transition{navigation:auto}", "@view-transition {navigation:auto}"),
        ("p{background:url(data:x);top:0}", "p{top:0;}"),
        ("p{top:0 !important}", "p{top:0 !important;}"),
        (":what(p) b{top:0}", ""),
    ],
)  # fmt: skip
def test_only_rules_that_a_page_uses_are_kept(css, kept):
    reduced = stylesheet.reduce(stylesheet.sheet("", [css]), [PAGE])
    assert reduced.replace("@view-transition{", "@view-transition {") == kept


def test_material_stands_in_a_layer_below_our_own():
    reduced = stylesheet.reduce(stylesheet.sheet("p{top:0}", ["p{top:1px}"]), [PAGE])
    assert reduced == "@layer material{p{top:0;}}p{top:1px;}"


def test_a_finished_page_keeps_its_text_and_loses_what_needs_materials_script():
    html = (
        "<!doctype html><html><head><link rel=stylesheet href=x.css></head><body>"
        '<input class="md-toggle" type=checkbox><label class="md-overlay"></label>'
        "<pre>  a\n  b</pre><p>één <b>twee</b> drie</p></body></html>"
    )
    rules = stylesheet.sheet("", ["p{color:red}h1{color:red}"])
    done = finish.finished({"x/index.html": finish.tidy(html)}, rules)["x/index.html"]
    assert "<style>p{color:red}</style>" in done
    assert "  a\n  b" in done
    assert "één <b>twee</b> drie" in done
    assert "md-" not in done


def test_pages_of_a_kind_share_one_style():
    page = "<!doctype html><html><head><link rel=stylesheet href=x.css></head><body>{}</body></html>"
    pages = {"embed/p3/index.html": "<p>", "en/embed/o1/index.html": "<em>", "index.html": "<b>", "x/p3/": ""}
    pages = {name: finish.tidy(page.format(body)) for name, body in pages.items()}
    done = finish.finished(pages, stylesheet.sheet("", ["p{top:0}em{top:1px}b{top:2px}"]))
    styles = [re.search("<style>(.*?)</style>", html)[1] for html in done.values()]
    assert styles == ["p{top:0}em{top:1px}", "p{top:0}em{top:1px}", "b{top:2px}", ""]


def test_files_are_wanted_when_a_page_or_a_wanted_script_names_them():
    files = {"assets/a.js": 'import "./b.js"', "assets/b.js": "", "assets/c.js": "", "assets/d.js": ""}
    assert finish.wanted(files, "<script src=a.js></script><p data-module=d>") == {
        "assets/a.js", "assets/b.js", "assets/d.js",
    }  # fmt: skip


# --- sections -------------------------------------------------------------------------------------


def test_tools_follow_headings_with_a_code_and_no_others():
    html = '<h2 id="p3">A <em>b</em></h2><p>x</p><h2 id="other">C</h2><h3 id="p4">D</h3>'
    assert sections.with_tools(html, lambda code: f"[{code}]") == html.replace("</h2><p>", "</h2>[p3]<p>")
