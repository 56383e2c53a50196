"""What the i18n plugin leaves undone: a page's own address in each language."""

from __future__ import annotations

import os

from mkdocs.plugins import event_priority


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
