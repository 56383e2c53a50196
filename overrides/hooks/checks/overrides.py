"""What a slip in overrides/ would spoil without a word: style rules, templates, texts of the interface."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import jinja2
import tinycss2
import yaml
from content.model import Problem
from content.texts import text_keys


def style_faults(nodes: list) -> Iterator[tuple[int, str]]:
    """What cannot be read in parsed CSS, at any depth, as (line, what)."""
    for node in nodes:
        if node.type == "error":
            yield node.source_line, node.message
        elif node.type in ("qualified-rule", "at-rule"):
            yield from style_faults([token for token in node.prelude if token.type == "error"])
            yield from style_faults(tinycss2.parse_blocks_contents(node.content or [], True, True))


def style_problems(folder: Path) -> Iterator[Problem]:
    """Style sheets that a browser would read in part only."""
    for path in sorted(folder.glob("assets/css/*.css")):
        nodes = tinycss2.parse_stylesheet(path.read_text(encoding="utf-8"), True, True)
        for line, what in style_faults(nodes):
            yield Problem(str(path), line, f"style rule cannot be read ({what}): look for a missing ; or brace")


def template_problems(folder: Path) -> Iterator[Problem]:
    """Templates that Jinja cannot read."""
    reader = jinja2.Environment(extensions=["jinja2.ext.loopcontrols"], autoescape=True)
    for path in sorted([*folder.glob("*.html"), *folder.glob("*.xml"), *folder.glob("partials/**/*.html")]):
        try:
            reader.parse(path.read_text(encoding="utf-8"))
        except jinja2.TemplateSyntaxError as error:
            yield Problem(str(path), error.lineno, f"template cannot be read ({error.message}): mend this line")


def text_problems(folder: Path, locales: list[str]) -> Iterator[Problem]:
    """Texts of the interface that one language has and another has not."""
    texts = {}
    for locale in locales:
        path = folder / "locales" / f"{locale}.yml"
        try:
            texts[locale] = text_keys(yaml.safe_load(path.read_text(encoding="utf-8")) or {})
        except OSError:
            yield Problem(str(path), 0, "is missing: every language has a file of texts")
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            yield Problem(str(path), mark.line + 1 if mark else 0, "is no YAML: mend this line")
    for locale, keys in texts.items():
        for other, others in texts.items():
            for key in sorted(others - keys):
                path = folder / "locales" / f"{locale}.yml"
                yield Problem(str(path), 0, f"text '{key}' is missing: add it, as in {other}.yml")


def problems(folder: Path, locales: list[str]) -> Iterator[Problem]:
    """Everything wrong with `overrides/`; `folder` is its path."""
    yield from style_problems(folder)
    yield from template_problems(folder)
    yield from text_problems(folder, locales)
