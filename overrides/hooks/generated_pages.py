"""The pages that no Markdown file stands for: one with the citation data of each section, the catalogue,
and what changed. They go through the same templates as every other page.
"""

from __future__ import annotations

import os
from pathlib import Path

import addresses
import catalogue
import citations
import qr
import yaml
from guide import Page, Section
from locales import strings
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, InclusionLevel
from permalinks import landings
from site_links import reading_order, root, site_names


def page_files(config, name: str, at: dict[str, str], meta: dict[str, dict]) -> dict[str, File]:
    """The files of a generated page, by language: each with its own address and front matter."""
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


def work(page: Page, section: Section, config) -> citations.Work:
    """What is cited when a section is cited."""
    return citations.Work(
        section.code,
        section.title,
        config.site_name,
        str(config.extra["edition"]),
        root(config) + addresses.short(page.locale, section.code),
        page.locale,
        str(config.extra.get("author") or ""),
    )


@event_priority(-250)  # after static-i18n, which would lose the content of generated files
def on_files(files, config):
    """Add the generated pages of the language being built."""
    locale, guide = config.plugins["i18n"].current_language, config.extra["guide"]
    locales = list(addresses.CITE)
    texts = {each: strings(each).links for each in locales}
    for name in reading_order(config.nav):
        for section in guide.pages["nl", name].sections:
            code = section.code
            meta = {
                each: {
                    "template": "cite.html",
                    "cite": code,
                    "title": texts[each].cite.format(code.upper()),
                    "description": texts[each].cite_description.format(code.upper()),
                }
                for each in locales
            }
            at = {each: addresses.cite(each, code) for each in locales}
            files.append(page_files(config, f"cite-{code}.md", at, meta)[locale])
    for name, at in addresses.GENERATED.items():
        kind = name.removesuffix(".md")
        meta = {
            each: {
                "template": f"{kind}.html",
                "title": texts[each][f"{kind}_title"],
                "description": texts[each][f"{kind}_description"],
            }
            for each in locales
        }
        files.append(page_files(config, name, at, meta)[locale])
    return files


def citation(held: Page, section: Section, config) -> dict:
    """What partials/citation.html shows of a section."""
    cited = work(held, section, config)
    return {
        "work": cited,
        "section": section,
        "apa": citations.apa(cited, strings(held.locale).theme.months),
        "formats": [
            (label, f"{section.code}.{ending}", write(cited)) for label, ending, write in citations.FORMATS
        ],
    }


def cite(page, config) -> dict:
    """What `cite.html` shows."""
    held, section = config.extra["guide"].section(page.file.locale, page.meta["cite"])
    link = addresses.relative(addresses.of_section(held, section.code), page.url)
    return citation(held, section, config) | {"link": link}


def catalogue_rows(page, config) -> list[tuple[str, list[dict]]]:
    """What `catalogue.html` shows: the sections of each language, that of the page first."""
    guide, names, order = config.extra["guide"], site_names(config), reading_order(config.nav)
    plain = strings(page.file.locale).links.plain
    return [
        (
            locale,
            [
                {
                    "code": section.code.upper(),
                    "title": section.title,
                    "link": addresses.relative(addresses.of_section(held, section.code), page.url),
                    "short": root(config) + addresses.short(locale, section.code),
                    "snippets": catalogue.snippets(
                        section,
                        root(config) + addresses.short(locale, section.code),
                        root(config) + addresses.embed(locale, section.code),
                        names[locale],
                        plain,
                    ),
                }
                for held in (guide.pages[locale, name] for name in order)
                for section in held.sections
            ],
        )
        for locale in sorted(names, key=lambda locale: locale != page.file.locale)
    ]


def changes(page, config) -> dict:
    """What `changes.html` shows."""
    extra, locale = config.extra, page.file.locale
    return {
        "list": extra["changes"],
        "links": {
            code: addresses.relative(target, page.url)
            for code, target in landings(extra["promise"], extra["guide"], locale).items()
        },
        "feed": addresses.relative(f"{addresses.folder(locale)}feed.xml", page.url),
    }


SHOWN = {
    "cite.html": ("citation", cite),
    "catalogue.html": ("catalogue", catalogue_rows),
    "changes.html": ("changes", changes),
}


def on_env(env, config, files):
    """The addresses, for templates that lead to these pages."""
    env.globals["addresses"] = addresses
    return env


def on_page_context(context, page, config, nav):
    """What the template of a generated page shows."""
    if page.meta.get("template") in SHOWN:
        name, collect = SHOWN[page.meta["template"]]
        context[name] = collect(page, config)
    return context


@event_priority(-50)  # once a language, before static-i18n builds the next one
def on_post_build(config):
    """Write each section's citation files and QR code beside its citation page, and the block that
    `links.js` shows in a dialog: a part of that page, so no page itself (.htm), and without its style."""
    locale, site = config.plugins["i18n"].current_language, Path(config.site_dir)
    texts, block = strings(locale), config.theme.get_env().get_template("partials/citation.html")
    for page in config.extra["guide"].of(locale):
        for section in page.sections:
            cited, folder = work(page, section, config), site / addresses.cite(locale, section.code)
            for _, ending, write in citations.FORMATS:
                (folder / f"{section.code}.{ending}").write_text(write(cited), encoding="utf-8", newline="")
            title = texts.links.qr_title.format(cited.address)
            (folder / f"{section.code}.svg").write_bytes(qr.svg(cited.address, title))
            html = block.render(t=texts, config=config, citation=citation(page, section, config))
            (folder / "block.htm").write_text(html, encoding="utf-8")
