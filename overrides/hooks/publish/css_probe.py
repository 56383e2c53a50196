"""What to ask a page's HTML about a CSS selector, so that it matches whenever the browser's could.

Left out is what only a browser knows or a reader changes: pseudo-classes and -elements, ARIA states, `open`,
`hidden`; and the states that scripts add, as stylesheet.py explains. Selectors are lists of tinycss2 tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import tinycss2

STATE_ATTRIBUTES = re.compile(r"aria-|(open|hidden|disabled|checked|popover)$")
GROUPS = {"is", "where", "has", "not"}


def split(tokens: Iterable) -> list[list]:
    """Tokens, split at their commas."""
    parts = [[]]
    for token in tokens:
        if token == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def probe(tokens: list, parent: str, states: set[str]) -> str:
    """The selector to ask the page: without states, and with `&` put in words."""
    pieces, compound, begun = [], "", False
    rest = iter(tokens)
    for token in rest:
        text = token.serialize()
        if token.type == "whitespace" or text in (">", "+", "~"):
            pieces += [compound or "*", text] if begun else [text]
            compound, begun = "", False
            continue
        begun = True
        if text == ":":
            compound += pseudo(rest, parent, states)
        elif text == ".":
            name = "." + next(rest).serialize()
            compound += "" if name in states else name
        elif token.type == "[] block":
            name = re.split(r"[~|^$*]?=", text.strip("[]"))[0].strip()
            compound += "" if {text, f"[{name}]"} & states or STATE_ATTRIBUTES.match(name) else text
        elif text == "&":
            compound += f":is({parent or ':root'})"
        else:
            compound += "" if text in states else text
    return "".join([*pieces, (compound or "*") if begun else ""]).strip()


def pseudo(rest, parent: str, states: set[str]) -> str:
    """What remains of a pseudo-class or -element, its first colon read: a group, `:root`, or nothing."""
    token = next(rest)
    if token == ":":
        next(rest)
        return ""
    if token.type != "function":
        return ":root" if token.serialize() == "root" else ""
    if token.lower_name not in GROUPS:
        return ""
    written = [tinycss2.serialize(part).strip() for part in split(token.arguments)]
    asked = [probe(part, parent, states) for part in split(token.arguments)]
    if token.lower_name == "not" and written != asked:
        return ""  # what is not so now may be so later
    return f":{token.lower_name}({','.join(asked)})"
