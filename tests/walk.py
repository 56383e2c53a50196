"""Which pages of the built site the browser tests look at, and what they ask of a page."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

FOCUSABLE = "a[href], button, summary, input, select, textarea, [tabindex='0']"


def addresses(site: Path) -> list[str]:
    """Every page of the sitemap, both 404 pages, and one of each further kind (citation, embedding …)."""
    named = re.findall(r"<loc>([^<]+)</loc>", (site / "sitemap.xml").read_text("utf-8"))
    root = urlsplit(min(named, key=len)).path
    found = [urlsplit(address).path.removeprefix(root) for address in named]
    kinds = {}
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        if address.startswith("edities/"):
            continue  # as it was tested in its day
        if address not in found and "http-equiv=refresh" not in path.read_text("utf-8"):
            kinds.setdefault(re.sub(r"[a-z]\d+(?=/)", "#", address), address)
    return found + list(kinds.values())


# The element that has the focus: what it is, and whether a reader can see that it is there.
FOCUSED = """() => {
  const element = document.activeElement;
  window.visited ??= [];
  if (!element || element === document.body || visited.includes(element)) return null;
  const before = visited.at(-1);
  visited.push(element);
  const box = element.getBoundingClientRect();
  // what carries the mark of the focus: the element, or its label
  const marks = [element, element.closest('label')].filter(Boolean).map((each) => getComputedStyle(each));
  const points = [...element.getClientRects()].map((r) => [r.left + r.width / 2, r.top + r.height / 2]);
  return {
    what: element.outerHTML.slice(0, 120),
    in_order: !before || !!(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING),
    seen: box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth
      && box.bottom > 0 && box.top < innerHeight,
    covered: !points.some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top && (element.contains(top) || top.contains(element));
    }),
    marked: marks.some((style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2),
  };
}"""

# What a keyboard must be able to reach, and the walk by FOCUSED did not come to.
MISSED = f"""() => [...document.querySelectorAll("{FOCUSABLE}")].filter((element) =>
  element.checkVisibility({{ checkVisibilityCSS: true }}) && !element.disabled && element.tabIndex >= 0
  // of a group of radio buttons Tab stops at one
  && !(element.type === 'radio' && element !== (document.querySelector(`[name="${{element.name}}"]:checked`)
    ?? document.querySelector(`[name="${{element.name}}"]`)))
  && !window.visited.includes(element)
).map((element) => element.outerHTML.slice(0, 120))"""

# Targets under 24 by 24 CSS pixels; links within a line of text are excepted, as WCAG 2.5.8 does.
SMALL = f"""() => [...document.querySelectorAll("{FOCUSABLE}, label")].filter((element) => {{
  const box = element.getBoundingClientRect();
  const inline = getComputedStyle(element).display === 'inline'
    && element.closest('p, li, td, dd, dt, figcaption, blockquote, caption, summary');
  const labelled = element.matches('input') && element.closest('label'); // then that is the target
  return element.checkVisibility() && !inline && !labelled && box.width > 1
    && (box.width < 24 || box.height < 24);
}}).map((element) => element.outerHTML.slice(0, 120))"""

# What is wider than the window, unless it scrolls by itself and can be reached to do so.
OVERFLOWING = """() => {
  const wide = document.scrollingElement.scrollWidth > innerWidth;
  const out = [...document.querySelectorAll('body *')].filter((element) => {
    const box = element.getBoundingClientRect();
    return element.checkVisibility() && box.width > 1 && box.right > innerWidth + 1;
  });
  return wide ? ['the page scrolls sideways', ...out.map((element) => element.outerHTML.slice(0, 120))] : [];
}"""

# Text that is cut off by its own box.
CLIPPED = """() => [...document.querySelectorAll('body *')].filter((element) => {
  const style = getComputedStyle(element);
  return element.checkVisibility() && !element.classList.contains('unseen') && element.clientHeight > 1
    && [style.overflowX, style.overflowY].some((flow) => flow === 'hidden' || flow === 'clip')
    && (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1);
}).map((element) => element.outerHTML.slice(0, 120))"""
