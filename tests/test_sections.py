"""Any section may be retired by the procedure of CONTRIBUTING.md, and any allowed text may stand anywhere.

One copy of the real project is built with: each section that a template or script names, and the last of
every page that has several, retired to another; and the oddest texts that the checks allow.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from conftest import ROOT
from selectolax.lexbor import LexborHTMLParser
from small import change, run
from translated import reviewed

EDITION = "2026.11"
HEADING = re.compile(r"^## .*\{[^}]*#([a-z]\d+)[^}]*\}\s*$", re.MULTILINE)
ODD = "`</title><script>alert(1)</script>` &amp; R&D's"


def codes(page: Path) -> list[str]:
    """The codes of a page, in order."""
    return HEADING.findall(page.read_text("utf-8"))


def heirs(docs: Path) -> dict[str, str]:
    """The codes to retire, each with the section that takes its readers."""
    named = yaml.safe_load((ROOT / "overrides/machine.yml").read_text("utf-8"))["extra"]["sections"].values()
    pages = [codes(page) for page in sorted((docs / "nl").glob("*.md")) if "quiz" not in page.name]
    gone = {found[-1] for found in pages if len(found) > 1} | set(named) | {"t2"}
    stay = next(code for found in pages for code in found if code not in gone)
    found = {}
    for page in pages:
        left = [code for code in page if code not in gone] or [stay]
        found |= {code: left[0] for code in page if code in gone}
    return found


def without(text: str, gone: set[str]) -> str:
    """A page's Markdown without some sections."""
    starts = [*HEADING.finditer(text)]
    for this, after in reversed([*zip(starts, [*starts[1:], None], strict=True)]):
        if this[1] in gone:
            text = text[: this.start()] + (text[after.start() :] if after else "")
    return text


def retire(project: Path, to: dict[str, str]) -> None:
    """Retire sections as an editor would: in pages, links, everyday words, statements and promises."""
    docs = project / "docs"
    places = {code: page.name for page in (docs / "nl").glob("*.md") for code in codes(page)}
    for page in [*docs.glob("nl/*.md"), *docs.glob("en/*.md")]:
        text = without(page.read_text("utf-8"), set(to))
        for code, heir in to.items():
            text = re.sub(rf"\((?:{re.escape(places[code])})?#{code}\)", f"({places[heir]}#{heir})", text)
        page.write_text(text, "utf-8")
    words = {}
    for locale in ("nl", "en"):
        path = docs / "lexicon" / f"{locale}.yml"
        aliases = rf"^  ({'|'.join(to)}):.*\n(?:    .*\n)*"
        groups = r"^groups:\n(?:  .*\n)*"  # which of them still touch the text is not asked here
        text = re.sub(aliases, "", path.read_text("utf-8"), flags=re.MULTILINE)
        path.write_text(re.sub(groups, "groups: []\n", text, flags=re.MULTILINE), "utf-8")
        for page in docs.glob(f"{locale}/*.md"):
            for part in re.split(r"^(?=## )", page.read_text("utf-8"), flags=re.MULTILINE)[1:]:
                if found := HEADING.match(part):
                    words[locale, found[1]] = part[found.end() :].strip().split("\n")[0]
    path = docs / "statements.yml"
    said = yaml.safe_load(path.read_text("utf-8"))
    for entry in said.values():
        if entry["section"] in to:
            heir = to[entry["section"]]
            entry |= {"section": heir} | {one: plain(words[one, heir]) for one in ("nl", "en")}
    path.write_text(yaml.safe_dump(said, allow_unicode=True), "utf-8")
    path = docs / "permalinks.yml"
    text = path.read_text("utf-8")
    for code, heir in to.items():
        text, count = re.subn(
            rf"^({code}: {{.*?)}}", rf'\1, retired: "{EDITION}", to: {heir}}}', text, flags=re.MULTILINE
        )
        assert count == 1, code
    path.write_text(text, "utf-8")


def plain(text: str) -> str:
    """The first words of a paragraph, before any mark of Markdown."""
    return re.match(r"[^\[(*`<{!]{8,}", re.sub(r"^> ?(\[!\w+\])?", "", text))[0].strip()


def odden(project: Path) -> None:
    """Put odd but allowed texts wherever text becomes HTML, XML or data."""
    for locale in ("nl", "en"):
        page = project / f"docs/{locale}/principes.md"
        text = HEADING.sub(lambda at: at[0].replace(" {", f" {ODD} {{", 1), page.read_text("utf-8"), count=1)
        text = re.sub(r"^title: (.*)$", r"title: Wat & hoe's {{7*7}} ${x}", text, count=1, flags=re.MULTILINE)
        page.write_text(text, "utf-8")
    change(project / "CHANGELOG.md", "- nl: ", '- nl: </script><script>alert(3)</script> & "x" ')
    settings = project / "mkdocs.yml"
    change(settings, "site_name: Handreiking", "site_name: R&D's onclick=x")
    change(settings, 'author: ""', 'author: "O\'Neill & Zn"')
    change(settings, "    name: \"\"", "    name: \"R&D's (x)(javascript:alert) ~y~ !z\"")
    contact = "{role: adviser, name: \"O'Neill & Zn!\", url: \"https://voorbeeld.nl/a?b=c&d=%29#e\"}"
    change(settings, "contacts: []", f"contacts: [{contact}]")


@pytest.fixture(scope="module")
def odd(tmp_path_factory) -> tuple[Path, dict[str, str]]:
    """The built site of the altered copy, and what was retired to what."""
    project = tmp_path_factory.mktemp("odd") / "project"
    project.mkdir()
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, project / name)
    for name in ("mkdocs.yml", "CHANGELOG.md"):
        shutil.copy(ROOT / name, project / name)
    to = heirs(project / "docs")
    retire(project, to)
    odden(project)
    result = run(reviewed(project), "--quiet")
    assert result.returncode == 0, result.stdout + result.stderr
    return project / "site", to


def tree(site: Path, address: str) -> LexborHTMLParser:
    """A built page."""
    return LexborHTMLParser((site / address / "index.html").read_text("utf-8"))


def test_every_named_section_was_retired_and_the_site_was_built(odd):
    _, to = odd
    assert {"t2", "t3", "m2", "p3", "v5", "v6"} <= to.keys() and len(to) > 15


def test_a_retired_section_leads_to_its_heir(odd):
    site, to = odd
    leads = {code: tree(site, code).css_first("main a").attributes["href"] for code in to}
    assert {code for code, link in leads.items() if not link.endswith(f"#{code}")} == set()
    pages = {code: tree(site, link.lstrip("./").partition("#")[0]) for code, link in leads.items()}
    assert {code for code, page in pages.items() if not page.css(f"p.moved#{code}")} == set()


def test_what_templates_name_is_what_took_its_place(odd):
    site, to = odd
    page = tree(site, "principes")
    foot = [link.attributes["href"] for link in page.css(".colophon a")]
    instead = [link.attributes["href"] for link in page.css(".search-empty a")]
    for name, links in (("v5", foot), ("v6", foot), ("t3", instead), ("m2", instead)):
        assert any(link.endswith(f"#{to[name]}") for link in links), (name, links)


def test_odd_texts_stay_texts(odd):
    site, _ = odd
    page = tree(site, "principes")
    heading = page.css_first("h2").text()
    assert heading.startswith(page.css_first(".contents a").text()) and "<script>" in heading
    assert page.css_first("title").text().startswith("Wat & hoe's {{7*7}} ${x} ")
    assert page.css_first(".brand small").text() == "R&D's (x)(javascript:alert) ~y~ !z"
    listed = [link.text() for link in tree(site, "zoeken").css("main li a")]
    assert any("</title><script>alert(1)</script> & R&D's" in text for text in listed)
    assert '</script><script>alert(3)</script> & "x"' in tree(site, "delen/wijzigingen").body.text()
    assert ElementTree.parse(site / "feed.xml").getroot().findtext("{*}title").startswith("R&D's onclick=x")
