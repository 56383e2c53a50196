"""Of all style rules, those that a page uses: Material's own and overrides/assets/css/*.css.

Every selector is asked of the page's HTML (selectolax) without what may change while a page is read
(css_probe.py). What a script adds is declared in a comment of the stylesheet, as simple selectors; rules are
judged without them:

    /* states: .copied [data-weak] mark */

What stands in a `<template>` counts as being in the page. A selector that the engine cannot read is kept.
Material's rules go into a cascade layer, so ours win whatever their weight. Declarations with a `data:`
address are left out, since the policy forbids them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import tinycss2
from publish.css_probe import probe, split
from selectolax.lexbor import LexborHTMLParser, SelectolaxError

STATES = re.compile(r"/\*.*?\bstates:([^*]*)\*/", re.DOTALL)
BRANCHES = {"media", "supports", "layer", "container", "scope", "starting-style"}
VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")


@dataclass(frozen=True)
class Declaration:
    """`name: value`, as text; the value with its `!important`."""

    name: str
    value: str


@dataclass(frozen=True)
class Style:
    """A rule: its selectors as written, what to ask the page for each, and its body."""

    selectors: tuple[str, ...]
    probes: tuple[str, ...]
    body: tuple


@dataclass(frozen=True)
class At:
    """An at-rule; `body` is None when it has none, a string when it is kept whole."""

    name: str
    prelude: str
    body: tuple | str | None


def parse(css: str, states: set[str]) -> tuple:
    """A stylesheet as a tree of `Style`, `At` and `Declaration`."""
    return tuple(convert(tinycss2.parse_stylesheet(css, True, True), "", states))


def convert(nodes: Iterable, parent: str, states: set[str]) -> Iterable:
    """tinycss2's nodes as ours; `parent` is what `&` means inside a nested rule."""
    for node in nodes:
        if node.type == "declaration":
            value = tinycss2.serialize(node.value).strip() + (" !important" if node.important else "")
            if "data:" not in value:
                yield Declaration(node.name, value)
        elif node.type == "qualified-rule":
            parts = split(node.prelude)
            if parent:
                parts = [p if "&" in p else [*tinycss2.parse_component_value_list("& "), *p] for p in parts]
            probes = tuple(probe(part, parent, states) for part in parts)
            body = tinycss2.parse_blocks_contents(node.content, True, True)
            yield Style(
                tuple(tinycss2.serialize(part).strip() for part in parts),
                probes,
                tuple(convert(body, ",".join(probes), states)),
            )
        elif node.type == "at-rule" and node.at_keyword != "charset":
            body = None
            if node.content is not None and node.lower_at_keyword in BRANCHES:
                inner = tinycss2.parse_blocks_contents(node.content, True, True)
                body = tuple(convert(inner, parent, states))
            elif node.content is not None:
                body = tinycss2.serialize(node.content)
            yield At(node.lower_at_keyword, tinycss2.serialize(node.prelude).strip(), body)


def used(nodes: tuple, matches: Callable[[str], bool]) -> tuple:
    """The nodes whose selectors match something."""
    kept = []
    for node in nodes:
        if isinstance(node, Style):
            pairs = zip(node.selectors, node.probes, strict=True)
            selectors = tuple(selector for selector, asked in pairs if matches(asked))
            body = used(node.body, matches) if selectors else ()
            if body:
                kept.append(replace(node, selectors=selectors, body=body))
        elif isinstance(node, At) and isinstance(node.body, tuple):
            body = used(node.body, matches)
            if body:
                kept.append(replace(node, body=body))
        else:
            kept.append(node)
    return tuple(kept)


def declarations(nodes: tuple) -> Iterable[Declaration]:
    """Every declaration of a tree, whatever rule it is in."""
    for node in nodes:
        if isinstance(node, Declaration):
            yield node
        elif isinstance(node.body, tuple):
            yield from declarations(node.body)


def referred(nodes: tuple) -> tuple[set[str], set[str]]:
    """The custom properties that matter in the end, and the words used as names of animations."""
    every = list(declarations(nodes))
    names = {name for one in every if not one.name.startswith("--") for name in VARIABLE.findall(one.value)}
    before = set()
    while names != before:
        before = set(names)
        names |= {name for one in every if one.name in names for name in VARIABLE.findall(one.value)}
    animations = " ".join(one.value for one in every if one.name.startswith(("animation", "--")))
    return names, set(re.findall(r"[\w-]+", animations))


def prune(nodes: tuple, variables: set[str], animations: set[str]) -> tuple:
    """The tree without custom properties and keyframes that nothing refers to."""
    kept = []
    for node in nodes:
        if isinstance(node, Declaration):
            if node.name.startswith("--") and node.name not in variables:
                continue
        elif node.body is None or isinstance(node.body, str):
            if "keyframes" in node.name and node.prelude not in animations:
                continue
        else:
            node = replace(node, body=prune(node.body, variables, animations))
            if not node.body:
                continue
        kept.append(node)
    return tuple(kept)


def write(nodes: tuple) -> str:
    """A tree as CSS."""
    out = []
    for node in nodes:
        if isinstance(node, Declaration):
            out.append(f"{node.name}:{node.value};")
        elif isinstance(node, Style):
            out.append(f"{','.join(node.selectors)}{{{write(node.body)}}}")
        elif node.body is None:
            out.append(f"@{node.name} {node.prelude};")
        else:
            body = node.body if isinstance(node.body, str) else write(node.body)
            out.append(f"@{node.name} {node.prelude}{{{body}}}")
    return "".join(out)


def sheet(material: str, own: Iterable[str]) -> tuple:
    """One tree of Material's stylesheet, in a layer, and our own."""
    own = list(own)
    states = {state for css in own for found in STATES.findall(css) for state in found.split()}
    return (At("layer", "material", parse(material, states)), *parse("\n".join(own), states))


def read(assets: Path, more: str) -> tuple:
    """The tree of all rules: a folder with Material's `stylesheets` and our `css`, and some more CSS."""
    own = [path.read_text(encoding="utf-8") for path in sorted(assets.glob("css/*.css"))] + [more]
    [material] = assets.glob("stylesheets/main.*.min.css")
    return sheet(material.read_text(encoding="utf-8"), own)


def reduce(nodes: tuple, pages: Iterable[str]) -> str:
    """The CSS that these pages, HTML, need together."""
    trees = [LexborHTMLParser(re.sub(r"</?template\b[^>]*>", "", html)) for html in pages]

    @cache
    def matches(selector: str) -> bool:
        try:
            return any(tree.css_first(selector) is not None for tree in trees)
        except SelectolaxError:
            return True

    kept = used(nodes, matches)
    return write(prune(kept, *referred(kept)))
