"""What happens in a build, in order. The one file that MkDocs calls.

Markdown → guide → checks → templates → exports → finishing → the new site in the earlier one's place.

MkDocs sends its events once a language: static-i18n builds the next one inside `on_post_build`, at priority
-100. So what comes before that (higher) is done once a language; what comes after it, once for the site.
"""

from __future__ import annotations

import datetime
import logging
from pathlib import Path

import adapter
import later
import placing
import serving
from checks import markup, remarks
from content import addresses
from content.site import Site
from exports import citation_files, data_files, embeds, redirects, sbom, social_cards, styles
from mkdocs.exceptions import Abort, BuildError
from mkdocs.plugins import CombinedEvent, event_priority
from pages import context, templates
from publish import answers, editions, finish, headers, servers, swap
from search import index

log = logging.getLogger("mkdocs.hooks.build")

adapter.judge_settings()  # now: MkDocs would stop without a line number


def on_startup(command, dirty):
    """A build of changed pages only would leave the rest of the site out."""
    if dirty:
        raise Abort("--dirty builds a part of the site: build it whole, without that option")


@event_priority(50)  # before any other plugin works with the texts
def begin(config):
    """Read everything, check everything, and only then begin; once, though static-i18n repeats this event."""
    if config.strict:
        adapter.count_warnings()
    if "guide" not in config.plugins:
        templates.prepare(config.theme)
        adapter.translate(config)
        guide = adapter.read_checked(config)
        config.plugins["guide"] = Build(adapter.read_site(config, guide), config)
    return config


@event_priority(-150)  # after every plugin that may add some
def take_extensions(config):
    """Markdown was read before, so that MkDocs needs no extensions."""
    config.markdown_extensions, config.mdx_configs = [], {}
    return config


on_config = CombinedEvent(begin, take_extensions)


class Build:
    """One build, as a plugin that `begin` adds: its `on_*` methods are the further events, in order."""

    def __init__(self, site: Site, config):
        self.site, self.config = site, config
        self.publication = swap.Publication(config.site_dir)
        self.publication.begin()
        config.site_dir = str(self.publication.building)  # MkDocs writes into a folder apart

    # --- Files: addresses of our own, and pages that no Markdown file stands for

    @event_priority(-200)  # after static-i18n has laid out the files; it would lose the content of ours
    def on_files(self, files, config):
        """Each page at an address in its own language; the catalogue, the changes and the search results."""
        placing.give_addresses(files, self.site, config.site_dir)
        placing.add_list_pages(files, self.site, config, self.locale)
        return files

    # --- Pages: what templates know, and what is put into a page

    def on_env(self, env, config, files):
        """What every template knows, in the language being built."""
        env.filters |= context.filters(self.site, self.locale)
        env.globals |= context.of_site(self.site, self.locale)

    def on_pre_page(self, page, config, files):
        """The day that MkDocs gives sitemap.xml.gz: that of the texts, so that any two builds are equal."""
        page.update_date = self.site.last_review

    def on_page_markdown(self, markdown, page, config, files):
        """Nothing for MkDocs to read: the guide holds the page as HTML, as the checks have seen it."""
        return ""

    def on_page_content(self, html, page, config, files):
        """The page of the guide, with terms explained, and notices for anchors that moved away."""
        held = self.held(page)
        return context.complete(held, self.site) if held else html

    def on_page_context(self, known, page, config, nav):
        """What the templates show of a page."""
        urls = {locale: twin.url for locale, twin in page.file.alternates.items()}
        shown = (self.held(page), page.meta.get("template"), page.file.locale, urls)
        return known | context.of_page(*shown, self.site)

    def on_post_page(self, output, page, config):
        """What only the whole page shows: an id of the text that a template uses too."""
        if names := markup.repeated_ids(output):
            raise Abort(f"{page.file.src_uri}: id '{names[0]}' stands twice: rename it in the text")
        return finish.small_page(output)

    def on_post_template(self, output, template_name, config):
        """Keep the 404 page of each language: static-i18n would write one over the other."""
        if template_name != "404.html":
            return output
        if self.locale == self.site.default:
            return finish.small_page(output)
        self.publication.write([(f"{addresses.folder(self.locale)}{template_name}", output.encode())])
        return (self.publication.folder / template_name).read_text(encoding="utf-8")  # as it was

    # --- Once, when every language is built: exports, finishing, the switch

    @event_priority(-200)
    def finish(self, config):
        """Styles, scripts, policies; and everything beside the pages, for which `serve` waits until asked."""
        if config.plugins["i18n"].building:
            return
        self.publication.write(styles.files(self.site))
        finish.finish_scripts(self.publication.folder)
        self.protect() if later.wait_for(self.make_beside) else self.make_beside()

    def make_beside(self):
        """Everything beside the pages; frozen editions, which keep their style; policies for servers too."""
        site, write = self.site, self.publication.write
        render = templates.renderer(self.config.theme, site)
        for export in (citation_files, embeds, redirects):
            write(export.files(site, render))
        for export in (data_files, sbom, social_cards, index):
            write(export.files(site))
        editions.unpack_all(site.project, site.editions_within, self.publication.folder)
        write(servers.files(answers.of(site, self.protect(), redirects.rules(site))))

    def protect(self) -> str:
        """Give each page that has none its policy, and return that of all."""
        who, known = self.site.settings.frame_ancestors, headers.scripts_of(self.site.theme)
        return headers.protect(self.publication.folder, who, known)

    @event_priority(-1000)  # when every plugin is done
    def publish(self, config):
        """Switch the finished site in, unless MkDocs is about to refuse it."""
        if not config.plugins["i18n"].building:
            if not adapter.warned():
                self.publication.switch()
                for remark in remarks.remarks(self.site, datetime.date.today()):
                    log.info(remark)
            self.end()

    on_post_build = CombinedEvent(finish, publish)

    # --- When it goes wrong, and while it is served

    @event_priority(100)
    def on_build_error(self, error):
        """Clear away the half-built site."""
        self.end()

    def on_serve(self, server, config, builder):
        """A change shows at once; the settings are judged at each build, for this file is read only once."""
        serving.prepare(server, Path(__file__).parent, adapter.judge_settings)

    def on_shutdown(self):
        """The last event, also after Ctrl-C. The folder of `mkdocs serve` goes, and so does its lock."""
        self.end()
        if later.stop():
            Path(self.publication.lock.lock_file).unlink(missing_ok=True)

    # --- What the steps share

    @property
    def locale(self) -> str:
        """The language being built."""
        return self.config.plugins["i18n"].current_language

    def held(self, page):
        """The page of the guide that MkDocs builds; None for one that no Markdown file stands for."""
        return self.site.guide.pages.get((page.file.locale, page.file.norm_src_uri))

    def end(self) -> None:
        """Leave nothing behind, whatever happened."""
        self.publication.end()
        self.config.site_dir = str(self.publication.target)


def on_build_error(error):
    """One line instead of a traceback; `--verbose` still shows where it happened."""
    log.debug("Where it happened:", exc_info=error)
    if not isinstance(error, (Abort, BuildError)):
        raise Abort(adapter.explain(error)) from None
