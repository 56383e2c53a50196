"""A ministry's accent colours can be read, or the build stops."""

from __future__ import annotations

import re

from content.colours import SCHEMES, contrast

READABLE = 4.5  # WCAG 2.2, 1.4.3: the least contrast of text at level AA
HEX = re.compile(r"#[0-9a-fA-F]{6}")
BETTER = {"light": "darker", "dark": "lighter"}


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
