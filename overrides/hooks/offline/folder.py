"""The built site as files that work from a folder, by double click, without a server. Pure.

Links name `index.html`, all scripts are one classic script, and what needs a server is left out: a link to
that leads to the site on the web.
"""

from __future__ import annotations

import json
import posixpath
import re

from content import addresses
from publish import headers
from selectolax.lexbor import LexborHTMLParser

SCRIPT = "assets/js/page.js"
SECTIONS = "sections.json"
# Of use to a server, to other sites or to other programs on the web; or made after the pages.
LEFT_OUT = re.compile(
    r"_headers|_redirects|server/.*|sitemap\.xml(\.gz)?|([a-z]{2}/)?(404\.html|feed\.xml|embed/.*)|edities/.*"
    r"|assets/previews/.*|assets/js/(?!search-).*"
)
STARTS = (  # how a page begins the scripts of the site, and which of them; the rest of what is inline stays
    (re.compile(r"const go=\(\)=>import\(.+", re.DOTALL), "site"),
    (re.compile(r"if\(location\.protocol===\"file:\"\).+", re.DOTALL), ""),
)
UNNEEDED = (
    "meta[http-equiv=Content-Security-Policy], script[type=speculationrules], link[rel~=alternate], "
    "#search-files, .downloads"
)


def relative(link: str, at: str, kept: set[str], root: str) -> str:
    """A link of the page at `at` in the folder: to a file there, or to the web. Others are given back."""
    path, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", link, re.DOTALL).groups()
    if not path or re.match(r"[a-z][a-z+.-]*:|//", link, re.IGNORECASE):
        return link
    target = posixpath.normpath(posixpath.join(posixpath.dirname(at), path))
    target = "" if target == "." else target
    for file in (target, posixpath.join(target, "index.html")):
        if file in kept:
            return posixpath.relpath(file, posixpath.dirname(at) or ".") + mark + rest
    return f"{root}{target}{'/' if path.endswith('/') and target else ''}{mark}{rest}"


def element(script: str):
    """A script as an element of a page."""
    return LexborHTMLParser(script).css_first("script")


def start_scripts(tree: LexborHTMLParser, at: str) -> None:
    """Have the page load the one classic script instead of modules."""
    start = ""
    for node in tree.css("script"):
        source, text = node.attributes.get("src") or "", node.text()
        if node.attributes.get("type") == "module":
            start = posixpath.basename(source).removesuffix(".js")
            node.decompose()
            continue
        for form, name in STARTS:
            if form.search(text):
                start = name or start
                node.insert_after(element(f"<script>{form.sub('', text)}</script>"))
                node.decompose()
    if start:
        source = addresses.relative(SCRIPT, at)
        tree.head.insert_child(element(f'<script defer src="{source}" data-start="{start}"></script>'))


def texts(sections: bytes) -> str:
    """What the filter of the catalogue reads of sections.json, as an element of the page."""
    every = json.loads(sections)["sections"]
    kept = {"sections": [{key: one[key] for key in ("language", "code", "text")} for one in every]}
    data = json.dumps(kept, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="sections">{data}</script>'


def page(html: str, at: str, files: dict[str, bytes], kept: set[str], root: str) -> str:
    """A page of the site as it works in a folder; `root` is the address of the site on the web."""
    tree = LexborHTMLParser(html)
    for node in tree.css(UNNEEDED):
        node.decompose()
    start_scripts(tree, at)
    for node in tree.css("a.short"):  # to give to others
        node.attrs["href"] = relative(node.attributes["href"] or "", at, set(), root)
    for node in tree.css("[href], [src], form[action], meta[http-equiv=refresh]"):
        for name in {"href", "src", "action"} & node.attributes.keys():
            node.attrs[name] = relative(node.attributes[name] or "", at, kept, root)
        if "http-equiv" in node.attributes:
            wait, _, link = (node.attributes["content"] or "").partition("url=")
            node.attrs["content"] = f"{wait}url={relative(link, at, kept, root)}"
    for node in tree.css("[data-texts]"):
        node.insert_after(element(texts(files[SECTIONS])))
    allowed = headers.policy(headers.hashes(tree)).partition("; connect-src")[0]
    meta = f'<meta http-equiv="Content-Security-Policy" content="{allowed}">'
    return headers.HEAD.sub(lambda head: head[0] + meta, tree.html, count=1)


def files(built: dict[str, bytes], root: str, script: str) -> dict[str, bytes]:
    """The built site, by path from its root, as it works in a folder with `script` on its pages."""
    kept = {name: data for name, data in built.items() if not LEFT_OUT.fullmatch(name)}
    pages = {
        name: page(data.decode(), name, built, {*kept, SCRIPT}, root).encode()
        for name, data in kept.items()
        if name.endswith(".html")
    }
    return kept | pages | {SCRIPT: script.encode()}
