"""The life of an edition, told in a copy: freeze, change, forget, raise, freeze again, retire, take over.

What CONTRIBUTING.md tells in words. The steps are made once; each test looks at what came of them.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from small import change, run, small_project
from test_editions import freeze
from translated import reviewed

FIRST, SECOND, THIRD = "2026.11", "2027.03", "2027.06"
ROOT = "https://klein.example/gids/"


def raise_edition(project: Path, old: str, new: str) -> None:
    """A new edition in the settings, and in the changelog what is new in it."""
    change(project / "mkdocs.yml", f'edition: "{old}"', f'edition: "{new}"')
    words = f"## {new}\n\n### O1\n\n- nl: Anders gezegd.\n- en: Said otherwise.\n\n## {old}"
    change(project / "CHANGELOG.md", f"## {old}", words)


def rewrite(project: Path) -> None:
    """Other words in O1, in both languages."""
    change(project / "docs/nl/ophef.md", "is opeens nieuws", "is opeens nieuws, ook op maandag")
    change(project / "docs/en/ophef.md", "is suddenly news", "is suddenly news, on Mondays too")
    statements, words = project / "docs/statements.yml", "a remark is suddenly news"
    change(statements, words, f"{words}, on Mondays")
    reviewed(project)


def retire(project: Path) -> None:
    """Take O2 away, and lead its readers to O1."""
    for name in ("nl/ophef.md", "en/ophef.md"):
        path = project / "docs" / name
        path.write_text(path.read_text("utf-8").partition("\n## ")[0] + "\n## "
                        + path.read_text("utf-8").split("\n## ")[1], "utf-8")  # fmt: skip
    change(project / "docs/permalinks.yml", 'o2: {page: ophef.md, since: "2026.11"}',
           f'o2: {{page: ophef.md, since: "2026.11", retired: "{THIRD}", to: o1}}')  # fmt: skip
    reviewed(project)


def take_over(project: Path) -> None:
    """The guide as another ministry's own: its address, name and author, and none of our editions."""
    shutil.rmtree(project / "frozen")
    change(project / "mkdocs.yml", ROOT, "https://ministerie.example/intranet/gids/")
    change(project / "mkdocs.yml", 'name: ""', "name: Ministerie van Onderwijs, Cultuur en Wetenschap")
    author = "  author: Ministerie van Onderwijs, Cultuur en Wetenschap\n  status: adopted\n"
    change(project / "mkdocs.yml", "extra:\n", f"extra:\n{author}")


@pytest.fixture(scope="module")
def life(tmp_path_factory) -> dict:
    """What each step of the life of an edition printed, and the two sites at its end."""
    project = small_project(tmp_path_factory.mktemp("life") / "project")
    told = {"frozen": freeze(project)}
    rewrite(project)
    told["forgotten"] = run(project, "--quiet")
    raise_edition(project, FIRST, SECOND)
    told["raised"] = freeze(project)
    raise_edition(project, SECOND, THIRD)
    retire(project)
    told["retired"] = run(project, "--quiet", "-d", "ours")
    take_over(project)
    told["taken over"] = run(project, "--quiet", "-d", "theirs")
    return {"told": told, "ours": project / "ours", "theirs": project / "theirs"}


def page(site: Path, address: str) -> LexborHTMLParser:
    """A page of a built site."""
    return LexborHTMLParser((site / address / "index.html").read_text("utf-8"))


def cited(site: Path, address: str) -> dict:
    """What the citation file at an address names."""
    [item] = json.loads((site / address).read_text("utf-8"))
    return item


def test_only_the_forgotten_edition_is_refused(life):
    codes = {step: result.returncode for step, result in life["told"].items()}
    assert codes == {step: int(step == "forgotten") for step in codes}, life["told"]
    lines = [line for line in life["told"]["forgotten"].stderr.splitlines() if "raise extra.edition" in line]
    assert [line.partition(": ")[0] for line in lines] == ["docs/en/ophef.md:13", "docs/nl/ophef.md:11"]
    assert all("o1 changed after edition 2026.11 was frozen" in line for line in lines)


def test_a_citation_of_an_old_edition_leads_to_the_old_text_and_on_to_todays(life):
    for edition, said in ((FIRST, False), (SECOND, True)):
        folder = f"edities/{edition}/"
        item = cited(life["ours"], f"{folder}citeren/o1/o1.csl.json")
        assert (item["URL"], item["version"]) == (f"{ROOT}{folder}o1/", edition)
        landing = page(life["ours"], f"{folder}o1").css_first("main a").attributes["href"]
        assert landing == "../ophef/#o1"
        old = page(life["ours"], f"{folder}ophef")
        assert ("maandag" in old.css_first("article").text()) == said
        text = (life["ours"] / folder / "citeren/o1/o1.md").read_text("utf-8")
        assert ("maandag" in text) == said
        assert f"{ROOT}{folder}o1/" in text
        assert "../../../ophef/" in [a.attributes["href"] for a in old.css("[role=note] a")]
        signs = {node.attributes["rel"]: node.attributes["href"] for node in old.css("link[rel=cite-as]")}
        assert signs == {"cite-as": f"{ROOT}{folder}ophef/"}


def test_a_retired_section_leads_on_and_lives_in_its_editions(life):
    ours = life["ours"]
    landing = page(ours, "o2").css_first("main a").attributes["href"]
    assert landing == "../ophef/#o2"
    notice = page(ours, "ophef").css_first("#o2")
    assert "vervallen in editie 2027.06" in notice.text()
    assert not (ours / "citeren/o2").exists()
    assert page(ours, f"edities/{SECOND}/ophef").css_first("h2#o2")
    assert cited(ours, f"edities/{SECOND}/citeren/o2/o2.csl.json")["URL"].endswith(f"edities/{SECOND}/o2/")


def test_another_ministry_has_its_own_name_address_and_no_editions_of_ours(life):
    theirs, author = life["theirs"], "Ministerie van Onderwijs, Cultuur en Wetenschap"
    item = cited(theirs, "en/cite/o1/o1.csl.json")
    assert item["author"] == [{"literal": author}]
    assert item["URL"] == "https://ministerie.example/intranet/gids/en/o1/"
    assert not (theirs / "edities").exists()
    assert "klein.example" not in (theirs / "sections.json").read_text("utf-8")
    said = json.loads(page(theirs, "ophef").css_first("script[type='application/ld+json']").text())
    assert said["creator"] == {"@type": "Organization", "name": author}
