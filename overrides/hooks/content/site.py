"""All that a build knows before it writes anything: read once, frozen, and handed on as an argument. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from content import addresses, changelog, permalinks, texts
from content.model import Guide, Page
from content.settings import Settings, say
from content.sources import Sources


@dataclass(frozen=True)
class Site:
    """The site in every language; `locales` has the authoritative one first."""

    project: Path  # the folder of mkdocs.yml
    docs: Path
    theme: Path  # the folder overrides/
    locales: tuple[str, ...]
    languages: dict[str, str]  # the name of each language in that language
    settings: Settings
    guide: Guide
    sources: Sources
    promise: permalinks.Promise
    changes: tuple[changelog.Change, ...]
    editions: tuple[str, ...]  # the frozen ones, oldest first
    order: tuple[str, ...]  # the file names of the menu, from top to bottom

    @property
    def default(self) -> str:
        """The authoritative language."""
        return self.locales[0]

    @property
    def editions_within(self) -> tuple[str, ...]:
        """The frozen editions that stand within the site; none in an edition that is itself being frozen."""
        return () if self.settings.frozen else self.editions

    def name(self, locale: str) -> str:
        """The name of the site in a language."""
        return self.settings.names[locale]

    def ministry(self, locale: str) -> str:
        """Whose site it is, "" when no ministry has filled in its name."""
        return say(self.settings.ministry.name, locale)

    def own_rules(self, locale: str) -> str:
        """Whose rules a page of its own holds, in a sentence."""
        name = self.ministry(locale)
        return self.texts(locale).ministry.own_rules.format(name=f" ({name})" if name else "")

    def subline(self, locale: str) -> str:
        """What stands below the name: whose text it is, "" once an organisation has adopted it."""
        return self.texts(locale).theme.retold if self.settings.status == "retold" else ""

    def texts(self, locale: str) -> texts.Texts:
        """The texts of the interface in a language."""
        return texts.strings(self.theme, locale)

    def pages(self, locale: str) -> list[Page]:
        """The pages of a language, in the order of the menu."""
        return [self.guide.pages[locale, name] for name in self.order]

    @cached_property
    def landings(self) -> dict[str, dict[str, str]]:
        """By language, every code, retired ones too, and the address at which its readers land."""
        return {locale: permalinks.landings(self.promise, self.guide, locale) for locale in self.locales}

    def licence_notice(self, locale: str) -> str:
        """What our own words may be used under, and what that does not cover, in a sentence or two."""
        licence = self.settings.licence
        return self.texts(locale).links.licence_notice.format(name=licence.name, url=licence.url)

    def identifier(self, locale: str, code: str) -> str:
        """The persistent identifier of a section as a whole address, "" when the owner has none."""
        prefix = self.settings.identifier
        return prefix + addresses.short(locale, code).rstrip("/") if prefix else ""

    @cached_property
    def last_review(self) -> str:
        """The day on which a page of the guide was last reviewed."""
        return str(max(page.meta["reviewed"] for page in self.guide.pages.values()))

    def short(self, locale: str, code: str) -> str:
        """The whole address of a section's short link."""
        return self.settings.root + addresses.short(locale, code)


def reading_order(nav: list) -> list[str]:
    """The file names of a menu from top to bottom: ["index.md", {"Tools": ["check.md"]}] → both."""
    names = []
    for item in nav:
        if isinstance(item, str):
            names.append(item)
        else:
            for part in item.values():
                names += reading_order([part] if isinstance(part, str) else part)
    return names
