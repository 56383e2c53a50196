"""What keeps a test from passing because there was nothing to look at."""

from __future__ import annotations

from collections.abc import Iterable


def some(things: Iterable) -> list:
    """The things as a list, of which there must be at least one: `for page in some(pages)`."""
    found = list(things)
    assert found, "nothing to look at: the test would pass whatever happens"
    return found
