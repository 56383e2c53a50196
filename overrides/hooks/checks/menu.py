"""The menu: every page once, and every label in every language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from checks.frontmatter import nearest
from content.model import Guide, Problem


def entries(nav, above: str = "") -> Iterator[tuple[str, str]]:
    """(label, path) of everything in the menu; "" for a page without label or a group without path."""
    for item in nav or []:
        for label, target in item.items() if isinstance(item, dict) else [("", item)]:
            if isinstance(target, list):
                yield str(label), ""
                yield from entries(target)
            else:
                yield str(label), str(target)


def problems(path: Path, nav, guide: Guide, default: str, translations: dict[str, dict]) -> Iterator[Problem]:
    """Dead, double and missing pages, and labels that a language has no word for.

    `translations` holds the labels of each further language: {"en": {"Hulp": "Help"}}.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    names = [page.name for page in guide.of(default)]
    seen: set[str] = set()

    def problem(needle: str, message: str) -> Problem:
        start = next((i for i, line in enumerate(lines) if line.startswith("nav:")), 0)
        line = next((i for i, line in enumerate(lines[start:], start + 1) if needle in line), start + 1)
        return Problem(str(path), line, message)

    for label, target in entries(nav):
        for locale, words in translations.items():
            if label and label not in words:
                yield problem(
                    label, f"menu label '{label}' has no {locale} translation: add it to nav_translations"
                )
        if target and "://" not in target:
            if target not in names:
                yield problem(
                    target, f"the menu leads to '{target}', which is no page{nearest(target, names)}"
                )
            elif target in seen:
                yield problem(target, f"the menu holds '{target}' twice: keep one")
            seen.add(target)
    for name in names:
        if name not in seen:
            yield problem("nav:", f"page {name} is not in the menu: add it to nav")
