"""Search as a reader asks it in a browser."""

from __future__ import annotations

import re

from playwright.sync_api import expect


def visit(page, address: str):
    """Open a page and wait for its script, which starts after the first paint."""
    page.goto(address)
    page.locator("button.search-open").wait_for()


def hits(box):
    """The links of the results."""
    return box.locator(".search-hits a")


def expect_first(box, ending: str):
    """The first result leads to an address with this ending."""
    expect(hits(box).first).to_have_attribute("href", re.compile(f"{ending}$"))
