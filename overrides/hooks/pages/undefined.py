"""A slip in a name stops the build instead of leaving a gap, in templates of ours.

Material's own templates ask for much that is not there, and may.
"""

from __future__ import annotations

import sys
from pathlib import Path
from traceback import walk_tb

from jinja2 import Undefined

TEMPLATES = (".html", ".xml")


def strict_in(folder: Path) -> type[Undefined]:
    """What stands for an unknown name: used in a template below this folder it raises `UndefinedError`."""
    ours = str(folder.resolve())

    def strict() -> bool:
        frame = sys._getframe(2)
        while frame and not frame.f_code.co_filename.endswith(TEMPLATES):
            frame = frame.f_back
        return bool(frame) and str(Path(frame.f_code.co_filename).resolve()).startswith(ours)

    def checked(name: str):
        lenient = getattr(Undefined, name)

        def method(self, *given):
            if strict():
                self._fail_with_undefined_error()
            return lenient(self, *given)

        return method

    names = ("__str__", "__bool__", "__iter__", "__len__", "__eq__", "__ne__", "__hash__")
    return type("Unknown", (Undefined,), {name: checked(name) for name in names})


def place(error: BaseException) -> tuple[str, int] | None:
    """The template and the line at which an error came up; None when it came from elsewhere."""
    found = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    return next((one for one in reversed(found) if one[0].endswith(TEMPLATES)), None)
