"""What judges of others say of the site as it is delivered, on loopback with https and HSTS: `-m servers`."""

from __future__ import annotations

import re

import pytest
from guard import some

from on_servers import observatory
from on_servers.served import Answer, Server, serve

pytestmark = [pytest.mark.servers, pytest.mark.xdist_group("judges")]  # fetched once

# What internet.nl asks of headers, as patterns of a value (github.com/internetstandards/Internet.nl,
# checks/tasks/http_headers.py). It also asks that nothing be packed, against BREACH: see the test of that.
OWN = r"'none'|'self'"
ASKED = {
    "strict-transport-security": r"max-age=(?!\d{1,7}\b)\d+",  # a year: 31536000, of eight figures
    "x-frame-options": r"DENY|SAMEORIGIN",
    "x-content-type-options": r"nosniff",
    "referrer-policy": r"same-origin|no-referrer",
}
DIRECTIVES = {"default-src": OWN, "base-uri": OWN, "frame-ancestors": OWN, "form-action": OWN}
BAD_SOURCE = re.compile(r"'unsafe-|https?:$|http:|data:|\*|127\.0\.0\.1|[\w-]+\.\w")  # none begins a source


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """The observatory, fetched once."""
    return observatory.fetched(tmp_path_factory.mktemp("observatory"))


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def secure(request, below, tmp_path_factory) -> Server:
    """The small site below a sub-path, where HSTS is on, over https."""
    folder = tmp_path_factory.mktemp(request.param)
    with serve(request.param, *below, folder, observatory.certificate(folder)) as started:
        yield started


def directives(answer: Answer) -> dict[str, list[str]]:
    """The policy of an answer: each directive with its sources."""
    parts = (part.split() for part in answer["content-security-policy"].split(";"))
    return {name: sources for name, *sources in parts}


def test_the_observatory_of_mdn_gives_the_highest_grade_and_all_points(program, secure):
    said = observatory.verdict(program, secure)
    tests = some(said["tests"].items())
    assert {name: one["result"] for name, one in tests if not one["pass"]} == {}
    told = [said["scan"][name] for name in ("grade", "score", "testsPassed", "testsQuantity")]
    assert told == ["A+", 130, 10, 10]


def test_every_header_is_as_internet_nl_asks(secure):
    got = secure.get("")
    assert {name: got[name] for name, ask in ASKED.items() if not re.fullmatch(ask, got[name])} == {}
    policy = directives(got)
    told = {name: " ".join(policy.get(name, [])) for name in DIRECTIVES}
    assert {name: value for name, value in told.items() if not re.fullmatch(DIRECTIVES[name], value)} == {}
    assert [one for sources in policy.values() for one in sources if BAD_SOURCE.match(one)] == []


def test_a_reader_without_https_is_led_to_it_on_the_same_host_at_once(secure):
    got = secure.unsafe("/gids/ophef/")
    assert (got.status, got["location"]) == (301, "https://gids.example/gids/ophef/")


def test_security_txt_is_found_over_https(secure):
    got = secure.whole(secure.whole("/.well-known/security.txt")["location"])
    assert got.status == 200 and b"\nExpires: 2999-" in got.body


def test_what_is_packed_neither_holds_a_secret_nor_repeats_what_was_asked(secure):
    """internet.nl asks that nothing be packed, against BREACH, which needs both: this one wish is not met."""
    one, other = (secure.get(f"ophef/?vraag={word}", accept_encoding="gzip") for word in ("geheim", "anders"))
    assert one["content-encoding"] == "gzip"
    assert one.body == other.body and not one.all("set-cookie")


def test_a_certificate_that_has_run_out_is_told_in_one_line(program, below, tmp_path):
    pair = observatory.certificate(tmp_path, days=-1)
    with (
        serve("nginx", *below, tmp_path, pair) as server,
        pytest.raises(RuntimeError, match=r"^\S+made.pem: certificate has expired: make it anew$"),
    ):
        observatory.verdict(program, server)


def test_a_machine_without_npm_is_told_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RuntimeError, match=r"^No npm: install npm \(Node.js 20 or later\) and run the tests"):
        observatory.fetched(tmp_path)
