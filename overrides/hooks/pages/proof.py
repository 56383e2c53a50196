"""What an office that decides on new sites asks for, with what shows it: overrides/proof.yml, for its page.

What hangs on a setting is told as this site is set, so a demand that is not met says so in its place.
"""

from __future__ import annotations

from pathlib import Path

from content import addresses, yaml_file
from content.site import Site
from exports import sbom

LIST = "proof.yml"
STATES = ("met", "unmet", "owner")


def facts(site: Site) -> dict[str, bool]:
    """What decides whether a demand is met, by the name that proof.yml gives it."""
    return {
        "hsts": site.settings.server.hsts,
        "security": site.settings.security is not None,
        "editions": bool(site.editions),
        "lock": (site.project / sbom.LOCK).is_file(),
        "adopted": site.settings.status == "adopted",
    }


def state(row: dict, texts: dict, known: dict[str, bool]) -> str:
    """How a demand stands: `met`, `unmet` or, when it is the owner's to meet, `owner`."""
    if name := row.get("when"):
        return "met" if known[name] else "unmet"
    return next(each for each in STATES if each in texts)


def rows(site: Site, locale: str, url: str) -> list[dict]:
    """Each demand: its name, how it stands, what is so, and what shows that; links as seen from `url`."""
    told = yaml_file.content_of(Path(site.theme) / LIST)
    texts, known, found = site.texts(locale).proof, facts(site), []
    for row in told["demands"]:
        own = texts.demands[row["demand"]]
        stands = state(row, own, known)
        shown = row.get("file", "") if stands == "met" else ""
        found.append(
            {
                "name": own.demand,
                "state": stands,
                "stands": texts.states[stands],
                "says": own[stands].format(licence=site.settings.licence.name),
                "command": row.get("command", ""),
                "file": shown,
                "link": addresses.relative(shown, url),
                "checked": row.get("checked", told["checked"]),
            }
        )
    return found
