"""What happens in a build, in order, as `overrides/hooks/build.py` has it: the one test of that."""

from __future__ import annotations

import pytest
from checks import remarks, run
from exports import citation_files, data_files, embeds, redirects, social_cards
from mkdocs.commands.build import build
from mkdocs.config import load_config
from pages import context
from publish import editions, finish, headers, servers, swap
from search import index
from small import small_project

ORDER = [
    "everything is checked",
    "a folder apart is made",
    "pages in nl",
    "pages in en",
    "finishing",
    "exports",
    "search",
    "frozen editions",
    "policy",
    "configurations of servers",
    "the new site takes the place of the earlier one",
    "remarks",
]
STEPS = [
    (run, "stages", "everything is checked"),
    (swap.Publication, "begin", "a folder apart is made"),
    (context, "of_page", "pages in {2}"),
    *((one, "files", "exports") for one in (citation_files, embeds, redirects, data_files, social_cards)),
    (index, "files", "search"),
    (finish, "finish_scripts", "finishing"),
    (editions, "unpack_all", "frozen editions"),
    (headers, "protect", "policy"),
    (servers, "files", "configurations of servers"),
    (swap.Publication, "switch", "the new site takes the place of the earlier one"),
    (remarks, "remarks", "remarks"),
]


@pytest.fixture
def happened(monkeypatch) -> list[str]:
    """The steps of a build as they are taken, each named once in a row."""
    steps = []

    def watch(owner, name, label):
        original = getattr(owner, name)

        def watched(*given, **named):
            if (step := label.format(*given)) not in steps[-1:]:
                steps.append(step)
            return original(*given, **named)

        monkeypatch.setattr(owner, name, watched)

    for step in STEPS:
        watch(*step)
    return steps


def test_the_order_of_a_build(tmp_path, happened):
    project = small_project(tmp_path / "small")
    build(load_config(str(project / "mkdocs.yml")))
    assert happened == ORDER
    assert (project / "site/en/uproar/index.html").is_file()


def test_nothing_is_made_of_a_guide_with_a_fault(tmp_path, happened):
    project = small_project(tmp_path / "small")
    page = project / "docs/nl/ophef.md"
    page.write_text(page.read_text("utf-8").replace("title:", "titel:"), "utf-8")
    with pytest.raises(SystemExit):
        build(load_config(str(project / "mkdocs.yml")))
    assert happened == ORDER[:1]
    assert not (project / "site").exists()
