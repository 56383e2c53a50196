"""What the build takes from MkDocs and static-i18n, in our own terms; beside build.py the only one to know them."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable
from pathlib import Path

import click
import markdown
import yaml
from checks import mkdocs_yml, report, run
from content import addresses, changelog, ministry, permalinks
from content.markdown import Render, read_guide
from content.model import Guide, Problem
from content.settings import read_ministry, read_settings
from content.settings_files import SettingsFiles, read_settings_files
from content.site import Site, reading_order
from content.texts import strings
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, InclusionLevel
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


def judge_settings(path: Path | None) -> None:
    """Report everything now, while MkDocs still reads its settings, if they have a fault: MkDocs would stop
    without a line number and before any event."""
    if path:
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
    named = mkdocs_yml.named(files.data.get("markdown_extensions"))
    names = dict.fromkeys([*BUILT_IN, *(name for _, name, _ in named)])
    return list(names), {name: options for _, name, options in named if options}


def renderer(extensions: list[str], options: dict, block, theme: Path) -> Render:
    """A function from a page's Markdown and language to its HTML; `block` is `extra.ministry`. Without usable
    extensions or texts of the interface it does with plain ones: their checks tell what is wrong."""
    try:
        own = read_ministry(block)
        texts = {locale: strings(theme, locale).ministry for locale in run.settings.LANGUAGES}
        markdown.Markdown(extensions=extensions, extension_configs=options)
    except Exception:
        own, texts = ministry.Ministry(), {}
        extensions, options = [*BUILT_IN, "attr_list", "md_in_html", "footnotes", "def_list", "admonition"], {}

    def render(text: str, locale: str) -> str:
        filled = ministry.fill(text, own, locale, texts.get(locale))
        return markdown.Markdown(extensions=extensions, extension_configs=options).convert(filled)

    return render


def read_draft(files: SettingsFiles) -> run.Draft:
    """What the checks judge: all that the settings name, read as it is."""
    docs = files.project / (files.get("docs_dir", str) or "docs")
    theme = files.project / (files.get("theme.custom_dir", str) or "overrides")
    block = None if any(mkdocs_yml.problems(files)) else files.get("extra.ministry")
    render = renderer(*extensions_of(files), block, theme)
    return run.Draft(files, docs, theme, read_guide(docs, list(run.settings.LANGUAGES), render))


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


def place(file: File, address: str, site_dir: str) -> None:
    """Give a file an address, as MkDocs would have made it."""
    file.url = address or "./"
    file.dest_uri = f"{address}index.html"
    file.abs_dest_path = os.path.normpath(os.path.join(site_dir, file.dest_uri))


def renderer_of_templates(config, site: Site) -> Callable[..., str]:
    """A function from a template's name and what it shows to its HTML, for what is no page of MkDocs's own."""
    env = config.theme.get_env()
    env.autoescape = True
    env.undefined = undefined.strict_in(site.theme)
    env.globals |= {"site": site, "addresses": addresses}
    return lambda name, **shown: env.get_template(name).render(**shown)


def list_page(site: Site, config, name: str, locale: str, address: str) -> File:
    """The file of a page that a template makes of the whole guide, with its front matter."""
    kind, texts = name.removesuffix(".md"), site.texts(locale).links
    meta = {
        "template": f"{kind}.html",
        "title": texts[f"{kind}_title"],
        "description": texts[f"{kind}_description"],
    }
    content = f"---\n{yaml.safe_dump(meta, allow_unicode=True)}---\n"
    file = File.generated(config, f"{locale}/{name}", content=content, inclusion=InclusionLevel.NOT_IN_NAV)
    file.locale = file.localization = file.locale_alternate_of = locale  # as static-i18n does
    file.norm_src_uri = name
    place(file, address, config.site_dir)
    return file
