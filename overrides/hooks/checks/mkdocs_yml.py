"""The settings, as far as MkDocs itself does not say on which line they are wrong, or does not say it at all."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from importlib.metadata import entry_points

import markdown
from checks import settings as extra
from checks.frontmatter import nearest
from checks.values import line_fault
from content import languages
from content.model import Problem
from content.settings_files import SettingsFiles, named

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
# Of nothing but what a link, a server's rules and a policy can hold as it is.
PORT = r"(:([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}))?"  # none above 65,499 is of use
ADDRESS = re.compile(
    rf"https?://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?{PORT}/((?!\.+/)[A-Za-z0-9._~-]+/)*"
)
WHOLE = "must be the whole address of the site, ending in /: https://example.nl/guide/"
Fault = tuple[str, str]  # where, as a dotted path; what is wrong


def language_faults(settings: SettingsFiles) -> Iterator[Fault]:
    """The languages: the two that are promised first, and each of the list with a name and built."""
    where, _ = languages.place(settings)
    listed = languages.listed(settings)
    built = tuple(one.get("locale") for one in listed if one.get("build", True))
    if built[:2] != languages.PROMISED or not listed[0].get("default"):
        message = "the languages are nl (the default) and en, both built: the addresses rest on that"
        yield where, message
        return
    for number, one in enumerate(listed):
        locale, place = one.get("locale"), f"{where}.{number}"
        if not isinstance(locale, str) or not languages.LOCALE.fullmatch(locale):
            yield place, f"'{locale}' is no language: write two letters, such as fy (ISO 639-1)"
        elif built.count(locale) != 1 or len(listed) != len(built):
            yield place, f"language '{locale}' must stand here once, and be built"
        elif number and one.get("default"):
            yield place, f"language '{locale}' is not the default: the addresses rest on that"
        elif not isinstance(one.get("name"), str) or line_fault(one["name"]):
            yield place, f"language '{locale}' has no name: write what it calls itself, name: Frysk"


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
    known = languages.locales(settings)
    yield from extra.faults(settings.get("extra", dict) or {}, assets, datetime.date.today(), known)


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
