"""Everything is checked before anything is written: all problems at once, one line each, then an end."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import addresses
import click
from guide import Guide, Problem
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from rules import (
    blocks,
    codes,
    configuration,
    extra,
    files,
    frontmatter,
    headings,
    kit,
    leftovers,
    links,
    markup,
    menu,
    parity,
    statements,
    theme,
    unique,
)

NO_EDITION = "2999.12"  # when the settings name none that can be read, and say so


def page_problems(guide: Guide, default: str, edition: str) -> Iterator[Problem]:
    """What can be judged of each page alone."""
    for page in guide.pages.values():
        yield from frontmatter.problems(page, default, edition)
        for rule in (headings, blocks, markup, leftovers, kit):
            yield from rule.problems(page)


def guide_problems(
    guide: Guide, docs: Path, locales: list[str], edition: str, site_url: str
) -> Iterator[Problem]:
    """What can be judged of all pages together, once each of them could be read."""
    default = locales[0]
    for locale in locales:
        yield from unique.problems(guide, locale)
    for page in guide.pages.values():
        yield from links.problems(page, guide, docs, site_url, frozenset(addresses.GENERATED))
    yield from parity.problems(guide, default, locales)
    yield from codes.problems(docs / "permalinks.yml", guide, edition)
    yield from statements.problems(docs / "statements.yml", guide, locales)


def text_problems(
    guide: Guide, docs: Path, locales: list[str], edition: str, site_url: str
) -> Iterator[Problem]:
    """Everything wrong with docs/; `locales` has the authoritative language first."""
    yield from files.problems(docs, locales)
    yield from guide.problems
    yield from page_problems(guide, locales[0], edition)
    if not guide.problems:
        yield from guide_problems(guide, docs, locales, edition, site_url)


def lines(problems: Iterable[Problem], root: Path) -> list[str]:
    """The problems as lines to print, in order, with paths from the project's folder."""
    found = {(Path(os.path.relpath(one.path, root)).as_posix(), one.line, one.message) for one in problems}
    return [str(Problem(*one)) for one in sorted(found)]


def report(problems: Iterable[Problem], root: Path) -> None:
    """Print every problem; raise `Abort` if there are any."""
    found = lines(problems, root)
    for line in found:
        click.echo(line, err=True)
    if found:
        count = "1 problem" if len(found) == 1 else f"{len(found)} problems"
        raise Abort(f"{count}: nothing was written, the earlier site is as it was")


@event_priority(49)  # when the guide has been read and nothing else has been done with it
def on_config(config):
    """Check settings, files and texts, once a build."""
    i18n, path = config.plugins["i18n"], Path(config.config_file_path)
    if i18n.building:
        return config
    locales, edition = i18n.all_languages, config.extra.get("edition")
    found = [*configuration.problems(path), *theme.problems(Path(config.theme.custom_dir), locales)]
    if not config.use_directory_urls:
        found.append(Problem(str(path), 0, "use_directory_urls is off: addresses end in /, leave it on"))
    if extra.edition_fault(edition):
        edition = NO_EDITION
    translations = {
        one.locale: one.nav_translations or {} for one in i18n.config.languages if not one.default
    }
    guide, docs = config.extra["guide"], Path(config.docs_dir)
    found += text_problems(guide, docs, locales, edition, config.site_url or "")
    if not guide.problems:
        found += menu.problems(path, config.nav, guide, locales[0], translations)
    report(found, path.parent)
    return config


def on_post_page(output, page, config):
    """What only the whole page shows: an id of the text that a template uses too."""
    if names := markup.repeated_ids(output):
        raise Abort(f"{page.file.src_uri}: id '{names[0]}' stands twice on the page: rename it in the text")
    return output
