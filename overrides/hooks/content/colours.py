"""Colours: the tokens of the stylesheet, their contrast, and the rule that sets a ministry's accent. Pure."""

from __future__ import annotations

import re
from pathlib import Path

TOKEN = re.compile(r"(--[\w-]+):\s*light-dark\((#\w+),\s*(#\w+)\)")
SCHEMES = ("light", "dark")


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


def ink_on(colour: str, papers: dict[str, str]) -> str:
    """The paper colour that is best to read as text on this colour."""
    return max(papers.values(), key=lambda paper: contrast(colour, paper))


def accent_rule(accent: dict, theme: Path) -> str:
    """The style rule that sets `--accent` and `--accent-ink`; `theme` is the folder overrides/."""
    known = site_tokens(theme)
    inks = [ink_on(accent[scheme], known["--paper"]) for scheme in SCHEMES]
    return (
        f":root{{--accent:light-dark({accent['light']},{accent['dark']});"
        f"--accent-ink:light-dark({inks[0]},{inks[1]})}}"
    )


def site_tokens(theme: Path) -> dict[str, dict[str, str]]:
    """The tokens of this site's own stylesheet; `theme` is the folder overrides/."""
    return tokens((theme / "assets/css/tokens.css").read_text(encoding="utf-8"))
