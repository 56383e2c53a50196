"""The menu: every page once, and every label in every language."""

from __future__ import annotations

from collections.abc import Iterator

from checks.frontmatter import nearest
from content.model import Guide, Problem
from content.settings_files import SettingsFiles

Entry = tuple[str, str, object]  # where (dotted path), label ("" for a page without), what it leads to


def entries(nav: list, above: str = "nav") -> Iterator[Entry]:
    """Everything in the menu, groups and their pages alike."""
    for number, item in enumerate(nav):
        place = f"{above}.{number}"
        for label, target in item.items() if isinstance(item, dict) else [("", item)]:
            yield place, str(label), target
            if isinstance(target, list):
                yield from entries(target, f"{place}.{label}")


def target_fault(target, names: list[str], seen: set[str]) -> str | None:
    """What is wrong with what an entry leads to."""
    if target in (None, "", []):
        return "this entry of the menu is empty: name a page, or take it out"
    if isinstance(target, list):
        return None
    if not isinstance(target, str):
        return f"the menu holds '{target}', which is no page: write file names and groups only"
    if "//" in target or target.startswith("/"):
        return f"the menu leads to '{target}': it holds pages of this site only; link there from a text"
    if target not in names:
        return f"the menu leads to '{target}', which is no page{nearest(target, names)}"
    return f"the menu holds '{target}' twice: keep one" if target in seen else None


def problems(settings: SettingsFiles, guide: Guide, locales: tuple[str, ...]) -> Iterator[Problem]:
    """Dead, double and missing pages, and labels that a language has no word for."""
    nav = settings.get("nav", list)
    if not nav:
        yield settings.problem("nav", "the menu is empty: list the pages, as in - index.md")
        return
    default = locales[0]
    hidden = [name for locale, name in guide.hidden("text") if locale == default]
    pages = [page.name for page in guide.of(default)]
    words = {one: settings.get(f"extra.translations.{one}.menu", dict) or {} for one in locales[1:]}
    seen: set[str] = set()
    for where, label, target in entries(nav):
        for locale in locales[1:]:
            if label and label not in words[locale]:
                place = f"extra.translations.{locale}.menu"
                message = f"menu label '{label}' has no {locale} translation: add it to {place}"
                yield settings.problem(where, message)
        if fault := target_fault(target, pages + hidden, seen):
            yield settings.problem(where, fault)
        elif isinstance(target, str):
            seen.add(target)
    for name in pages:
        if name not in seen:
            yield settings.problem("nav", f"page {name} is not in the menu: add it to nav")
