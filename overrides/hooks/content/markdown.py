"""Reads the guide from Markdown: a folder and a renderer in, the model of `model.py` out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import yaml
from content import yaml_file
from content.addresses import OWN
from content.limits import TooMuch, refuse_excess, without_fences
from content.model import Guide, Page, Problem, Section
from selectolax.lexbor import LexborHTMLParser

Render = Callable[[str, str], str]  # (Markdown, locale) → HTML
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|\Z)", re.DOTALL)
INLINE_CODE = re.compile(r"(?<![\\`])(`+)(?!`)([^\n]*?[^`\n])\1(?!`)")
BLOCK = re.compile(r"</?(?:p|div|br|li|[uod]l|d[td]|h[1-6]|t[rdh]|table|blockquote)\b")


def split_front_matter(text: str) -> tuple[str, str, int]:
    """Front matter (YAML, without its fences), body, and the line on which the body begins."""
    match = FRONT_MATTER.match(text)
    if not match:
        return "", text, 1
    return match.group(1) or "", text[match.end() :], text[: match.end()].count("\n") + 1


def read_fields(source: str, first_line: int = 1) -> tuple[dict, dict[str, int]]:
    """YAML of 'name: value' entries as a dict, and the line on which each name stands.

    Raises `yaml.YAMLError` on broken YAML, a name that stands twice or a reference (`&`, `*`), and
    `ValueError` when it is something else than such a list.
    """
    node, fields = yaml_file.load(source)
    if node is None:
        return {}, {}
    if not isinstance(node, yaml.MappingNode):
        raise ValueError("must be a list of 'name: value' lines")
    lines: dict[str, int] = {}
    for key, _ in node.value:
        if str(key.value) in lines:
            raise yaml.MarkedYAMLError(problem=f"'{key.value}' stands twice", problem_mark=key.start_mark)
        lines[str(key.value)] = key.start_mark.line + first_line
    return fields, lines


@lru_cache(maxsize=1024)  # several rules ask for it, and `serve` again at each change
def prose(body: str) -> str:
    """The Markdown with code blanked out, every line and column where it was."""
    return INLINE_CODE.sub(lambda match: " " * len(match[0]), without_fences(body))


def running_text(html: str) -> str:
    """The text of a piece of HTML, blocks and cells apart, white space folded."""
    tree = LexborHTMLParser(BLOCK.sub(r" \g<0>", html))
    for mark in tree.css("sup[id^='fnref'], .headerlink"):
        mark.decompose()
    return " ".join(tree.body.text().split()) if tree.body else ""


@lru_cache(maxsize=1024)  # for `serve`, where one page of many has changed
def split_sections(html: str, body: str, body_line: int) -> tuple[str, tuple[Section, ...]]:
    """The HTML before the first heading of level 2, and the sections that follow."""
    blocks: list[tuple] = [(None, [])]
    tree = LexborHTMLParser(html)
    for node in tree.body.iter(include_text=True) if tree.body else ():
        if node.tag == "h2":
            blocks.append((node, []))
        elif "footnote" not in (node.attributes or {}).get("class", "").split():
            blocks[-1][1].append(node.html or "")
    sections = []
    for heading, parts in blocks[1:]:
        code, inner = heading.attributes.get("id") or "", "".join(parts)
        match = re.search(rf"^##\s.*\{{[^}}]*#{re.escape(code)}[\s}}]", body, re.MULTILINE)
        line = body_line + body[: match.start()].count("\n") if match else 0
        title = running_text(heading.inner_html or "")
        sections.append(Section(code, title, line, inner, running_text(inner)))
    return "".join(blocks[0][1]), tuple(sections)


def read_page(path: Path, locale: str, name: str, render: Render) -> Page:
    """One page. Raises `UnicodeDecodeError`, `yaml.YAMLError` or `ValueError` on what cannot be read."""
    source, body, body_line = split_front_matter(path.read_text(encoding="utf-8-sig"))
    try:
        refuse_excess(body)
    except TooMuch as error:
        error.line += body_line - 1
        raise
    meta, meta_lines = read_fields(source, first_line=2)
    html = render(body, locale)
    intro, sections = split_sections(html, body, body_line)
    return Page(locale, name, path, meta, meta_lines, body, body_line, html, running_text(intro), sections)


def reading_problem(path: Path, error: Exception) -> Problem:
    """What is wrong with a page that could not be read."""

    def problem(line: int, message: str) -> Problem:
        return Problem(str(path), line, message, hides="text")

    if isinstance(error, UnicodeDecodeError):
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return problem(line, "is not UTF-8 text: save the file as UTF-8")
    if isinstance(error, yaml.YAMLError):
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "broken YAML"
        return problem((mark.line if mark else 0) + 2, f"front matter: {what}: mend this line")
    if isinstance(error, TooMuch):
        return problem(error.line, str(error))
    if isinstance(error, ValueError):
        return problem(1, f"front matter: {error}")
    if isinstance(error, RecursionError):
        return problem(0, "is nested too deeply to be read: use fewer lists and tags within one another")
    if isinstance(error, OSError):
        return problem(0, f"cannot be read ({error.strerror}): mend its rights")
    what = f"{type(error).__name__}: {error}"
    return problem(0, f"cannot be read ({what}): take back the last change to it")


def read_pages(files: Iterable[tuple[str, str, Path]], render: Render) -> Guide:
    """The pages of files, given as (locale, name, path); unreadable ones become problems."""
    pages, problems = {}, []
    for locale, name, path in files:
        try:
            pages[locale, name] = read_page(path, locale, name, render)
        except Exception as error:  # whatever Markdown or YAML stumbles over is the page's fault
            problems.append(reading_problem(path, error))
    return Guide(pages, tuple(problems))


def files_below(docs: Path, locale: str) -> Iterator[tuple[str, str, Path]]:
    """The Markdown files of a language, as (locale, name, path), but for hidden ones, as MkDocs does."""
    for path in sorted(path for path in (docs / locale).rglob("*.md") if path.is_file()):
        name = path.relative_to(docs / locale).as_posix()
        if not name.startswith(".") and "/." not in name:
            yield locale, name, path


def read_guide(docs: Path, locales: list[str], render: Render) -> Guide:
    """Every page of every language below `docs`, but for what is a ministry's own."""
    files = (file for locale in locales for file in files_below(docs, locale))
    return read_pages((file for file in files if not file[1].startswith(OWN)), render)
