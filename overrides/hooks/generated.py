"""Pages that no Markdown file stands for, as files that go through the same templates as every other page."""

from __future__ import annotations

import os

import yaml
from mkdocs.structure.files import File, InclusionLevel


def page_files(config, name: str, at: dict[str, str], meta: dict[str, dict]) -> dict[str, File]:
    """The files of a generated page, by language: each with its own address and front matter.

    Add them in an `on_files` after static-i18n's (priority below -100), which would lose their content.
    """
    files = {}
    for locale, address in at.items():
        content = f"---\n{yaml.safe_dump(meta[locale], allow_unicode=True)}---\n"
        file = File.generated(
            config, f"{locale}/{name}", content=content, inclusion=InclusionLevel.NOT_IN_NAV
        )
        file.dest_uri = f"{address}index.html"
        file.url = address
        file.abs_dest_path = os.path.normpath(os.path.join(config.site_dir, file.dest_uri))
        # what static-i18n sets on the files that it has seen
        file.locale = file.localization = file.locale_alternate_of = locale
        file.norm_src_uri, file.alternates = name, files
        files[locale] = file
    return files
