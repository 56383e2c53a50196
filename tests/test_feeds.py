"""What changed: read from CHANGELOG.md, told by the feeds."""


import feedparser
import pytest
from checks import changelog as changelog_check
from conftest import ROOT
from content import changelog
from exports import feeds

LOCALES = ("nl", "en")


@pytest.mark.parametrize("locale", LOCALES)
def test_the_feed_is_valid_and_says_what_the_changelog_says(site, locale):
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    feed = feedparser.parse((site / ("" if locale == "nl" else locale) / "feed.xml").read_bytes())
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.language == locale
    assert [entry.content[0].value for entry in feed.entries] == [
        change.words[locale] for change in changelog.read_changes(text)
    ]
    assert all(entry.updated_parsed and entry.link for entry in feed.entries)


CHANGES = """# Wijzigingen

## 2027.03

### P1 P3

- nl: Duidelijker.
- en: Clearer.

## 2026.11

### Alles · All

- nl: De eerste editie.
- en: The first edition.
"""


def test_a_change_is_told_per_section_with_an_id_of_its_own():
    changes = changelog.read_changes(CHANGES)
    assert changelog.last_change(changes, "p3", "2026.11") == "2027.03"
    assert changelog.last_change(changes, "p2", "2026.11") == "2026.11"
    links = {"p1": "https://example.nl/p/#p1", "p3": "https://example.nl/p/#p3"}
    feed = feedparser.parse(
        feeds.atom(
            changes,
            locale="en",
            title="T & T",
            author="A",
            rights="R",
            home="https://example.nl/",
            feed="https://example.nl/feed.xml",
            links=links,
            subjects={"p1": "One", "p3": "Three"},
        )
    )
    assert not feed.bozo
    first, second = feed.entries
    assert (first.title, first.link, [tag.term for tag in first.tags]) == (
        "2027.03, P1, P3",
        links["p1"],
        ["P1", "P3"],
    )
    assert first.id != second.id
    assert feed.feed.updated.startswith("2027-03")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("- en: Clearer.\n", "", "`- en: …`"),
        ("### P1 P3", "### P1 Q9", "no section was ever published as Q9"),
        ("### P1 P3", "### the principles", "name section codes"),
        ("## 2027.03", "## March", "an edition is written as"),
        ("## 2027.03", "## 2025.03", "newest edition first"),
        ("### Alles · All", "### P1\n\n- nl: a\n- en: b\n\n### P1", "in this edition already"),
    ],
)
def test_a_changelog_that_says_too_little_is_refused(tmp_path, old, new, words):
    path = tmp_path / "CHANGELOG.md"
    for text, wanted in ((CHANGES, ""), (CHANGES.replace(old, new), words)):
        path.write_text(text, encoding="utf-8")
        found = " ".join(map(str, changelog_check.problems(path, {"p1", "p3"}, ["nl", "en"], "2026.11")))
        assert bool(found) == bool(wanted)
        assert wanted in found
