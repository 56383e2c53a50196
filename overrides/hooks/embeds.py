"""Sections to embed: a bare page of each, for a frame, and the same as a fragment, to include on a server."""

from __future__ import annotations

from pathlib import Path

import addresses
import portable
import style
from locales import strings
from mkdocs.plugins import event_priority
from site_links import root, site_names


def write_embeds(site: Path, locale: str, config) -> None:
    """Write the page and the fragment of every section of one language."""
    guide, env, base = config.extra["guide"], config.theme.get_env(), root(config)
    frame, fragment = env.get_template("embed.html"), env.get_template("embed_fragment.html")
    look = style.sheet(config.extra["ministry"]["accent"], framed=True)
    for page in guide.of(locale):
        for section in page.sections:
            at = addresses.embed(locale, section.code)
            target, up = addresses.of_section(page, section.code), addresses.relative("", at)
            shared = {
                "locale": locale,
                "t": strings(locale),
                "title": section.title,
                "code": section.code.upper(),
                "site_name": site_names(config)[locale],
                "edition": config.extra["edition"],
                "icon": f"{up}{config.theme['favicon']}",
                "style": look,
                "canonical": base + addresses.of_page(page),
            }
            # a fragment is no page: the other ending keeps it from being finished as one
            for name, template, start in (("index.html", frame, up), ("section.htm", fragment, base)):
                html = portable.with_links(section.html, page, guide, start)
                file = site / at / name
                file.parent.mkdir(parents=True, exist_ok=True)
                text = template.render(shared, html=html, link=start + target)
                file.write_text(text, encoding="utf-8", newline="")


@event_priority(-200)
def on_post_build(config):
    """Write them, once, when both languages are built."""
    if config.plugins["i18n"].building:
        return
    for locale in site_names(config):
        write_embeds(Path(config.site_dir), locale, config)
