"""YAML files: what they say, and on which line each entry stands. The one way to read them.

libyaml, written in C, reads ten times as fast; what it stumbles over is read again by PyYAML's own reader,
which says better what is wrong and works where libyaml is missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml
from content.model import Problem

FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
COMMENT = re.compile(r"[{,][^{}\n#\"']*: +#\w")  # in a block on one line, such as {light: #6b2a5b}
DEEPEST = 20  # lists and blocks within one another
Tags = dict[str, Callable]  # constructors of further YAML tags, by their name


@dataclass(frozen=True)
class YamlFile:
    """One file as it was read. What could not be read has no data, and its problems say why."""

    path: Path
    data: object = None
    lines: dict[str, int] | None = None  # by dotted path: "extra.ministry.contacts.0" → 12
    problems: tuple[Problem, ...] = ()

    @property
    def fields(self) -> dict:
        """The data of a file of 'name: value' lines, {} of any other."""
        return self.data if isinstance(self.data, dict) else {}

    def line(self, where: str) -> int:
        """The line of an entry, or of the nearest one around it; 0 when there is none."""
        while where and where not in (self.lines or {}):
            where = where.rpartition(".")[0]
        return (self.lines or {}).get(where, 0)

    def problem(self, where: str, message: str) -> Problem:
        """A fault of an entry."""
        return Problem(str(self.path), self.line(where), message)


def decoded(path: Path) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file, "" when it cannot be read, and why it cannot be."""
    try:
        data = path.read_bytes()
        return data.decode("utf-8-sig").replace("\r\n", "\n"), ()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return "", (Problem(str(path), line, "is not UTF-8 text: save the file as UTF-8"),)
    except FileNotFoundError:
        return "", (Problem(str(path), 0, "is missing: bring it back from the history"),)
    except OSError as error:
        return "", (Problem(str(path), 0, f"cannot be read ({error.strerror}): mend its rights"),)


def below(node: yaml.Node, above: str = "") -> Iterator[tuple[str, int]]:
    """(dotted path, line) of every entry below a YAML node; repeated keys come repeatedly."""
    if isinstance(node, yaml.MappingNode):
        children = [(key.value, key.start_mark, value) for key, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        children = [(number, value.start_mark, value) for number, value in enumerate(node.value)]
    else:
        return
    for name, mark, value in children:
        yield f"{above}{name}", mark.line + 1
        yield from below(value, f"{above}{name}.")


def refuse_tangles(kind: type, text: str) -> None:
    """Raise `yaml.MarkedYAMLError` on `&` and `*`, which hide on which line a value stands, and on more
    levels than anybody can read."""
    depth = 0
    for event in yaml.parse(text, Loader=kind):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if getattr(event, "anchor", None):
            raise yaml.MarkedYAMLError(problem="& and * are not used here", problem_mark=event.start_mark)
        if depth > DEEPEST:
            raise yaml.MarkedYAMLError(problem="nested too deeply", problem_mark=event.start_mark)


def moment(reader, node: yaml.Node):
    """A day as Python has it; one that no calendar has is told with its line."""
    try:
        return reader.construct_yaml_timestamp(node)
    except ValueError as error:
        raise yaml.MarkedYAMLError(problem=str(error), problem_mark=node.start_mark) from None


def load_by(kind: type, text: str, tags: Tags) -> tuple[yaml.Node | None, object]:
    """The tree of a text and what it says, by a reader that knows some more tags."""
    refuse_tangles(kind, text)
    known = type("Loader", (kind,), {})
    for name, construct in {"tag:yaml.org,2002:timestamp": moment, **tags}.items():
        known.add_constructor(name, construct)
    reader = known(text)
    node = reader.get_single_node()
    return node, reader.construct_document(node) if node else None


def load_with(text: str, tags: Tags) -> tuple[yaml.Node | None, object]:
    """The tree of a text, with lines, and what it says. Raises `yaml.YAMLError`, also on references."""
    try:
        return load_by(FAST, text, tags)
    except yaml.YAMLError:
        return load_by(yaml.SafeLoader, text, tags)


@lru_cache(maxsize=256)  # several rules read one file, and `serve` reads all of them again at each change
def load(text: str) -> tuple[yaml.Node | None, object]:
    """As `load_with`, without further tags; every reader gets the same data, and none may change it."""
    return load_with(text, {})


def content_of(path: Path) -> object:
    """What a file says whose form has been checked. Raises `OSError` or `yaml.YAMLError`."""
    return load(path.read_text(encoding="utf-8"))[1]


def read(path: Path, tags: Tags | None = None) -> YamlFile:
    """One file. Never raises: broken YAML, references (`&`, `*`) and repeated names are problems of it."""
    text, problems = decoded(path)
    if problems:
        return YamlFile(path, problems=problems)
    try:
        node, data = load_with(text, tags) if tags else load(text)
        entries = list(below(node)) if node else []
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or " ".join(str(error).split()) or "nested too deeply"
        line = mark.line + 1 if mark else 0
        if found := COMMENT.search(text):
            line, what = text.count("\n", 0, found.start()) + 1, "a # outside quotes begins a comment"
        return YamlFile(path, problems=(Problem(str(path), line, f"is no YAML ({what}): mend this line"),))
    lines: dict[str, int] = {}
    repeated = []
    for name, line in entries:
        if name in lines:
            short = name.rpartition(".")[2]
            message = f"'{short}' stands twice, also on line {lines[name]}: keep one"
            repeated.append(Problem(str(path), line, message))
        lines.setdefault(name, line)
    return YamlFile(path, data, lines, tuple(repeated))
