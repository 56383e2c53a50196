"""What the build takes from the settings of MkDocs and static-i18n, in our own terms."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import click
import markdown
from checks import mkdocs_yml, overrides, report, run
from checks import sources as source_rules
from content import additions, callouts, changelog, languages, own_rules, permalinks
from content.markdown import Render, read_guide
from content.model import Guide, Problem
from content.settings import Ministry, read_ministry, read_settings
from content.settings_files import SettingsFiles, named, read_settings_files
from content.site import Site, reading_order
from content.sources import Sources, read_sources
from content.texts import Texts, strings
from mkdocs.exceptions import Abort
from mkdocs.utils import CountHandler
from pages import undefined
from publish import editions, swap
from yaml_env_tag import construct_env_tag

TAGS = {"!ENV": construct_env_tag}  # as MkDocs knows them
BUILT_IN = ("toc", "tables", "fenced_code")  # extensions that MkDocs always uses


def refuse(stages: Iterable[list[Problem]], project: Path) -> None:
    """Print every problem, one a line; raise `Abort` if there are any."""
    found = list(stages)
    count = len({one for stage in found for one in stage})
    if count:
        for line in report.lines(found, project):
            click.echo(line, err=True)
        words = "1 problem" if count == 1 else f"{count} problems"
        raise Abort(f"{words}: nothing was written, the earlier site is as it was")


def settings_file() -> Path | None:
    """The settings file that the command names; None outside of a command."""
    context = click.get_current_context(silent=True)
    named = context and context.params.get("config_file")
    path = Path(getattr(named, "name", None) or named or "mkdocs.yml").resolve()
    return path if context and path.is_file() else None


def judge_settings(path: Path | None = None) -> None:
    """Report everything now, while MkDocs still reads its settings, if they have a fault: MkDocs would stop
    without a line number and before any event."""
    if path := path or settings_file():
        files = read_settings_files(path, TAGS)
        if any(mkdocs_yml.problems(files)):
            refuse(run.stages(read_draft(files)), path.parent)


def names_of(config) -> dict[str, str]:
    """The name of the site in each language."""
    return {one.locale: one.site_name or config.site_name for one in config.plugins["i18n"].config.languages}


def translate(config) -> None:
    """Give static-i18n the words of `extra.translations`: the name of the site, and labels of the menu."""
    for one in config.plugins["i18n"].config.languages:
        words = (config.extra.get("translations") or {}).get(one.locale) or {}
        one.site_name = words.get("site_name") or None
        one.nav_translations = words.get("menu") or {}


def extensions_of(files: SettingsFiles) -> tuple[list[str], dict]:
    """The extensions of Markdown and their options, as MkDocs makes them of the settings."""
    listed = named(files.data.get("markdown_extensions"))
    names = dict.fromkeys([*BUILT_IN, *(name for _, name, _ in listed)])
    return list(names), {name: options for _, name, options in listed if options}


def usable_sources(docs: Path, locales: tuple[str, ...]) -> Sources:
    """The sources of the guide; none when the checks are about to tell what is wrong with their file."""
    path = docs / source_rules.NAME
    return Sources() if any(source_rules.form_problems(path, locales)) else read_sources(path)


def markdown_options(extensions: list[str], options: dict, texts) -> dict:
    """The extensions by which Markdown is read, and what they write into a page: `texts`, in its language."""
    footnotes = options.get("footnotes", {}) | {"BACKLINK_TITLE": texts.notes.back}
    ours = {"footnotes": footnotes, callouts.EXTENSION: {"blocks": texts.blocks, "notes": texts.notes}}
    return {
        "extensions": list(dict.fromkeys([*extensions, callouts.EXTENSION])),
        "extension_configs": options | ours,
    }


def usable_texts(theme: Path, locales: tuple[str, ...]) -> dict[str, Texts]:
    """The texts of the interface in each language; those of another for one that has faults, which the checks
    are about to tell; {} when they all have. Whether a page is sound does not hang on its labels."""
    faulty = {problem.path for problem in overrides.text_problems(theme, locales)}
    sound = [one for one in locales if str(theme / "locales" / f"{one}.yml") not in faulty]
    return {one: strings(theme, one if one in sound else sound[0]) for one in locales} if sound else {}


@lru_cache(maxsize=1024)  # for `serve`, where one page of many has changed
def converted(text: str, settings: str) -> str:
    """Markdown as HTML, by extensions and their options as JSON."""
    return markdown.Markdown(**json.loads(settings)).convert(text)


def renderers(
    files: SettingsFiles, docs: Path, texts: dict[str, Texts], block: Ministry
) -> tuple[Render, Render]:
    """Functions from a page's Markdown and language to its HTML, by the site's own extensions: of a page of
    the guide, with all that the build adds, and of a page as it is written."""
    sources, (extensions, options) = usable_sources(docs, tuple(texts)), extensions_of(files)
    settings = {each: json.dumps(markdown_options(extensions, options, texts[each])) for each in texts}

    def plain(text: str, locale: str) -> str:
        return converted(text, settings[locale])

    def complete(text: str, locale: str) -> str:
        return plain(additions.complete(text, locale, block, sources, texts[locale]), locale)

    return complete, plain


def read_draft(files: SettingsFiles) -> run.Draft:
    """What the checks judge: all that the settings name, read as it is."""
    docs = files.project / (files.get("docs_dir", str) or "docs")
    theme = files.project / (files.get("theme.custom_dir", str) or "overrides")
    locales = languages.locales(files)
    texts = usable_texts(theme, locales)
    if not texts or not mkdocs_yml.can_render(files):
        return run.Draft(files, docs, theme, None)
    sound = not any(mkdocs_yml.problems(files))
    block = read_ministry(files.get("extra.ministry")) if sound else Ministry()
    complete, plain = renderers(files, docs, texts, block)
    guide = own_rules.with_rules(read_guide(docs, locales, complete), docs, locales, block.rules_file, plain)
    return run.Draft(files, docs, theme, guide)


def read_texts(config) -> Guide:
    """The guide as it stands in docs/."""
    return read_draft(read_settings_files(Path(config.config_file_path).resolve(), TAGS)).guide


def read_checked(config) -> Guide:
    """The guide, once nothing is wrong with settings, texts, templates and history; raises `Abort` otherwise,
    with every problem printed."""
    path = Path(config.config_file_path).resolve()
    if not config.use_directory_urls:  # by an option of the command
        raise Abort(f"{path.name}: use_directory_urls is off: addresses end in /, leave it on")
    draft = read_draft(read_settings_files(path, TAGS))
    refuse(run.stages(draft), path.parent)
    return draft.guide


def read_site(config, guide: Guide) -> Site:
    """The whole site, once everything it is read from has been checked."""
    languages = config.plugins["i18n"].config.languages
    project, docs = Path(config.config_file_path).parent, Path(config.docs_dir)
    changes = project / "CHANGELOG.md"
    return Site(
        project=project,
        docs=docs,
        theme=Path(config.theme.custom_dir),
        locales=tuple(one.locale for one in languages),
        languages={one.locale: one.name for one in languages},
        settings=read_settings(config.extra, config.site_url, names_of(config), config.theme["favicon"]),
        guide=guide,
        sources=read_sources(docs / source_rules.NAME),
        promise=permalinks.read_promise(docs / "permalinks.yml"),
        changes=tuple(changelog.read_changes(changes.read_text(encoding="utf-8"))),
        editions=tuple(editions.read_list(project / editions.KEPT)),
        order=tuple(reading_order(config.nav)),
    )


def explain(error: Exception) -> str:
    """One line on an error that no check foresaw: where it came up, what happened and what to do."""
    if place := undefined.place(error):
        path, line = Path(os.path.relpath(place[0])).as_posix(), place[1]
        return f"{path}:{line}: {error}: mend this line of the template"
    return swap.explain(error)


def warned() -> bool:
    """Whether MkDocs is about to refuse the build for warnings that it counted."""
    counters = (one for one in logging.getLogger("mkdocs").handlers if isinstance(one, CountHandler))
    return any(one.get_counts() for one in counters)


def count_warnings() -> None:
    """Have MkDocs count its warnings under --quiet too: else that option would hide them from `strict`."""
    logger = logging.getLogger("mkdocs")
    logger.setLevel(min(logger.level, logging.WARNING))
