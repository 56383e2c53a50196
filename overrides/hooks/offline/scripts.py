"""One classic script of all modules of the site, for pages in a folder: browsers load no modules there. Pure.

It knows the few forms of import and export that ours use, each at the beginning of a line.
"""

from __future__ import annotations

import re
from pathlib import Path

from publish.swap import Refused

FORMS = (
    (r'^import (\w+) from "\./([\w-]+)\.js";', r'const \1 = use("\2").default;'),
    (r'^import (\{[^}]+\}) from "\./([\w-]+)\.js";', r'const \1 = use("\2");'),
    (r'^import (\w+), (\{[^}]+\}) from "\./([\w-]+)\.js";', r'const \1 = use("\3").default, \2 = use("\3");'),
    (r"^export default function (\w+)", r"exports.default = \1; function \1"),
    (r"^export default function ?\(", r"exports.default = function ("),
    (r"^export (async )?function (\w+)", r"exports.\2 = \2; \1function \2"),
    (r"^export const (\w+) =", r"const \1 = exports.\1 ="),
    (r"\bimport\((?=[\"`]\./)", "later("),
    (r"\bimport\.meta\.url\b", "address"),
    (r'location\.protocol === "file:"', "true"),  # also where a learning platform serves the folder
)
LEFT = re.compile(r"^(import|export)\b.*|\bimport\.meta.*", re.MULTILINE)
CLASSIC = re.compile(r"search-")  # scripts that are no modules, and stay files


def as_function(name: str, text: str) -> str:
    """A module as a function. Raises `Refused` on a form that is not known."""
    for form, instead in FORMS:
        text = re.sub(form, instead, text, flags=re.MULTILINE)
    if left := LEFT.search(text):
        raise Refused(f"{name}.js: '{left[0]}': teach offline/scripts.py this form of import or export")
    return f'modules["{name}"] = (exports) => {{\n{text}\n}};\n'


def bundle(theme: Path) -> str:
    """The script of a page in a folder; `theme` is the folder overrides/."""
    paths = [path for path in sorted(theme.glob("assets/js/*.js")) if not CLASSIC.match(path.stem)]
    return joined(theme, paths)


def joined(theme: Path, paths: list[Path]) -> str:
    """One classic script of these modules."""
    frame = (theme / "hooks/offline/page.js").read_text(encoding="utf-8")
    modules = "".join(as_function(path.stem, path.read_text(encoding="utf-8")) for path in paths)
    return frame.replace("/* modules */", modules)
