"""What readers are answered by nginx and Caddy with the configuration that the build writes: `-m servers`."""

from __future__ import annotations

import gzip
import re
import subprocess

import pytest
from content import mime
from guard import some
from small import contents

from on_servers.served import Server, serve

pytestmark = pytest.mark.servers
HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "SAMEORIGIN",
    "cache-control": "no-cache",
}
HSTS = {"strict-transport-security": "max-age=31536000"}
ASKED = [  # of every kind of answer one: path below the site's own, status
    ("", 200),
    ("en/", 200),
    ("ophef/", 200),
    ("o1/", 302),
    ("o1", 302),
    ("en/ophef/", 301),
    ("ophef", "folder"),
    ("nergens/", 404),
    ("en/nowhere/", 404),
    ("en/nowhere.md", 404),
    ("assets/", 404),
    ("assets/style.css", 200),
    ("assets/favicon.svg", 200),
    ("llms-full.txt", 200),
    ("citeren/o2/o2.csl.json", 200),
    ("feed.xml", 200),
]


def test_nginx_has_nothing_to_warn_of(root, tmp_path):
    with serve("nginx", *root, tmp_path) as server:
        told = subprocess.run([*server.again[:-2], "-t"], capture_output=True, text=True, check=True).stderr
    assert "successful" in told and "[warn]" not in told


def expected(server: Server) -> dict[str, str]:
    """The headers of every answer."""
    return HEADERS | (HSTS if server.base == "/gids/" else {})


@pytest.mark.parametrize(("path", "status"), ASKED)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_every_answer_has_every_header_once(server, path, status, method):
    got = server.get(path, method)
    assert got.status in ((301, 308) if status == "folder" else (status,))
    wanted = expected(server)
    assert {name: got.all(name) for name in wanted} == {name: [value] for name, value in wanted.items()}
    [policy] = got.all("content-security-policy")
    assert policy.startswith("default-src 'none'; ") and policy.endswith("frame-ancestors 'self'")
    assert "unsafe" not in policy and len(policy) < 2000
    assert got["server"] in ("nginx", "") and not re.search(r"\d", got["server"])
    assert (HSTS.keys() & dict(got.headers).keys() == set()) == (server.base == "/")


def test_the_policy_of_the_server_allows_all_that_each_page_does(server, root):
    pages = some((root[0] / root[1][1:]).rglob("*.html"))
    allowed = server.get("")["content-security-policy"]
    hashes = {one for page in pages for one in re.findall(r"'sha256-[^']+'", page.read_text("utf-8"))}
    assert hashes and all(one in allowed for one in hashes)


def test_every_file_is_served_as_what_it_is(server, root):
    folder = root[0] / root[1][1:]
    hidden = (".git/", "server/", "_headers", "_redirects")
    leads = {line.split()[0] for line in (folder / "_redirects").read_text("utf-8").splitlines()}
    served = {name: data for name, data in contents(folder).items() if not name.startswith(hidden)}
    wrong = []
    for name, data in some(served.items()):
        address, kind = name.removesuffix("index.html"), mime.whole(mime.of(name))
        got = server.get(name if server.base + address in leads else address)
        if (got.status, got["content-type"].lower(), got.body) != (200, kind, data):
            wrong.append((name, got.status, got["content-type"], kind))
    assert not wrong


def test_what_is_for_the_server_and_what_is_hidden_is_no_reader_s(server):
    paths = ["server/nginx.conf", "server/Caddyfile", "_headers", "_redirects", ".git/HEAD", "en/.git/HEAD"]
    assert {path: server.get(path).status for path in paths} == dict.fromkeys(paths, 404)


def test_every_address_that_leads_on_does_so_in_one_step(server, root):
    rules = [line.split() for line in (root[0] / root[1][1:] / "_redirects").read_text("utf-8").splitlines()]
    names = {at for at, _, _ in rules}
    assert {f"{server.base}{name}" for name in ("toegankelijkheid", "o1/", "en/ophef/")} <= names
    got = {at: server.whole(at) for at, _, _ in some(rules)}
    told = {at: (answer["location"], str(answer.status)) for at, answer in got.items()}
    assert told == {at: (target, status) for at, target, status in rules}
    targets = {target.partition("#")[0] for _, target, _ in rules}
    assert {target: server.whole(target).status for target in targets} == dict.fromkeys(targets, 200)


def test_a_folder_without_its_slash_leads_there_whatever_stands_before_the_server(server):
    """Behind a proxy the server's own port and scheme are not the reader's: so it names neither."""
    got = server.get("ophef")
    assert got["location"] == f"{server.base}ophef/"
    if server.base != "/":
        bare = server.whole(server.base.rstrip("/"))
        assert (bare.status, bare["location"]) == (301, server.base)
        assert bare["x-content-type-options"] == "nosniff"


def test_security_txt_is_found_at_the_root_of_the_host(server):
    got = server.whole("/.well-known/security.txt")
    if server.base == "/":
        assert got.status == 404  # nobody filled it in
        return
    assert (got.status, got["location"]) == (301, "/gids/.well-known/security.txt")
    got = server.whole(got["location"])
    assert (got.status, got["content-type"].lower()) == (200, "text/plain; charset=utf-8")
    assert b"Contact: mailto:veilig@verzinsels.example\n" in got.body


def test_the_404_page_is_in_the_language_of_the_address(server, root):
    folder = root[0] / root[1][1:]
    dutch, english = ((folder / name).read_bytes() for name in ("404.html", "en/404.html"))
    assert dutch != english
    asked = {"nergens/": dutch, "a/b/nergens.md": dutch, "en/nowhere/": english, "en/assets/x.css": english}
    got = {path: server.get(path) for path in asked}
    told = {path: (one.status, one["content-type"].lower(), one.body) for path, one in got.items()}
    assert told == {path: (404, "text/html; charset=utf-8", page) for path, page in asked.items()}


def test_texts_are_packed_and_say_that_they_may_be(server, root):
    page = (root[0] / root[1][1:] / "ophef/index.html").read_bytes()
    got = server.get("ophef/", accept_encoding="gzip")
    assert got["content-encoding"] == "gzip" and gzip.decompress(got.body) == page
    assert "Accept-Encoding" in ", ".join(got.all("vary"))
    plain = server.get("ophef/")
    assert plain["content-encoding"] == "" and plain.body == page


def test_a_page_that_did_not_change_is_not_sent_again(server):
    tag = server.get("ophef/")["etag"]
    got = server.get("ophef/", if_none_match=tag)
    assert (got.status, got.body) == (304, b"")
    assert got["cache-control"] == "no-cache"


def test_what_has_a_hash_in_its_name_is_kept_for_good_and_its_absence_is_not(server):
    got = server.get("edities/2025.01/style/0123456789ab.css")
    assert (got.status, got.all("cache-control")) == (200, ["public, max-age=31536000, immutable"])
    assert got["x-content-type-options"] == "nosniff"
    got = server.get("edities/2025.01/style/other.css")
    assert (got.status, got.all("cache-control")) == (404, ["no-cache"])


def test_the_language_of_the_browser_counts_at_the_address_of_the_site_only_and_when_asked_for(server):
    asked_for = server.base == "/gids/"
    english = server.get("", accept_language="en-GB,en;q=0.9,nl;q=0.8")
    leads = (english.status, english["location"])
    assert leads == ((302, f"{server.base}en/") if asked_for else (200, ""))
    assert server.get("", accept_language="nl,en;q=0.9").status == 200
    assert server.get("", accept_language="enm").status == 200
    assert server.get("ophef/", accept_language="en").status == 200
    chosen = f"http://gids.example{server.base}en/"  # who chose Dutch there
    assert server.get("", accept_language="en", referer=chosen).status == 200
    varies = "Accept-Language" in ", ".join(server.get("", accept_language="nl").all("vary"))
    assert varies == asked_for
    assert "Accept-Language" not in ", ".join(server.get("ophef/").all("vary"))
