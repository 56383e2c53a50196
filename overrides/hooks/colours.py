"""A ministry's accent colours: readable, or the build stops; then part of the stylesheet."""

from __future__ import annotations

import re
from pathlib import Path

from guide import Problem
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority

READABLE = 4.5  # WCAG 2.2, 1.4.3: the least contrast of text at level AA
TOKEN = re.compile(r"(--[\w-]+):\s*light-dark\((#\w+),\s*(#\w+)\)")
HEX = re.compile(r"#[0-9a-fA-F]{6}")
SCHEMES = ("light", "dark")
BETTER = {"light": "darker", "dark": "lighter"}


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, 0 to 1, as WCAG 2.2 defines it."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours `#rrggbb`, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def tokens(css: str) -> dict[str, dict[str, str]]:
    """The colour tokens of a stylesheet: `{"--ink": {"light": "#221d24", "dark": "#ece7ee"}, ...}`."""
    return {name: dict(zip(SCHEMES, pair, strict=True)) for name, *pair in TOKEN.findall(css)}


def faults(accent: dict, known: dict[str, dict[str, str]]) -> list[str]:
    """What is wrong with an accent pair `{light: ..., dark: ...}`, in words for whoever chose it."""
    found = []
    for scheme in SCHEMES:
        colour = str((accent or {}).get(scheme, ""))
        if not HEX.fullmatch(colour):
            found.append(f'ministry.accent.{scheme}: write a colour as "#rrggbb", not "{colour}"')
            continue
        for ground in ("--paper", "--surface"):
            ratio = contrast(colour, known[ground][scheme])
            if ratio < READABLE:
                found.append(
                    f"ministry.accent.{scheme}: {colour} on {known[ground][scheme]} has a contrast of "
                    f"{ratio:.2f}, at least {READABLE} is needed: choose a {BETTER[scheme]} colour"
                )
                break
    return found


def ink_on(colour: str, papers: dict[str, str]) -> str:
    """The paper colour that is best to read as text on this colour."""
    return max(papers.values(), key=lambda paper: contrast(colour, paper))


def rules(accent: dict, known: dict[str, dict[str, str]]) -> str:
    """The style rule that sets `--accent` and `--accent-ink`."""
    inks = [ink_on(accent[scheme], known["--paper"]) for scheme in SCHEMES]
    return (
        f":root{{--accent:light-dark({accent['light']},{accent['dark']});"
        f"--accent-ink:light-dark({inks[0]},{inks[1]})}}"
    )


def site_tokens() -> dict[str, dict[str, str]]:
    """The tokens of this site's own stylesheet."""
    return tokens((Path(__file__).parent.parent / "assets/css/tokens.css").read_text(encoding="utf-8"))


@event_priority(40)  # with the checks, before anything is written
def on_config(config):
    """Refuse an accent that cannot be read."""
    found = faults(config.extra["ministry"].get("accent"), site_tokens())
    if found:
        raise Abort("\n".join(str(Problem("mkdocs.yml", 0, fault)) for fault in found))
    return config
