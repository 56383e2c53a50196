"""The languages of the site: those that static-i18n is told of in overrides/machine.yml. Pure.

Two of them are promised, because addresses rest on that: Dutch, whose text is the authoritative one and whose
addresses have no folder, and English. Any other has all pages too, and addresses in a folder of its name.
"""

from __future__ import annotations

import re

from content.settings_files import SettingsFiles, named

PROMISED = ("nl", "en")
DEFAULT = PROMISED[0]
LOCALE = re.compile(r"[a-z]{2}")


class Told(dict):
    """A text by language, in the authoritative one where another lacks it."""

    def __missing__(self, locale: str) -> str:
        return self[DEFAULT] if locale != DEFAULT else ""


def place(settings: SettingsFiles) -> tuple[str, object]:
    """Where the settings list the languages, as a dotted path, and what stands there."""
    plugins = settings.data.get("plugins")
    for where, name, options in named(plugins):
        if name == "i18n":
            deep = "languages" if isinstance(plugins, dict) else "i18n.languages"
            return f"plugins.{where}.{deep}", options.get("languages") if isinstance(options, dict) else None
    return "plugins", None


def listed(settings: SettingsFiles) -> list[dict]:
    """What they say of each language that is one of the list."""
    _, languages = place(settings)
    return [one for one in languages if isinstance(one, dict)] if isinstance(languages, list) else []


def locales(settings: SettingsFiles) -> tuple[str, ...]:
    """The languages, the authoritative one first; the promised two as long as the settings do not tell."""
    named = (str(one.get("locale")) for one in listed(settings))
    found = tuple(dict.fromkeys(one for one in named if LOCALE.fullmatch(one)))
    return found if found[:2] == PROMISED else PROMISED
