"""The texts of the interface, by language: overrides/locales/<locale>.yml."""

from __future__ import annotations

import functools
from pathlib import Path

from content import yaml_file
from jinja2 import UndefinedError


class Texts(dict):
    """Texts by name. In a template `t.links.copy` is the text, never a dict method; unknown names raise."""

    def __getattribute__(self, name):
        return self[name] if name in self else super().__getattribute__(name)

    def __missing__(self, name):
        raise UndefinedError(f"no text '{name}' in overrides/locales")


def nest(tree):
    """The same tree with every dict turned into `Texts`."""
    return Texts({key: nest(value) for key, value in tree.items()}) if isinstance(tree, dict) else tree


def strings(theme: Path, locale: str) -> Texts:
    """The texts of one language, as `locales/<locale>.yml` in the folder overrides/ has them."""
    path = theme / "locales" / f"{locale}.yml"
    return read_texts(path, path.stat().st_mtime_ns)


@functools.lru_cache(maxsize=8)
def read_texts(path: Path, changed: int) -> Texts:
    """One file of texts, read again only when it has `changed`: it is asked for at every page."""
    return nest(yaml_file.content_of(path))


def day(date, months: list[str]) -> str:
    """A date in words: 23 november 2026."""
    return f"{date.day} {months[date.month - 1]} {date.year}"


def text_keys(tree: dict, above: str = "") -> set[str]:
    """The dotted names of all texts: `{"search.open", ...}`."""
    names = set()
    for key, value in tree.items():
        names |= text_keys(value, f"{above}{key}.") if isinstance(value, dict) else {f"{above}{key}"}
    return names
