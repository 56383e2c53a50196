"""The promise: no published code or address stops working unless someone says where its readers are led."""

import shutil

import pytest
import yaml
from checks import permalinks as check
from conftest import ROOT
from content import markdown as reading
from content import model as guide
from content import permalinks
from content.settings import Settings
from content.site import Site
from content.sources import Sources
from content.texts import strings
from exports import redirects
from loopback import served
from markdown import markdown
from pages import moved
from small import change, run, small_project

PAGES = {
    "principes.md": ("principles", ["p1", "p2"]),
    "twijfel.md": ("doubt", ["t1"]),
}
CODES = {code: {"page": name, "since": "2026.11"} for name, (_, codes) in PAGES.items() for code in codes}
ADDRESSES = {
    "/principes/": "nl/principes.md",
    "/twijfel/": "nl/twijfel.md",
    "/en/principles/": "en/principes.md",
    "/en/doubt/": "en/twijfel.md",
}


def make_guide(folder, pages=PAGES) -> guide.Guide:
    """A guide of these pages: {name: (English slug, codes)}."""
    for locale in ("nl", "en"):
        (folder / locale).mkdir(exist_ok=True)
        for name, (slug, codes) in pages.items():
            field = f"slug: {slug}\n" if locale == "en" else ""
            body = "".join(f"\n## Kop {code} {{ #{code} }}\n\nTekst.\n" for code in codes)
            (folder / locale / name).write_text(f"---\ntitle: T\n{field}---\n\n# T\n{body}")
    return reading.read_guide(
        folder, ["nl", "en"], lambda text, locale: markdown(text, extensions=["attr_list"])
    )


def promise(folder, codes=CODES, addresses=ADDRESSES) -> permalinks.Promise:
    """The promise as it is read from a file."""
    path = folder / "permalinks.yml"
    path.write_text(yaml.safe_dump(codes | {"addresses": addresses}))
    return permalinks.read_promise(path)


def broken(folder, pages=PAGES, codes=CODES, addresses=ADDRESSES) -> list[str]:
    found = check.broken_promises(
        promise(folder, codes, addresses), make_guide(folder, pages), "permalinks.yml", "2027.03"
    )
    return [str(problem) for problem in found]


def site_of(made: guide.Guide, kept: permalinks.Promise) -> Site:
    """As much of a site as leads on from one address to another."""
    settings = Settings("https://example.nl/", {"nl": "Gids", "en": "Guide"}, "2027.03")
    folders = ROOT, ROOT / "docs", ROOT / "overrides"
    return Site(*folders, ("nl", "en"), {}, settings, made, Sources(), kept, (), (), ())


RETIRED = CODES | {"p2": CODES["p2"] | {"retired": "2027.03", "to": "t1"}}
MOVED = CODES | {"p2": {"page": "twijfel.md", "since": "2026.11", "was": ["principes.md"]}}
WITHOUT_P2 = PAGES | {"principes.md": ("principles", ["p1"])}
P2_MOVED = {"principes.md": ("principles", ["p1"]), "twijfel.md": ("doubt", ["t1", "p2"])}


def test_a_kept_promise_is_silent(tmp_path):
    assert broken(tmp_path) == []


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ({"pages": WITHOUT_P2}, 'retired: "2027.03", to: <code>'),
        ({"pages": P2_MOVED}, "page: twijfel.md, was: [principes.md]"),
        ({"codes": RETIRED}, "a code is never used again"),
        (
            {"pages": WITHOUT_P2, "codes": CODES | {"p2": RETIRED["p2"] | {"to": "p7"}}},
            "does not lead to a living",
        ),
        (
            {"pages": WITHOUT_P2, "codes": CODES | {"p2": RETIRED["p2"] | {"to": "p2"}}},
            "does not lead to a living",
        ),
        (
            {"pages": PAGES | {"twijfel.md": ("doubt", ["t1", "t2"])}},
            't2: {page: twijfel.md, since: "2027.03"}',
        ),
        ({"pages": PAGES | {"twijfel.md": ("uncertain", ["t1"])}}, "add `/en/uncertain/: en/twijfel.md`"),
        ({"addresses": ADDRESSES | {"/oud/": "nl/oud.md"}}, "docs/nl/oud.md is gone"),
        (
            {"addresses": ADDRESSES | {"/en/doubt/": "en/principes.md"}},
            "was promised to docs/en/principes.md",
        ),
        ({"pages": PAGES | {"twijfel.md": ("p1", ["t1"])}}, "has the address of a short link"),
    ],
)
def test_a_broken_promise_is_named_with_the_way_to_mend_it(tmp_path, case, words):
    assert any(words in message for message in broken(tmp_path, **case))


def test_a_broken_promise_is_found_on_its_line(tmp_path):
    [found] = broken(tmp_path, pages=WITHOUT_P2)
    lines = (tmp_path / "permalinks.yml").read_text().splitlines()
    assert found.startswith(f"permalinks.yml:{lines.index('p2:') + 1}: ")


def test_what_is_declared_is_accepted(tmp_path):
    assert broken(tmp_path, pages=WITHOUT_P2, codes=RETIRED) == []
    assert broken(tmp_path, pages=P2_MOVED, codes=MOVED) == []
    renamed = {"zorg.md": ("care", ["p1", "p2"]), "twijfel.md": PAGES["twijfel.md"]}
    shutil.rmtree(tmp_path / "nl")
    shutil.rmtree(tmp_path / "en")
    codes = CODES | {code: {"page": "zorg.md", "since": "2026.11"} for code in ("p1", "p2")}
    addresses = ADDRESSES | {
        "/principes/": "nl/zorg.md",
        "/en/principles/": "en/zorg.md",
        "/zorg/": "nl/zorg.md",
        "/en/care/": "en/zorg.md",
    }
    assert broken(tmp_path, renamed, codes, addresses) == []


def test_the_anchor_of_a_moved_section_still_leads_to_it(tmp_path):
    made, kept = make_guide(tmp_path, P2_MOVED), promise(tmp_path, MOVED)
    found = moved.notices(kept, made, "nl", "principes.md")
    html = moved.with_notices("<h1>T</h1><p>Tekst</p>", found, strings(ROOT / "overrides", "nl").links)
    assert 'id="p2"' in html
    assert '<a href="../twijfel/#p2">P2 Kop p2</a>' in html
    assert moved.notices(kept, made, "nl", "twijfel.md") == []


def test_a_retired_section_says_so_where_its_readers_are_led(tmp_path):
    made, kept = make_guide(tmp_path, WITHOUT_P2), promise(tmp_path, RETIRED)
    rules = {address: target for _, address, target, _ in redirects.leads(site_of(made, kept))}
    assert rules["p2/"] == "twijfel/#p2"
    assert rules["en/p2/"] == "en/doubt/#p2"
    found = moved.notices(kept, made, "en", "twijfel.md")
    texts = strings(ROOT / "overrides", "en").links
    html = moved.with_notices('<h1>T</h1><h2 id="t1">Kop</h2><p>Text</p>', found, texts)
    assert html.index('id="t1"') < html.index('id="p2"') < html.index("<p>Text")
    assert "retired in edition 2027.03" in html


def test_old_addresses_lead_on_for_good_and_short_links_for_now(tmp_path):
    pages = PAGES | {"twijfel.md": ("uncertain", ["t1"])}
    kept = promise(tmp_path, addresses=ADDRESSES | {"/en/uncertain/": "en/twijfel.md"})
    rules = redirects.leads(site_of(make_guide(tmp_path, pages), kept))
    assert ("en", "en/doubt/", "en/uncertain/", 301) in rules
    assert ("en", "en/t1/", "en/uncertain/#t1", 302) in rules


def test_an_address_that_changed_still_answers(tmp_path, open_page):
    project = small_project(tmp_path / "small")
    change(project / "docs/en/ophef.md", "slug: uproar", "slug: fuss")
    change(
        project / "docs/permalinks.yml",
        "  /en/uproar/: en/ophef.md\n",
        "  /en/uproar/: en/ophef.md\n  /en/fuss/: en/ophef.md\n",
    )
    done = run(project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "/gids/en/uproar/ /gids/en/fuss/ 301" in (project / "site/_redirects").read_text("utf-8")
    with served(project / "site") as url:
        for script in (True, False):
            page = open_page(java_script_enabled=script)
            page.goto(f"{url}en/uproar/#o2")
            page.wait_for_url(f"{url}en/fuss/#o2" if script else f"{url}en/fuss/")
