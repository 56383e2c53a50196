"""The settings: each may be left out or empty, and what readers would stumble over is said."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest
import yaml
from checks import remarks
from content import settings as site_settings
from content.security_txt import Security
from spoiled import draft_of, found


@pytest.mark.parametrize(
    ("root", "today", "until", "said"),
    [
        ("https://klein.example/", "2026-11-23", None, ["an address that does not exist"]),
        ("https://www.example.org/", "2026-11-23", None, ["an address that does not exist"]),
        ("https://voorbeeld.nl/", "2026-11-23", None, []),
        ("https://voorbeeld.nl/", "2026-11-22", None, ["a day that is still to come"] * 4),
        ("https://voorbeeld.nl/", "2026-11-23", "2027-06-30", []),
        ("https://voorbeeld.nl/", "2026-11-23", "2026-12-01", ["holds until 2026-12-01"]),
        ("https://voorbeeld.nl/", "2026-11-23", "2028-06-30", ["less than a year"]),
    ],
)
def test_what_readers_would_stumble_over_is_said_and_stops_nothing(small, root, today, until, said):
    held = Security("veilig@voorbeeld.nl", datetime.date.fromisoformat(until)) if until else None
    settings = SimpleNamespace(root=root, security=held)
    site = SimpleNamespace(settings=settings, guide=draft_of(small).guide, project=small.resolve())
    found = list(remarks.remarks(site, datetime.date.fromisoformat(today)))
    assert len(found) == len(said)
    assert all(words in line for words, line in zip(said, found, strict=True))


@pytest.mark.parametrize("name", ["site_name", "site_url", "edition", "ministry", "author", "nav"])
@pytest.mark.parametrize("value", [None, '""', "[]", "{}"])
def test_a_setting_that_is_left_out_or_empty_is_told_or_does_no_harm(small, name, value):
    needed = name in ("site_name", "site_url", "edition", "nav")
    path = small / "mkdocs.yml"
    data = yaml.safe_load(path.read_text("utf-8"))
    block = data["extra"] if name in ("edition", "ministry", "author") else data
    block.pop(name, None)
    if value:
        block[name] = yaml.safe_load(value)
    path.write_text(yaml.safe_dump(data), "utf-8")
    printed = found(small)
    assert bool(printed) == needed, printed
    assert all(line.startswith("mkdocs.yml") for line in printed)


@pytest.mark.parametrize("name", ["name", "logo", "rules", "contacts", "accent"])
@pytest.mark.parametrize("value", ["", '""', "[]", "{}"])
def test_every_setting_of_a_ministry_may_be_empty(small, name, value):
    path = small / "mkdocs.yml"
    text = path.read_text("utf-8").replace('    name: ""\n    contacts: []\n', f"    {name}: {value}\n")
    path.write_text(text, "utf-8")
    assert found(small) == []


@pytest.mark.parametrize(
    ("value", "policy"),
    [("\"'self' https://a.example:8 https://*.b.example\"", "'self' https://a.example:8 https://*.b.example"),
     ("[\"'self'\", https://a.example]", "'self' https://a.example"),
     ("\"'none'\"", "'none'"),
     ("", "'self'")],
)  # fmt: skip
def test_who_may_frame_a_page_is_one_text_or_a_list(small, value, policy):
    path = small / "mkdocs.yml"
    text = path.read_text("utf-8").replace("extra:\n", f"extra:\n  frame_ancestors: {value}\n")
    path.write_text(text, "utf-8")
    assert found(small) == []
    extra = draft_of(small).settings.data["extra"]
    assert site_settings.read_settings(extra, "https://klein.example/", {}, "").frame_ancestors == policy
