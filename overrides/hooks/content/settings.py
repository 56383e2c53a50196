"""What mkdocs.yml says of the site itself, typed: its name, address, edition and ministry. Pure.

Every setting may be absent; whether what stands there can be used is for `checks.settings` to say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from content.security_txt import Security

ACCENT = {"light": "#6b2a5b", "dark": "#e3b3d6"}  # when a ministry names no colours of its own


def say(value, locale: str) -> str:
    """A setting in one language: it is one text, or `{nl: ..., en: ...}`."""
    return str(value.get(locale, "") if isinstance(value, Mapping) else value or "")


@dataclass(frozen=True)
class Licence:
    """Under which our own words may be used; the sources that they retell have a licence of their own."""

    name: str = "CC BY 4.0"
    url: str = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True)
class Ministry:
    """Whose guide it is, as far as a ministry filled it in; texts are one text or one a language."""

    name: str | dict = ""
    logo: str | dict = ""  # a picture, or {light: ..., dark: ...}
    rules: str | dict = ""  # an address, one a language, or the name of a file in docs/<language>/ministry
    contacts: tuple[dict, ...] = ()
    accent: dict = field(default_factory=lambda: dict(ACCENT))

    @property
    def rules_file(self) -> str:
        """The name of the file of its own rules, "" when they stand elsewhere or nowhere."""
        return self.rules if isinstance(self.rules, str) and self.rules.endswith(".md") else ""


@dataclass(frozen=True)
class Server:
    """What its server does that not every site wants."""

    hsts: bool = False  # browsers remember for a year that this host is asked over https only
    language_of_browser: bool = False  # the address of the site itself answers in it, if the site has it


@dataclass(frozen=True)
class Settings:
    """The settings that make a site one's own."""

    root: str  # the address of the site, ending in a slash
    names: dict[str, str]  # of the site, by language
    edition: str
    author: str | dict = ""
    status: str = "retold"  # or "adopted", once an organisation has made the text its own
    frame_ancestors: str = "'self'"
    icon: str = ""  # the address of the small picture, from the root
    ministry: Ministry = field(default_factory=Ministry)
    licence: Licence = field(default_factory=Licence)
    remarks: str = ""  # the e-mail address for those who read something that is not right
    security: Security | None = None  # of which security.txt is made
    server: Server = field(default_factory=Server)
    identifier: str = ""  # what comes before `p3` or `en/p3` in a persistent identifier, if any
    sections: dict[str, str] = field(default_factory=dict)  # codes, by the names that templates know them by
    frozen: bool = False  # whether this build is to be kept as an edition: `freeze` says so

    def author_in(self, locale: str) -> str:
        """Who leads in a citation, "" when nobody does."""
        return say(self.author, locale)


def framers(value: str | list[str] | None) -> str:
    """Who may show pages in a frame, as the policy writes it; when nobody is named, the site itself."""
    return " ".join([value] if isinstance(value, str) else value or []) or "'self'"


def filled(block: Mapping | None) -> dict:
    """What a block says that is not empty."""
    return {key: value for key, value in (block or {}).items() if value}


def read_ministry(block: Mapping | None) -> Ministry:
    """The block `extra.ministry`; what is empty or absent gets its default."""
    given = filled(block)
    contacts = tuple(given.pop("contacts", ()))
    return Ministry(**given, contacts=contacts)


def read_settings(extra: Mapping, site_url: str, names: dict[str, str], icon: str) -> Settings:
    """The settings from the block `extra`, the address, the names and the small picture of mkdocs.yml."""
    return Settings(
        root=site_url.rstrip("/") + "/",
        names=names,
        edition=str(extra.get("edition", "")),
        author=extra.get("author") or "",
        status=extra.get("status") or "retold",
        frame_ancestors=framers(extra.get("frame_ancestors")),
        icon=icon,
        ministry=read_ministry(extra.get("ministry")),
        licence=Licence(**(extra.get("licence") or {})),
        remarks=extra.get("remarks") or "",
        security=Security(**filled(extra.get("security"))) if filled(extra.get("security")) else None,
        server=Server(**filled(extra.get("server"))),
        identifier=extra.get("identifier") or "",
        sections=dict(extra.get("sections") or {}),
        frozen=bool(extra.get("frozen")),
    )
