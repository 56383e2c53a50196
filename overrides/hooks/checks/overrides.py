"""What a slip in overrides/ would spoil without a word: style rules, templates, scripts, texts of the interface."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

import jinja2
import minify_html
import tinycss2
from content import yaml_file
from content.model import Problem
from content.texts import text_keys

# What the policy of the pages forbids: it would be left out by the browser, or let in by a hash.
ACTIVE = re.compile(r"<[a-z][^<>]*?\s((?:on[a-z]+|style)\s*=)", re.IGNORECASE)
OWN_NAME = "links.languages."  # a language without a name there has the one that it calls itself
PARSED = "void  0;\n"  # with white space that goes when a script could be read


def style_faults(nodes: list) -> Iterator[tuple[int, str]]:
    """What cannot be read in parsed CSS, at any depth, as (line, what)."""
    for node in nodes:
        if node.type == "error":
            yield node.source_line, node.message
        elif node.type in ("qualified-rule", "at-rule"):
            yield from style_faults([token for token in node.prelude if token.type == "error"])
            yield from style_faults(tinycss2.parse_blocks_contents(node.content or [], True, True))


def style_problems(path: Path, text: str) -> Iterator[Problem]:
    """A style sheet that a browser would read in part only."""
    for line, what in style_faults(tinycss2.parse_stylesheet(text, True, True)):
        yield Problem(str(path), line, f"style rule cannot be read ({what}): look for a missing ; or brace")


def template_problems(path: Path, text: str) -> Iterator[Problem]:
    """A template that Jinja cannot read, or with what the policy of the pages forbids."""
    reader = jinja2.Environment(extensions=["jinja2.ext.loopcontrols"], autoescape=True)
    try:
        reader.parse(text)
    except jinja2.TemplateSyntaxError as error:
        yield Problem(str(path), error.lineno, f"template cannot be read ({error.message}): mend this line")
    for found in ACTIVE.finditer(text):
        line = text.count("\n", 0, found.start(1)) + 1
        message = f"attribute {found[1]} is forbidden by the policy of the pages: use a class, or a script"
        yield Problem(str(path), line, message)


def script_problems(path: Path, text: str) -> Iterator[Problem]:
    """A script that no browser could read. The minifier has a parser of the present language; what that cannot
    read, it leaves as it is, without a word on where it stumbled."""
    small = minify_html.minify(f"<script type=module>{PARSED}{text}</script>", minify_js=True)
    if PARSED in small:
        message = "this script cannot be read, so it would do nothing: look at what changed in it last"
        yield Problem(str(path), 0, message)


KINDS = {
    "assets/css/*.css": style_problems,
    "*.html": template_problems,
    "*.xml": template_problems,
    "partials/**/*.html": template_problems,
    "assets/js/*.js": script_problems,
}


def text_problems(folder: Path, locales: list[str]) -> Iterator[Problem]:
    """Texts of the interface that one language has and another has not."""
    files = {locale: yaml_file.read(folder / "locales" / f"{locale}.yml") for locale in locales}
    for file in files.values():
        yield from file.problems
    keys = {locale: text_keys(file.fields) for locale, file in files.items() if file.lines is not None}
    for locale, own in keys.items():
        for other, others in keys.items():
            for key in sorted(one for one in others - own if not one.startswith(OWN_NAME)):
                message = f"text '{key}' is missing: add it, as in {other}.yml"
                yield files[locale].problem(key.rpartition(".")[0], message)


@lru_cache(maxsize=256)  # for `serve`, where one file of many has changed
def of_file(rule: Callable[[Path, str], Iterator[Problem]], path: Path, text: str) -> tuple[Problem, ...]:
    """What a rule finds in a file."""
    return tuple(rule(path, text))


def problems(folder: Path, locales: list[str]) -> Iterator[Problem]:
    """Everything wrong with `overrides/`; `folder` is its path."""
    for pattern, rule in KINDS.items():
        for path in sorted(folder.glob(pattern)):
            text, unread = yaml_file.decoded(path)
            yield from unread or of_file(rule, path, text)
    yield from text_problems(folder, locales)
