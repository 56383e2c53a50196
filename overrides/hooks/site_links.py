"""What the modules about links share of the configuration: the promise, the changes, names and order."""

from __future__ import annotations

from pathlib import Path

import addresses
import changelog
import permalinks
from checks import report
from mkdocs.plugins import event_priority


def site_names(config) -> dict[str, str]:
    """The name of the site in each language. (While English is built, `config.site_name` is English.)"""
    i18n = config.plugins["i18n"]
    default = i18n.original_configs.get("site_name", config.site_name)
    return {language.locale: language.site_name or default for language in i18n.config.languages}


def reading_order(nav: list) -> list[str]:
    """The file names of a menu from top to bottom: ["index.md", {"Tools": ["check.md"]}] → both."""
    names = []
    for item in nav:
        if isinstance(item, str):
            names.append(item)
        else:
            for part in item.values():
                names += reading_order([part] if isinstance(part, str) else part)
    return names


def root(config) -> str:
    """The address of the site, ending in a slash."""
    return config.site_url.rstrip("/") + "/"


def changes_of(path: Path, config) -> list[changelog.Change]:
    """What the changelog says. Prints what is wrong with it and raises `Abort` if it cannot be used."""
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    codes, locales = set(config.extra["promise"].codes), list(site_names(config))
    report(changelog.faults(text, str(path), codes, locales, str(config.extra["edition"])), path.parent)
    return changelog.read_changes(text)


@event_priority(45)  # right after the guide is read
def on_config(config):
    """Read the promise and the changes once a build, for every hook and template; the promise was checked."""
    if "promise" not in config.extra:
        home = Path(config.config_file_path).parent
        config.extra["promise"] = permalinks.read_promise(Path(config.docs_dir) / "permalinks.yml")
        config.extra["changes"] = changes_of(home / "CHANGELOG.md", config)
    return config


def on_env(env, config, files):
    """Where everything lives, for templates that link to generated pages."""
    env.globals["addresses"] = addresses
    return env
