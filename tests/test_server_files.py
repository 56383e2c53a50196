"""The configurations of servers as text: what can be told of them without a server."""

from __future__ import annotations

import dataclasses
import re

import pytest
import upload
from content import mime
from publish import answers, caddy, nginx, object_storage, servers, static_host
from publish.swap import Refused

POLICY = "default-src 'none'; frame-ancestors 'self'"
MOVED = (("/gids/p3/", "/gids/principes/#p3", 302), ("/gids/en/oud/", "/gids/en/new/", 301))
SMALL = answers.Answers("klein.example", "/gids/", POLICY, "'self'", MOVED, ("en/",))

OF_SERVERS = ("nginx.conf", "Caddyfile", "objects.json")


@pytest.fixture(params=[nginx, caddy], ids=["nginx", "caddy"])
def text(request) -> str:
    """The file of a server, without what it says about itself."""
    whole = request.param.text(dataclasses.replace(SMALL, hsts=True, by_browser=True, security=True))
    return re.sub(r"(^|\s)#.*", "", whole, flags=re.MULTILINE)


def test_each_file_is_whole(text):
    bare = re.sub(r'"[^"\n]*"', "", text)
    assert bare.count("{") == bare.count("}") > 3
    assert text.count('"') % 2 == 0
    assert text.endswith("}\n") and "\r" not in text and "None" not in text


def test_no_location_of_nginx_drops_the_headers_of_another():
    """One add_header in a location drops all those that it inherits: so only whole lists stand there."""
    blocks = re.findall(r"((?:^ *add_header .*\n)+)", nginx.text(SMALL), re.MULTILINE)
    assert len(blocks) == 2  # of the site, and of its path without the last slash, which lies outside of it
    assert blocks[0] == blocks[1]
    names = re.findall("add_header (\\S+)", blocks[0])
    assert names == [*SMALL.headers, "Cache-Control", "Vary"]
    assert blocks[0].count(" always;") == len(names)


@pytest.mark.parametrize(
    ("framers", "told"),
    [("'self'", "SAMEORIGIN"), ("'none'", "DENY"), ("'self' https://intranet.example", None)],
)
def test_old_browsers_are_told_who_may_frame_as_far_as_they_understand(framers, told):
    assert dataclasses.replace(SMALL, framers=framers).headers.get("X-Frame-Options") == told


@pytest.mark.parametrize("write", [nginx.text, caddy.text, static_host.headers])
def test_hsts_is_there_only_when_it_was_switched_on(write):
    assert "Strict-Transport-Security" not in write(SMALL)
    assert "max-age=31536000" in write(dataclasses.replace(SMALL, hsts=True))


@pytest.mark.parametrize("write", [nginx.text, caddy.text])
def test_the_language_of_a_browser_is_asked_for_only_when_that_was_switched_on(write):
    assert "accept_language" not in write(SMALL).lower().replace("-", "_")
    assert "accept_language" in write(dataclasses.replace(SMALL, by_browser=True)).lower().replace("-", "_")


@pytest.mark.parametrize("write", [nginx.text, caddy.text, static_host.redirects])
def test_an_address_that_leads_on_does_so_with_and_without_its_slash(write):
    lines = [line for line in write(SMALL).splitlines() if "/gids/principes/#p3" in line]
    assert len(lines) == 2 and all("302" in line for line in lines)
    assert [bool(re.search(r"/gids/p3/\s", line)) for line in lines] == [True, False]


@pytest.mark.parametrize("size", [1999, 2000, 2001])
def test_a_policy_that_no_static_host_takes_stops_the_build(model, size):
    policy = "x" * (size - len("Content-Security-Policy: "))
    if size <= 2000:
        assert f"Content-Security-Policy: {policy}\n" in static_host.headers(answers.of(model, policy, []))
    else:
        with pytest.raises(Refused, match="has 2001 characters and hosts take 2000: name fewer sites"):
            answers.of(model, policy, [])


def test_every_line_of_the_files_of_static_hosts_is_one_that_they_take():
    files = {name: data.decode() for name, data in servers.files(SMALL)}
    assert files.keys() == {"_headers", "_redirects", *(f"server/{name}" for name in OF_SERVERS)}
    assert re.fullmatch(r"(/\S*\n(  [\w-]+: [^\n]+\n)+)+", files["_headers"])
    assert re.fullmatch(r"(/\S* /\S* 30[12]\n)+", files["_redirects"])


def test_every_server_is_told_the_kind_of_what_few_of_them_know():
    told = {nginx: ("text/markdown md;", r'"\.csl\.json$"'), caddy: (r"\.md$", r"\.csl\.json$")}
    texts = [(each.text(SMALL), part) for each, parts in told.items() for part in parts]
    missing = [part for text, part in texts if part not in text]
    assert not missing
    headers = static_host.headers(SMALL)
    assert [end for end in mime.OWN if f"/*{end}\n" not in headers] == []
    assert "/*.txt\n  Content-Type: text/plain; charset=utf-8\n" in headers


def test_object_storage_is_told_what_each_file_needs_and_what_only_a_cdn_can_add():
    rules = object_storage.rules(dataclasses.replace(SMALL, security=True))
    told = {
        name: upload.headers(name, rules)
        for name in ("index.html", "p3.csl.json", "edities/2025.01/style/0.css", "x")
    }
    assert told["p3.csl.json"]["ContentType"] == "application/vnd.citationstyles.csl+json"
    assert told["index.html"] == {"ContentType": "text/html; charset=utf-8", "CacheControl": "no-cache"}
    assert told["edities/2025.01/style/0.css"]["CacheControl"].endswith("immutable")
    assert told["x"]["ContentType"] == "application/octet-stream"
    assert rules["headers_of_the_cdn"]["Content-Security-Policy"] == POLICY
    assert rules["leads"]["/gids/p3"] == rules["leads"]["/gids/p3/"] == "/gids/principes/#p3"
    assert rules["leads"]["/.well-known/security.txt"] == "/gids/.well-known/security.txt"
