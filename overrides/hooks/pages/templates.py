"""How templates are read: text is never markup, a slip in a name stops the build, each is compiled once."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from content import addresses
from content.site import Site
from jinja2 import BytecodeCache, Environment, FileSystemLoader
from pages import undefined

# Of the files in overrides/; none of Material's, whose icons and words stand in the pages.
SERVED = re.compile(r"assets/js/.+|assets/favicon\.svg|sections\.schema\.json")


class Listed(FileSystemLoader):
    """Finds a template in overrides/ or the theme, and lists what is served: nothing of the ten thousand
    files of the theme."""

    def list_templates(self) -> list[str]:
        return list(filter(SERVED.fullmatch, FileSystemLoader(self.searchpath[:1]).list_templates()))


class Compiled(BytecodeCache):
    """The code of each template, by its name and text, for both languages and the next build of `serve`."""

    kept: ClassVar[dict] = {}

    def load_bytecode(self, bucket) -> None:
        bucket.code = self.kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket) -> None:
        self.kept[bucket.key, bucket.checksum] = bucket.code


def prepare(theme) -> None:
    """Have MkDocs read its theme's templates our way, from the first look on: no event is before that."""
    get_env, folder = theme.get_env, Path(theme.custom_dir)

    def prepared() -> Environment:
        env = get_env()
        env.autoescape = True  # text never becomes markup, unless a template says `| safe` and why
        env.undefined = undefined.strict_in(folder)
        env.loader = Listed(env.loader.searchpath)
        env.bytecode_cache = Compiled()
        return env

    theme.get_env = prepared


def renderer(theme, site: Site) -> Callable[..., str]:
    """A function from a template's name and what it shows to its HTML, for what is no page of MkDocs."""
    env = theme.get_env()
    env.globals |= {"site": site, "addresses": addresses}
    return lambda name, **shown: env.get_template(name).render(**shown)
