"""A page with the citation data of each section, and beside it the files for reference managers, the QR code
and the block that `links.js` shows in a dialog."""

from __future__ import annotations

from pathlib import Path

import addresses
import citations
import qr
from generated import page_files
from guide import Page, Section
from locales import strings
from mkdocs.plugins import event_priority
from site_links import root


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


@event_priority(-250)  # after static-i18n
def on_files(files, config):
    """Add the pages of the language being built."""
    locale = config.plugins["i18n"].current_language
    texts = {each: strings(each).links for each in addresses.CITE}
    for page in config.extra["guide"].of("nl"):
        for section in page.sections:
            code = section.code
            meta = {
                each: {
                    "template": "cite.html",
                    "cite": code,
                    "title": texts[each].cite.format(code.upper()),
                    "description": texts[each].cite_description.format(code.upper()),
                }
                for each in texts
            }
            at = {each: addresses.cite(each, code) for each in texts}
            files.append(page_files(config, f"cite-{code}.md", at, meta)[locale])
    return files


def on_page_context(context, page, config, nav):
    """What `cite.html` shows."""
    if "cite" in page.meta:
        held, section = config.extra["guide"].section(page.file.locale, page.meta["cite"])
        link = addresses.relative(addresses.of_section(held, section.code), page.url)
        context["citation"] = citation(held, section, config) | {"link": link}
    return context


@event_priority(-50)  # once a language, before static-i18n builds the next one
def on_post_build(config):
    """Write the files beside each page. The block is a part of a page, so no page itself (.htm)."""
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
