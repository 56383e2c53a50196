"""The settings, as far as MkDocs itself does not say on which line they are wrong, or does not say it at all."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from importlib.metadata import entry_points

import markdown
from checks import settings as extra
from checks.frontmatter import nearest
from checks.values import LANGUAGES, line_fault
from content.model import Problem
from content.settings_files import SettingsFiles

BLOCK, LIST = "a block of 'name: value' lines", "a list"
KINDS: dict[str, tuple] = {  # every setting that the site has a use for, and what it must be
    **dict.fromkeys(("INHERIT", "site_name", "site_url", "copyright", "docs_dir", "site_dir"), (str, "text")),
    **dict.fromkeys(("exclude_docs", "draft_docs", "dev_addr"), (str, "text")),
    **dict.fromkeys(("strict", "use_directory_urls"), (bool, "true or false")),
    **dict.fromkeys(("nav", "hooks", "watch"), (list, LIST)),
    **dict.fromkeys(("extra", "validation", "theme"), (dict, BLOCK)),
    **dict.fromkeys(("plugins", "markdown_extensions"), ((list, dict), LIST)),
}
EMPTY_TOO = {"site_url", "nav", "copyright", "extra"}  # None is judged where they are used
LOCALES = list(LANGUAGES)
# Of nothing but what a link, a server's rules and a policy can hold as it is.
ADDRESS = re.compile(r"https?://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:\d{1,5})?/([A-Za-z0-9._~-]+/)*")
WHOLE = "must be the whole address of the site, ending in /: https://example.nl/guide/"
Fault = tuple[str, str]  # where, as a dotted path; what is wrong


def named(value) -> list[tuple[str, str, object]]:
    """Plugins or extensions, as (dotted path below the setting, name, options)."""
    if isinstance(value, dict):
        return [(str(name), str(name), options) for name, options in value.items()]
    found = []
    for number, item in enumerate(value if isinstance(value, list) else []):
        pair = item if isinstance(item, dict) and len(item) == 1 else {str(item): None}
        found += [(str(number), str(name), options) for name, options in pair.items()]
    return found


def language_faults(settings: SettingsFiles) -> Iterator[Fault]:
    """The site has two languages, Dutch first, and both are built."""
    place, options = "", None
    for where, name, given in named(settings.data.get("plugins")):
        if name == "i18n":
            place, options = f".{where}", given
    languages = options.get("languages") if isinstance(options, dict) else None
    listed = [one for one in languages or [] if isinstance(one, dict)] if isinstance(languages, list) else []
    built = [one.get("locale") for one in listed if one.get("build", True)]
    if built != LOCALES or not listed[0].get("default"):
        deep = ".languages" if isinstance(settings.data.get("plugins"), dict) else ".i18n.languages"
        message = "the languages are nl (the default) and en, both built: the addresses rest on that"
        yield f"plugins{place}{deep if place else ''}", message


def plugin_faults(settings: SettingsFiles) -> Iterator[Fault]:
    """Plugins that are not installed; the one that the site comes with is."""
    others = [one for one in named(settings.data.get("plugins")) if one[1] != "i18n"]
    known = {one.name for one in entry_points(group="mkdocs.plugins")} if others else set()
    for where, name, _ in others:
        if name not in known:
            yield f"plugins.{where}", f"plugin '{name}' is not installed{nearest(name, known)}"


def extension_faults(settings: SettingsFiles) -> Iterator[Fault]:
    """Extensions of Markdown that are not there, or not with these options."""
    for where, name, options in named(settings.data.get("markdown_extensions")):
        try:
            markdown.Markdown(extensions=[name], extension_configs={name: options or {}})
        except Exception as error:  # an extension may stumble over its options in any way
            what = " ".join(str(error).split())
            yield f"markdown_extensions.{where}", f"extension '{name}' cannot be used ({what}): correct this"


def file_faults(settings: SettingsFiles) -> Iterator[Fault]:
    """Files and folders that are named and not there."""
    hooks = settings.get("hooks", list) or []
    named_files = [(f"hooks.{number}", hook) for number, hook in enumerate(hooks)]
    named_files += [(where, settings.get(where)) for where in ("docs_dir", "theme.custom_dir")]
    for where, name in named_files:
        if isinstance(name, str) and not (settings.project / name).exists():
            yield where, f"'{name}' is not there: correct the name"
    if settings.get("theme.name", str) not in (None, "material"):
        yield "theme.name", "must be material: the templates of overrides/ build on it"


def can_render(settings: SettingsFiles) -> bool:
    """Whether pages can be read as the settings say."""
    return settings.readable and not any(extension_faults(settings))


def faults(settings: SettingsFiles) -> Iterator[Fault]:
    """Everything wrong with the settings, by dotted path."""
    for key, value in settings.data.items():
        kind, name = KINDS.get(key, (object, ""))
        if key not in KINDS:
            yield str(key), f"unknown setting '{key}'{nearest(str(key), KINDS)}"
        elif not isinstance(value, kind) and not (value is None and key in EMPTY_TOO):
            yield key, f"{key} must be {name}"
    name = settings.data.get("site_name")
    if name is None or name == "":
        yield "site_name", "site_name is missing: it is the name at the top of each page"
    elif isinstance(name, str) and (fault := line_fault(name)):
        yield "site_name", f"site_name {fault}"
    address = settings.data.get("site_url")
    if not isinstance(address, str) or not ADDRESS.fullmatch(address):
        yield "site_url", f"site_url {WHOLE}"
    if settings.data.get("use_directory_urls") is False:
        yield "use_directory_urls", "use_directory_urls is off: addresses end in /, leave it on"
    for rule in (language_faults, plugin_faults, extension_faults, file_faults):
        yield from rule(settings)
    assets = settings.project / (settings.get("docs_dir", str) or "docs") / "assets"
    yield from extra.faults(settings.get("extra", dict) or {}, assets, datetime.date.today())


def problems(settings: SettingsFiles) -> Iterator[Problem]:
    """Every fault in the settings, with its file and line."""
    yield from settings.problems
    if not settings.readable:
        return
    for file in settings.files:
        if file.lines is not None and not isinstance(file.data, dict):
            yield Problem(str(file.path), 1, f"must be {BLOCK}")
    for where, message in faults(settings):
        yield settings.problem(where, message)
