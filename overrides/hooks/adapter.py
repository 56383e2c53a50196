"""What the build takes from MkDocs and static-i18n, in our own terms; beside build.py the only one to know them."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable
from pathlib import Path

import click
import markdown
import yaml
from checks import mkdocs_yml, run
from checks import sources as source_rules
from content import additions, addresses, callouts, changelog, permalinks
from content.markdown import read_guide
from content.model import Guide
from content.settings import read_settings
from content.site import Site, reading_order
from content.sources import Sources, read_sources
from content.texts import strings
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import CountHandler
from publish import editions


def refuse(problems: Iterable, project: Path) -> None:
    """Print every problem, one a line; raise `Abort` if there are any."""
    found = run.lines(problems, project)
    for line in found:
        click.echo(line, err=True)
    if found:
        count = "1 problem" if len(found) == 1 else f"{len(found)} problems"
        raise Abort(f"{count}: nothing was written, the earlier site is as it was")


def judge_settings_file() -> None:
    """Judge mkdocs.yml with line numbers while MkDocs reads it: it would stop without any, before any event."""
    context = click.get_current_context(silent=True)
    named = context and context.params.get("config_file")
    path = Path(getattr(named, "name", None) or named or "mkdocs.yml").resolve()
    if context and path.is_file():
        refuse(mkdocs_yml.problems(path), path.parent)


def names_of(config) -> dict[str, str]:
    """The name of the site in each language."""
    return {one.locale: one.site_name or config.site_name for one in config.plugins["i18n"].config.languages}


def read_texts(config) -> Guide:
    """The guide as it stands in docs/."""
    locales = [one.locale for one in config.plugins["i18n"].config.languages]
    return read_guide(Path(config.docs_dir), locales, renderer(config))


def usable_sources(config) -> Sources:
    """The sources of the guide; none when the checks are about to tell what is wrong with their file."""
    path = Path(config.docs_dir) / source_rules.NAME
    return Sources() if any(source_rules.form_problems(path)) else read_sources(path)


def markdown_options(config, locale: str) -> dict:
    """The extensions with which Markdown is read, and what they write into a page, in its language."""
    texts, given = strings(Path(config.theme.custom_dir), locale), config.mdx_configs or {}
    footnotes = given.get("footnotes", {}) | {"BACKLINK_TITLE": texts.notes.back}
    ours = {"footnotes": footnotes, callouts.EXTENSION: {"blocks": texts.blocks, "notes": texts.notes}}
    return {
        "extensions": list(dict.fromkeys([*config.markdown_extensions, callouts.EXTENSION])),
        "extension_configs": given | ours,
    }


def renderer(config):
    """A function from a page's Markdown and language to its HTML, by the site's own extensions."""
    theme, sources = Path(config.theme.custom_dir), usable_sources(config)
    block = read_settings(config.extra, "", {}, "").ministry

    def render(text: str, locale: str) -> str:
        whole = additions.complete(text, locale, block, sources, strings(theme, locale))
        return markdown.Markdown(**markdown_options(config, locale)).convert(whole)

    return render


def read_draft(config, guide: Guide) -> run.Draft:
    """What the checks judge."""
    languages = config.plugins["i18n"].config.languages
    return run.Draft(
        config=Path(config.config_file_path),
        docs=Path(config.docs_dir),
        theme=Path(config.theme.custom_dir),
        locales=tuple(one.locale for one in languages),
        guide=guide,
        extra=config.extra,
        nav=config.nav,
        menu_words={one.locale: one.nav_translations or {} for one in languages if not one.default},
        site_url=config.site_url or "",
    )


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
