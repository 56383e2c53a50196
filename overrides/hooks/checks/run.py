"""Everything is checked before anything is written: all problems of a build in one report, causes first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from checks import (
    blocks,
    codes,
    editions,
    files,
    frontmatter,
    headings,
    leftovers,
    lexicon,
    licence,
    links,
    markup,
    menu,
    mkdocs_yml,
    overrides,
    own_rules,
    permalinks,
    settings,
    slips,
    sources,
    statements,
    tools,
    translations,
    unique,
)
from checks import changelog as changes
from checks import colours as accents
from checks.ministry import colours_fault
from content import addresses, colours, languages, yaml_file
from content.model import Guide, Page, Problem
from content.permalinks import Promise, read_promise
from content.settings import ACCENT
from content.settings_files import SettingsFiles
from publish.editions import KEPT
from search import lexicon as lexicons

NO_EDITION = "2999.12"  # when the settings name none that can be read, and say so


@dataclass(frozen=True)
class Draft:
    """What is to be judged, as it was read: nothing in it can be trusted yet."""

    settings: SettingsFiles
    docs: Path
    theme: Path  # overrides/
    guide: Guide | None  # None: settings or texts of the interface do not let anyone read the pages

    @property
    def locales(self) -> tuple[str, ...]:
        """The languages, the authoritative one first."""
        return languages.locales(self.settings)

    @property
    def project(self) -> Path:
        return self.settings.project

    @property
    def site_url(self) -> str:
        """The address of the site, "" when it is none."""
        named = self.settings.get("site_url", str) or ""
        return named if mkdocs_yml.ADDRESS.fullmatch(named) else ""

    @property
    def newest(self) -> str:
        """The newest edition that the changelog tells of."""
        return changes.newest(self.project / "CHANGELOG.md")

    @property
    def edition(self) -> str:
        """The edition to judge by: one so late that it excludes nothing when the settings name none that can be
        read, and that of the changelog when they were set back, so that this is said once and not of each date."""
        named = self.settings.get("extra.edition")
        return NO_EDITION if settings.edition_fault(named) else max(named, self.newest)


def tried(path: Path, rule: Callable[..., Iterable[Problem]], *given) -> list[Problem]:
    """What a rule finds; what it stumbles over is a problem of the file that it looked at."""
    try:
        return list(rule(*given))
    except Exception as error:  # whatever it is, the editor gets a line and the other rules go on
        what = f"{type(error).__name__}: {error}"
        return [Problem(str(path), 0, f"could not be checked ({what}): take back the last change to it")]


def of_settings(draft: Draft) -> Iterator[Problem]:
    """The settings, and a ministry's colours once they have the form of colours."""
    yield from mkdocs_yml.problems(draft.settings)
    named = draft.settings.get("extra.edition")
    if not settings.edition_fault(named) and named < draft.newest:
        message = f"edition {named} is before {draft.newest}, of which CHANGELOG.md tells already: raise it"
        yield draft.settings.problem("extra.edition", message)
    accent = draft.settings.get("extra.ministry.accent") or ACCENT
    if colours_fault(accent) is None:
        for fault in accents.faults(accent, colours.site_tokens(draft.theme)):
            yield draft.settings.problem(f"extra.{fault.partition(':')[0]}", fault)


@lru_cache(maxsize=1024)  # for `serve`, where one page of many has changed
def of_page(page: Page, default: str, edition: str) -> tuple[Problem, ...]:
    """What can be judged of a page alone."""
    found = tried(page.path, frontmatter.problems, page, default, edition)
    if not any(one.hides == "text" for one in found):
        rules = (headings, blocks, markup, leftovers, slips, tools)
        for rule in (unique.taken_problems, *(each.problems for each in rules)):
            found += tried(page.path, rule, page)
    return tuple(found)


def with_doubts(guide: Guide, docs: Path, found: list[Problem]) -> Guide:
    """The guide without the pages that nobody can judge, and with what the faults of others hide."""
    hiding = [(Path(one.path).relative_to(docs).as_posix(), one.hides) for one in found if one.hides]
    doubts = frozenset((*name.split("/", 1), hides) for name, hides in hiding)
    unread = {(locale, name) for locale, name, hides in doubts if hides == "text"}
    sound = {key: page for key, page in guide.pages.items() if key not in unread}
    return replace(guide, pages=sound, doubts=doubts)


def of_guide(draft: Draft) -> Iterator[Problem]:
    """What can be judged of all pages together."""
    guide, docs, locales = draft.guide, draft.docs, draft.locales
    generated = frozenset([*addresses.GENERATED, *(page.name for page in guide.rules.values())])
    for locale in locales:
        yield from tried(docs / locale, unique.problems, guide, locale)
    for page in guide.pages.values():
        where = (guide, docs, draft.site_url, generated)
        yield from tried(page.path, links.problems, page, *where)
    yield from tried(docs, translations.problems, guide, locales[0], list(locales))
    for name, rule, given in (
        ("permalinks.yml", permalinks.problems, [draft.edition]),
        (sources.NAME, sources.problems, [draft.edition, locales]),
        ("statements.yml", statements.problems, [list(locales)]),
    ):
        yield from tried(docs / name, rule, docs / name, guide, *given)
    for locale in locales:
        path = lexicons.path(docs, locale)
        if locale not in languages.PROMISED and not path.exists():
            continue  # the search does without
        whole = not any(hidden == locale for hidden, _ in guide.hidden("sections"))
        yield from tried(path, lexicon.problems, path, guide.of(locale), whole)
    yield from tried(draft.settings.path, menu.problems, draft.settings, guide, locales)
    yield from tried(docs, licence.problems, draft.settings, guide)
    yield from tried(docs, own_rules.problems, draft.settings, guide, docs, list(locales), draft.site_url)


def promise_of(draft: Draft) -> Promise | None:
    """What was promised; None when docs/permalinks.yml cannot be read, of which `permalinks` tells."""
    path = draft.docs / "permalinks.yml"
    return None if permalinks.unusable(path, draft.edition) else read_promise(path)


def of_history(draft: Draft) -> Iterator[Problem]:
    """What was published before: the changelog and the frozen editions, against the promise."""
    promise, path, kept = promise_of(draft), draft.project / "CHANGELOG.md", draft.project / KEPT
    known = promise.codes if promise else yaml_file.read(draft.docs / "permalinks.yml").fields or None
    edition = "" if draft.edition == NO_EDITION else draft.edition
    yield from tried(path, changes.problems, path, known, languages.PROMISED, edition)
    if promise:
        given = (promise, draft.guide, draft.edition, draft.site_url)
        yield from tried(kept, editions.problems, kept, *given)
        yield from tried(draft.settings.path, permalinks.named_problems, draft.settings, promise)
        for page in draft.guide.pages.values():
            yield from tried(page.path, codes.problems, page, codes.published(draft.guide, promise))


def stages(draft: Draft) -> Iterator[list[Problem]]:
    """All problems, in the order in which they are to be mended: what cannot be read or used at all, what is
    wrong within a page, and what does not fit together, as far as the faults before it allow to judge that."""
    locales = list(draft.locales)
    yield [
        *tried(draft.settings.path, of_settings, draft),
        *tried(draft.theme, overrides.problems, draft.theme, locales),
        *tried(draft.docs, files.problems, draft.docs, locales),
        *tried(draft.docs / sources.NAME, sources.form_problems, draft.docs / sources.NAME, draft.locales),
        *(draft.guide.problems if draft.guide else ()),
    ]
    if draft.guide is None:
        return
    given = (draft.locales[0], draft.edition)  # worked out once: the newest edition is read from a file
    within = [problem for page in draft.guide.pages.values() for problem in of_page(page, *given)]
    yield within
    sure = replace(draft, guide=with_doubts(draft.guide, draft.docs, [*draft.guide.problems, *within]))
    yield [*of_guide(sure), *of_history(sure)]
