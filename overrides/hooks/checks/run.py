"""Everything is checked before anything is written: all problems of a build in one report."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from checks import (
    blocks,
    editions,
    files,
    frontmatter,
    headings,
    leftovers,
    lexicon,
    links,
    markup,
    menu,
    mkdocs_yml,
    overrides,
    permalinks,
    settings,
    sources,
    statements,
    tools,
    translations,
    unique,
)
from checks import changelog as changes
from checks import colours as accents
from content import addresses, colours
from content.model import Guide, Problem
from content.permalinks import read_promise
from content.settings import ACCENT
from publish.editions import KEPT
from search import lexicon as lexicons

NO_EDITION = "2999.12"  # when the settings name none that can be read, and say so


@dataclass(frozen=True)
class Draft:
    """What is to be judged, as it was read: nothing in it can be trusted yet."""

    config: Path  # mkdocs.yml
    docs: Path
    theme: Path  # overrides/
    locales: tuple[str, ...]  # the authoritative one first
    guide: Guide
    extra: dict  # the block `extra` of the settings
    nav: list
    menu_words: dict[str, dict]  # by further language, its words for the groups of the menu
    site_url: str

    @property
    def edition(self) -> str:
        """The edition, or one so late that nothing is judged by it when the settings name none."""
        named = self.extra.get("edition")
        return NO_EDITION if settings.edition_fault(named) else named


def of_pages(draft: Draft) -> Iterator[Problem]:
    """What can be judged of each page alone."""
    for page in draft.guide.pages.values():
        yield from frontmatter.problems(page, draft.locales[0], draft.edition)
        for rule in (headings, blocks, markup, leftovers, tools):
            yield from rule.problems(page)


def of_guide(draft: Draft) -> Iterator[Problem]:
    """What can be judged of all pages together, once each of them could be read."""
    guide, docs, default = draft.guide, draft.docs, draft.locales[0]
    for locale in draft.locales:
        yield from unique.problems(guide, locale)
    for page in guide.pages.values():
        yield from links.problems(page, guide, docs, draft.site_url, frozenset(addresses.GENERATED))
    yield from translations.problems(guide, default, draft.locales)
    yield from permalinks.problems(docs / "permalinks.yml", guide, draft.edition)
    yield from sources.problems(docs / sources.NAME, guide, draft.edition)
    yield from statements.problems(docs / "statements.yml", guide, draft.locales)
    for locale in draft.locales:
        yield from lexicon.problems(lexicons.path(docs, locale), guide.of(locale))
    yield from menu.problems(draft.config, draft.nav, guide, default, draft.menu_words)


def of_history(draft: Draft) -> Iterator[Problem]:
    """What was published before: the changelog and the frozen editions, against the promise."""
    project = draft.config.parent
    try:
        promise = read_promise(draft.docs / "permalinks.yml")
    except (OSError, ValueError, TypeError, AttributeError, yaml.YAMLError):
        return  # of_guide tells what is wrong with it
    yield from changes.problems(project / "CHANGELOG.md", promise.codes, draft.locales, draft.edition)
    if not draft.guide.problems:
        yield from editions.problems(project / KEPT, promise, draft.guide, draft.edition, draft.site_url)


def of_colours(draft: Draft) -> Iterator[Problem]:
    """A ministry's colours, once they have the form of colours."""
    accent = (draft.extra.get("ministry") or {}).get("accent") or ACCENT
    if settings.colours_fault(accent) is None:
        for fault in accents.faults(accent, colours.site_tokens(draft.theme)):
            yield Problem(str(draft.config), 0, fault)


def problems(draft: Draft) -> Iterator[Problem]:
    """Everything wrong with settings, templates, texts and history."""
    yield from mkdocs_yml.problems(draft.config)
    yield from overrides.problems(draft.theme, list(draft.locales))
    yield from files.problems(draft.docs, list(draft.locales))
    yield from draft.guide.problems
    yield from of_pages(draft)
    if not draft.guide.problems:
        yield from of_guide(draft)
    yield from of_history(draft)
    yield from of_colours(draft)


def lines(found: Iterable[Problem], root: Path) -> list[str]:
    """The problems as lines to print, in order, with paths from the project's folder."""
    unique_ones = {(Path(os.path.relpath(one.path, root)).as_posix(), one.line, one.message) for one in found}
    return [str(Problem(*one)) for one in sorted(unique_ones)]
