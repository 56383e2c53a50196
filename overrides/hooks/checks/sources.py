"""docs/sources.yml: its form and days, and whether pages cite what may be cited. See `content.sources`."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from checks import web
from checks.frontmatter import nearest
from checks.values import shape
from content import yaml_file
from content.languages import PROMISED
from content.model import Guide, Problem
from content.sources import Sources, marks, read_sources

NAME = "sources.yml"
KEY = {"source": re.compile(r"[a-z][a-z0-9]*[a-z-][a-z0-9-]*"), "fact": re.compile(r"[fk]\d+")}
Fault = tuple[str, str]  # where, as a dotted path; what is wrong


def text(value) -> str | None:
    """A text."""
    return None if isinstance(value, str) and value.strip() else "must be text: put it between quotes"


def texts(value) -> str | None:
    """A text in each of the promised languages; a further one may be left out, and has the Dutch one then."""
    good = isinstance(value, dict) and set(value) >= set(PROMISED)
    good = good and not any(map(text, value.values()))
    return None if good else f"must be {shape(PROMISED)}"


def address(value) -> str | None:
    """A whole address, without signs that end a link in Markdown."""
    if not str(value).startswith("https://"):
        return "must be a whole address: https://example.nl/page"
    return web.plain_fault(str(value))


def day(value) -> str | None:
    """A day."""
    return None if type(value) is datetime.date else "must be a day, such as 2026-11-24"


def table(value) -> str | None:
    """Entries by name."""
    return None if isinstance(value, dict) and value else "must be a list of 'name: ...' entries"


def one_of(*words) -> Callable:
    """One of some words."""
    return lambda value: (
        None if value in words else f"must be {' or '.join(str(word).lower() for word in words)}"
    )


def forms(locales: tuple[str, ...]) -> dict[str, tuple[dict, dict]]:
    """What an entry must have and may have, and how."""
    both, further = dict.fromkeys(PROMISED, text), dict.fromkeys(locales[len(PROMISED) :], text)
    source = both | {"url": address, "grade": one_of("official", "secondary"), "facts": table}
    return {
        "file": ({"sources": table}, {"checked": day, "not_cited": table}),
        "source": (source, {"checked": day} | further),
        "fact": (both, {"where": texts, "dated": one_of(True, False)} | further),
    }


def entry_faults(kind: str, name: str, given, path: str, locales: tuple[str, ...]) -> Iterator[Fault]:
    """What one entry has too little, too much, or wrong."""
    must, may = forms(locales)[kind]
    if kind in KEY and not KEY[kind].fullmatch(name):
        example = {"source": "agfa", "fact": "f24"}[kind]
        yield path, f"'{name}' is no key of a {kind}: write one such as {example}"
    if not isinstance(given, dict):
        yield path, f"{name} must have {', '.join(must)}"
        return
    for key in must.keys() - given.keys():
        yield path, f"{name} has no {key}: add it"
    for key, value in given.items():
        where = f"{path}.{key}".lstrip(".")
        if key not in must | may:
            yield where, f"{name} has an unknown key '{key}'{nearest(str(key), must | may)}"
        elif fault := (must | may)[key](value):
            yield where, f"{name}: {key} {fault}"


def entries(of) -> Iterator[tuple[str, object]]:
    """Names and what stands there, of what should be a table."""
    yield from ((str(key), value) for key, value in of.items()) if isinstance(of, dict) else ()


def faults(data, locales: tuple[str, ...]) -> Iterator[Fault]:
    """Everything wrong with the form of the file, by dotted path."""
    yield from entry_faults("file", NAME, data, "", locales)
    data, home = data if isinstance(data, dict) else {}, {}
    for name, source in entries(data.get("sources")):
        path = f"sources.{name}"
        yield from entry_faults("source", name, source, path, locales)
        source = source if isinstance(source, dict) else {}
        if "checked" not in data | source:
            yield path, f"{name} has no day: add checked, the day on which you read it"
        for key, fact in entries(source.get("facts")):
            yield from entry_faults("fact", key, fact, f"{path}.facts.{key}", locales)
            if key in home:
                yield f"{path}.facts.{key}", f"{key} also stands under {home[key]}: keep one"
            home.setdefault(key, name)
    for key, one in entries(data.get("not_cited")):
        path, [(why, said)] = f"not_cited.{key}", [*entries(one)][:1] or [("", None)]
        if key in home:
            yield path, f"{key} also stands under {home[key]}: keep one"
        good = isinstance(said, list) if why == "replaced" else why == "held_back" and not text(said)
        if not good:
            yield path, f'write {key}: {{replaced: [f36]}}, or {key}: {{held_back: "why"}}'
        elif why == "replaced" and (lost := [str(heir) for heir in said if heir not in home]):
            yield path, f"{key} is replaced by {', '.join(lost)}, which may not be cited: name other facts"


def form_problems(path: Path, locales: tuple[str, ...]) -> Iterator[Problem]:
    """Everything wrong with the form of the file, with its line: if there is nothing, it can be read."""
    file = yaml_file.read(path)
    yield from file.problems
    if file.lines is None:
        return
    for where, message in faults(file.data, locales):
        yield file.problem(where, message)


def late_problems(path: Path, sources: Sources, edition: str) -> Iterator[Problem]:
    """Days after the month of the edition: no clock decides what lies in the future."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for late in sorted({fact.source.checked for fact in sources.facts.values()}):
        if f"{late:%Y.%m}" > edition:
            line = next((at for at, text in enumerate(lines, 1) if str(late) in text), 0)
            message = f"checked is {late}, after edition {edition}: correct the day, or raise extra.edition"
            yield Problem(str(path), line, f"{message} in mkdocs.yml")


def citation_fault(key: str, sources: Sources) -> str | None:
    """Why a page may not cite a fact."""
    if key in sources.facts:
        return None
    if key in sources.replaced:
        return f"[^{key}] is replaced: cite {' or '.join(sources.replaced[key])}"
    if key in sources.held_back:
        return f"[^{key}] is held back ({sources.held_back[key]}): take it out"
    return f"there is no fact [^{key}]{nearest(key, sources.facts) or f'; see docs/{NAME}'}"


def problems(path: Path, guide: Guide, edition: str, locales: tuple[str, ...]) -> Iterator[Problem]:
    """What is wrong with the file; when its form is good, also with its days and with what the pages cite."""
    found = list(form_problems(path, locales))
    yield from found
    if found:
        return
    sources = read_sources(path)
    yield from late_problems(path, sources, edition)
    for page in guide.pages.values():
        for key, line in marks(page):
            if fault := citation_fault(key, sources):
                yield page.problem(line, fault)
