"""A finished folder takes the place of an earlier one: whenever the process is killed, one of both is there.

Where the system cannot let two folders change places, the earlier one stands beside its place for a moment,
and `recover` puts it back.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from publish.exchange import exchange


def earlier(target: Path) -> Path:
    """Where the earlier folder stands meanwhile."""
    return target.with_name(f".{target.name}.earlier")


def recover(target: Path) -> None:
    """Put right what a killed process left. Raises `OSError`."""
    if (left := earlier(target)).exists():
        if target.exists():
            shutil.rmtree(left)
        else:
            left.rename(target)


def replace(new: Path, target: Path) -> None:
    """Put `new`, a folder beside it, in its place. Raises `OSError`, with the earlier one back."""
    recover(target)
    if not target.exists():
        new.rename(target)
    elif exchange(new, target):
        shutil.rmtree(new)
    else:
        target.rename(earlier(target))
        try:
            new.rename(target)
        finally:
            recover(target)
