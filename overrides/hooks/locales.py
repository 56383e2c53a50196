"""What the i18n plugin leaves undone: texts, a page's own address and a 404 page in each language."""

from __future__ import annotations

import functools
import os
from pathlib import Path

import yaml
from jinja2 import UndefinedError
from mkdocs.plugins import event_priority
from mkdocs.utils import write_file

TEXTS = Path(__file__).parent.parent / "locales"


class Texts(dict):
    """Texts by name. In a template `t.links.copy` is the text, never a dict method; unknown names raise."""

    def __getattribute__(self, name):
        return self[name] if name in self else super().__getattribute__(name)

    def __missing__(self, name):
        raise UndefinedError(f"no text '{name}' in overrides/locales")


def nest(tree):
    """The same tree with every dict turned into `Texts`."""
    return Texts({key: nest(value) for key, value in tree.items()}) if isinstance(tree, dict) else tree


def strings(locale: str) -> Texts:
    """The texts of one language, as `overrides/locales/<locale>.yml` has them."""
    path = TEXTS / f"{locale}.yml"
    return read_texts(path, path.stat().st_mtime_ns)


@functools.lru_cache(maxsize=8)
def read_texts(path: Path, changed: int) -> Texts:
    """One file of texts, read again only when it has `changed`: hooks ask for it at every page."""
    return nest(yaml.safe_load(path.read_text(encoding="utf-8")))


def text_keys(tree: dict, above: str = "") -> set[str]:
    """The dotted names of all texts: `{"search.open", ...}`."""
    names = set()
    for key, value in tree.items():
        names |= text_keys(value, f"{above}{key}.") if isinstance(value, dict) else {f"{above}{key}"}
    return names


@event_priority(-150)  # after the i18n plugin knows which language it builds
def on_config(config):
    """The theme's language, and what Markdown extensions write into a page."""
    locale = config.plugins["i18n"].current_language
    config.theme["language"] = locale
    config.mdx_configs.setdefault("footnotes", {})["BACKLINK_TITLE"] = strings(locale).locales.footnote_back
    return config


def readdress(file, slug: str, site_dir: str) -> None:
    """Give a file the address `slug` in the folder of its language, as MkDocs would have made it."""
    file.url = f"{file.locale}/{slug}/"
    file.dest_uri = f"{file.url}index.html"
    file.abs_dest_path = os.path.normpath(os.path.join(site_dir, file.dest_uri))


@event_priority(-200)  # after the i18n plugin has laid out the files
def on_files(files, config):
    """Addresses in the page's own language: /en/uproar/ for docs/en/ophef.md."""
    guide = config.extra["guide"]
    for file in files.documentation_pages():
        for locale, twin in {file.locale: file, **file.alternates}.items():
            page = guide.pages.get((locale, twin.norm_src_uri))
            if page and page.meta.get("slug"):
                readdress(twin, str(page.meta["slug"]), config.site_dir)
    return files


def on_env(env, config, files):
    """The texts of the language being built, as `t` in every template."""
    env.globals["t"] = strings(config.plugins["i18n"].current_language)
    return env


def on_post_template(output, template_name, config):
    """Keep the 404 page of each language: static-i18n would write one over the other."""
    i18n = config.plugins["i18n"]
    if template_name != "404.html" or i18n.current_language == i18n.default_language:
        return output
    write_file(output.encode(), str(Path(config.site_dir, i18n.current_language, template_name)))
    return ""  # nothing for MkDocs to write
