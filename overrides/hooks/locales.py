"""What the i18n plugin leaves undone: texts and a page's own address in each language."""

from __future__ import annotations

import os
from pathlib import Path

import yaml
from jinja2 import UndefinedError
from mkdocs.plugins import event_priority

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
    return nest(yaml.safe_load((TEXTS / f"{locale}.yml").read_text(encoding="utf-8")))


def text_keys(tree: dict, above: str = "") -> set[str]:
    """The dotted names of all texts: `{"search.open", ...}`."""
    names = set()
    for key, value in tree.items():
        names |= text_keys(value, f"{above}{key}.") if isinstance(value, dict) else {f"{above}{key}"}
    return names


def readdress(file, slug: str, site_dir: str, directory_urls: bool) -> None:
    """Give a file the address `slug` in the folder where it stands, as MkDocs would have made it."""
    folder = "en/" if file.locale == "en" else ""
    file.dest_uri = f"{folder}{slug}/index.html" if directory_urls else f"{folder}{slug}.html"
    file.url = file._get_url(directory_urls)
    file.abs_dest_path = os.path.normpath(os.path.join(site_dir, file.dest_uri))


@event_priority(-200)  # after the i18n plugin has laid out the files
def on_files(files, config):
    """Addresses in the page's own language: /en/uproar/ for docs/en/ophef.md."""
    guide = config.extra["guide"]
    for file in files.documentation_pages():
        for locale, twin in {file.locale: file, **file.alternates}.items():
            page = guide.pages.get((locale, twin.norm_src_uri))
            if page and page.meta.get("slug"):
                readdress(twin, str(page.meta["slug"]), config.site_dir, config.use_directory_urls)
    return files


def on_env(env, config, files):
    """The texts of the language being built, as `t` in every template."""
    env.globals["t"] = strings(config.plugins["i18n"].current_language)
    return env
