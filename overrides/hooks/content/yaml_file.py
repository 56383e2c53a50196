"""YAML files: what they say, and on which line each entry stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from content.model import Problem

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


DEEPEST = 20  # lists and blocks within one another
FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # by libyaml, where PyYAML has it: ten times as fast


def parsed(text: str, tags: Tags, base: type) -> tuple[object, list[tuple[str, int]]]:
    """The data of a text and its entries, without references: they hide on which line a value stands."""
    depth = 0
    for event in yaml.parse(text, Loader=base):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if getattr(event, "anchor", None):
            raise yaml.MarkedYAMLError(problem="& and * are not used here", problem_mark=event.start_mark)
        if depth > DEEPEST:
            raise yaml.MarkedYAMLError(problem="nested too deeply", problem_mark=event.start_mark)
    kind = type("Loader", (base,), {})
    for name, construct in tags.items():
        kind.add_constructor(name, construct)
    reader = kind(text)
    node = reader.get_single_node()
    return (reader.construct_document(node), list(below(node))) if node else (None, [])


def read(path: Path, tags: Tags | None = None) -> YamlFile:
    """One file. Never raises: broken YAML, references (`&`, `*`) and repeated names are problems of it."""
    text, problems = decoded(path)
    if problems:
        return YamlFile(path, problems=problems)
    try:
        try:
            data, entries = parsed(text, tags or {}, FAST)
        except yaml.YAMLError:
            data, entries = parsed(text, tags or {}, yaml.SafeLoader)  # tells the same in clearer words
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or " ".join(str(error).split()) or "nested too deeply"
        line = mark.line + 1 if mark else 0
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
