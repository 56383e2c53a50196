"""mkdocs.yml, as far as MkDocs itself does not say on which line it is wrong, or does not say it at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from checks import settings as extra
from checks.frontmatter import nearest
from checks.settings import LANGUAGES
from content.model import Problem
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import get_yaml_loader

KEYS = {name for name, _ in MkDocsConfig._schema} | {"INHERIT"}
KINDS = {
    **dict.fromkeys(("site_name", "copyright", "docs_dir", "site_dir", "exclude_docs"), (str, "text")),
    **dict.fromkeys(("strict", "use_directory_urls"), (bool, "true or false")),
    **dict.fromkeys(("nav", "hooks", "plugins", "markdown_extensions", "extra_css"), (list, "a list")),
    **dict.fromkeys(("extra", "validation", "theme"), (dict, "a block of 'name: value' lines")),
}
Fault = tuple[str, str]  # where, as a dotted path; what is wrong


def language_faults(plugins) -> Iterator[Fault]:
    """The site has two languages, Dutch first, and both are built."""
    i18n = next((one["i18n"] for one in plugins if isinstance(one, dict) and "i18n" in one), None)
    languages = (i18n or {}).get("languages") or []
    built = [one.get("locale") for one in languages if one.get("build", True)]
    if built != LANGUAGES or not languages[0].get("default"):
        yield "plugins", "the languages are nl (the default) and en, both built: the addresses rest on that"


def address_fault(value) -> str | None:
    """The address of the site: whole, and that of a folder."""
    try:
        site = urlsplit(str(value or ""))
        good = (
            site.scheme in ("http", "https") and site.hostname and site.path.endswith("/") and not site.query
        )
    except ValueError:
        good = False
    return (
        None
        if good
        else "site_url must be the whole address of the site, ending in /: https://example.nl/guide/"
    )


def faults(data: dict) -> Iterator[Fault]:
    """Everything wrong with the settings, by dotted path."""
    for key, value in data.items():
        kind, name = KINDS.get(key, (object, ""))
        if key not in KEYS:
            yield key, f"unknown setting '{key}'{nearest(str(key), KEYS)}"
        elif not isinstance(value, kind):
            yield key, f"{key} must be {name}"
    if fault := address_fault(data.get("site_url")):
        yield "site_url", fault
    if isinstance(data.get("extra"), dict):
        yield from extra.faults(data["extra"])
    else:
        yield "extra", 'extra.edition is missing: add the block extra with edition: "2026.11"'
    if isinstance(data.get("plugins"), list):
        yield from language_faults(data["plugins"])


def lines_of(node: yaml.Node, above: str = "") -> Iterator[tuple[str, int]]:
    """(dotted path, line) of every entry below a YAML node; repeated keys come repeatedly."""
    if isinstance(node, yaml.MappingNode):
        children = [(key.value, key.start_mark, value) for key, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        children = [(number, value.start_mark, value) for number, value in enumerate(node.value)]
    else:
        return
    for name, mark, value in children:
        yield f"{above}{name}", mark.line + 1
        yield from lines_of(value, f"{above}{name}.")


def problems(path: Path) -> Iterator[Problem]:
    """Every fault in the settings file, with its line."""
    try:
        text = path.read_text(encoding="utf-8")
        entries = list(lines_of(yaml.compose(text, Loader=yaml.SafeLoader)))
        data = yaml.load(text, Loader=get_yaml_loader())
    except (OSError, ValueError, yaml.YAMLError) as error:
        mark = getattr(error, "problem_mark", None)
        yield Problem(
            str(path), mark.line + 1 if mark else 0, f"cannot be read: {' '.join(str(error).split())}"
        )
        return
    lines: dict[str, int] = {}
    for name, line in entries:
        if name in lines:
            yield Problem(str(path), line, f"'{name}' stands twice, also on line {lines[name]}: keep one")
        lines.setdefault(name, line)
    for where, message in faults(data):
        while where and where not in lines:
            where = where.rpartition(".")[0]
        yield Problem(str(path), lines.get(where, 0), message)
