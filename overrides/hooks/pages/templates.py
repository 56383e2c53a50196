"""How templates are read: text is never markup, a slip in a name stops the build, each is compiled once."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from pages import undefined


class Listed(FileSystemLoader):
    """Finds a template in overrides/ or the theme, and lists what is in overrides/ only: of the ten thousand
    files of the theme none is served."""

    def list_templates(self) -> list[str]:
        return FileSystemLoader(self.searchpath[:1]).list_templates()


class Compiled(BytecodeCache):
    """The code of each template, by its name and text, for both languages and the next build of `serve`."""

    kept: ClassVar[dict] = {}

    def load_bytecode(self, bucket) -> None:
        bucket.code = self.kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket) -> None:
        self.kept[bucket.key, bucket.checksum] = bucket.code


def prepared(env: Environment, theme: Path) -> Environment:
    """An environment as all templates need it; `theme` is the folder overrides/."""
    env.autoescape = True  # text never becomes markup, unless a template says `| safe` and why
    env.undefined = undefined.strict_in(theme)
    env.loader = Listed(env.loader.searchpath)
    env.bytecode_cache = Compiled()
    return env
