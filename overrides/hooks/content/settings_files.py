"""mkdocs.yml and the file that it inherits from: read as one, each entry with its file and line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from content.model import Problem
from content.yaml_file import Tags, YamlFile, read

DEEPEST = 5  # files that inherit from one another; more is a circle


@dataclass(frozen=True)
class SettingsFiles:
    """The settings: the files, mkdocs.yml first, and what they say together."""

    files: tuple[YamlFile, ...]
    data: dict

    @property
    def path(self) -> Path:
        """mkdocs.yml, or the file that stands for it (`mkdocs build -f other.yml`)."""
        return self.files[0].path

    @property
    def project(self) -> Path:
        """The folder that every path in the settings is relative to."""
        return self.path.parent

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read."""
        return tuple(problem for file in self.files for problem in file.problems)

    @property
    def readable(self) -> bool:
        """Whether each of the files could be read: else much may seem to be missing."""
        return all(file.lines is not None for file in self.files)

    def get(self, where: str, kind: type = object):
        """The value at a dotted path, None when it is absent or not of this kind."""
        value = self.data
        for name in where.split("."):
            value = value.get(name) if isinstance(value, dict) else None
        return value if isinstance(value, kind) else None

    def problem(self, where: str, message: str) -> Problem:
        """A fault of an entry, in the file and on the line where it stands, or what is around it."""
        while where:
            for file in self.files:
                if where in (file.lines or {}):
                    return file.problem(where, message)
            where = where.rpartition(".")[0]
        return Problem(str(self.path), 0, message)


def named(value) -> list[tuple[str, str, object]]:
    """Plugins or extensions, as (dotted path below the setting, name, options)."""
    if isinstance(value, dict):
        return [(str(name), str(name), options) for name, options in value.items()]
    found = []
    for number, item in enumerate(value if isinstance(value, list) else []):
        pair = item if isinstance(item, dict) and len(item) == 1 else {str(item): None}
        found += [(str(number), str(name), options) for name, options in pair.items()]
    return found


def merged(inherited: dict, own: dict) -> dict:
    """As MkDocs merges: blocks are filled up, everything else is replaced."""
    result = dict(inherited)
    for name, value in own.items():
        both = isinstance(value, dict) and isinstance(result.get(name), dict)
        result[name] = merged(result[name], value) if both else value
    return result


def read_settings_files(path: Path, tags: Tags | None = None) -> SettingsFiles:
    """The settings that begin in `path`; `tags` construct further YAML tags (`!ENV`). Never raises."""
    files = [read(path, tags)]
    while isinstance(parent := files[-1].fields.get("INHERIT"), str) and len(files) < DEEPEST:
        files.append(read(files[-1].path.parent / parent, tags))
    data: dict = {}
    for file in reversed(files):
        own = {name: value for name, value in file.fields.items() if name != "INHERIT"}
        data = merged(data, own)
    return SettingsFiles(tuple(files), data)
