"""Which pages of the built site the browser tests look at, and what they ask of a page."""

from __future__ import annotations

from conftest import ROOT
from content import addresses
from content.markdown import read_guide

FOCUSABLE = "a[href], button, summary, input, select, textarea, [tabindex='0']"
LOCALES = ("nl", "en")
CITED = "p3"  # one section stands for the citation page and the bare page of all
WRITTEN = [addresses.of_page(page) for page in
           read_guide(ROOT / "docs", LOCALES, lambda text, locale: "").pages.values()]  # fmt: skip
LISTS = [at[locale] for at in addresses.GENERATED.values() for locale in LOCALES]
OTHERS = [f"{addresses.folder(locale)}404.html" for locale in LOCALES]
BARE = [made(locale, CITED) for made in (addresses.cite, addresses.embed) for locale in LOCALES]
PAGES = [*WRITTEN, *LISTS, *OTHERS, *BARE]

# One page for each template and each tool in a page: where other widths and schemes are looked at.
TEMPLATES = [
    "", "en/uproar/", "twijfel/", "en/agfa/", "casussen/", "en/trainers-20/", "trainers-kaarten/",
    "en/trainers-quiz/", "en/about/", "delen/", "en/glossary/", "zoeken/", "en/sharing/catalogue/",
    "delen/wijzigingen/", "en/404.html", addresses.cite("nl", CITED), addresses.embed("en", CITED),
]  # fmt: skip

# Waits until every script of the page has run: the one that each page starts, and the tools that it names.
READY = r"""async () => {
  const started = [...document.scripts].map(({ text }) => text
    .match(/import\(new URL\("([^"]+)"/)?.[1]).find(Boolean);
  if (!started) return;
  const site = new URL(started, location);
  await import(site);
  const tools = [...document.querySelectorAll('[data-module]')].map(({ dataset }) => dataset.module);
  await Promise.all(tools.map((tool) => import(new URL(`${tool}.js`, site))));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}"""

# Put into a page before anything else: what the browser complains of is in `wrong`.
WATCH = """
  window.wrong = [];
  addEventListener('securitypolicyviolation', (event) => wrong.push(
    `${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`));
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
    if (!entry.hadRecentInput) wrong.push(`layout shift of ${entry.value}`);
  })).observe({ type: 'layout-shift', buffered: true });
"""

# Folds out whatever can be folded out; of a list of many alike the first ones.
UNFOLD = "[...document.querySelectorAll('details')].slice(0, 25).forEach((each) => { each.open = true })"


def visit(page, address: str) -> None:
    """Open a page and wait until its scripts have run."""
    page.goto(address)
    page.evaluate(READY)


# What is read but touches the edge of the window.
AT_THE_EDGE = """[...document.querySelectorAll("main :is(h1, h2, h3, p)")].filter((element) => {
  const { left, right, width } = element.getBoundingClientRect();
  return width > 1 && element.checkVisibility() && (left < 8 || right > innerWidth - 8);
}).map(({ textContent }) => textContent.trim().slice(0, 40))"""

# What a keyboard must be able to reach, in the order of the page.
REACHABLE = f"""[...document.querySelectorAll("{FOCUSABLE}")].filter((element) =>
  element.checkVisibility({{ checkVisibilityCSS: true }}) && !element.disabled && element.tabIndex >= 0
  // of a group of radio buttons Tab stops at one
  && !(element.type === 'radio' && element !== (document.querySelector(`[name="${{element.name}}"]:checked`)
    ?? document.querySelector(`[name="${{element.name}}"]`)))
)"""

# What is wrong with the element that has the focus: whether a reader can see that it is there.
LOST = """(element) => {
  const box = element.getBoundingClientRect();
  // what carries the mark of the focus: the element, or its label
  const marks = [element, element.closest('label')].filter(Boolean).map((each) => getComputedStyle(each));
  const points = [...element.getClientRects()].map((r) => [r.left + r.width / 2, r.top + r.height / 2]);
  const fine = {
    seen: box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth
      && box.bottom > 0 && box.top < innerHeight,
    uncovered: points.some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top && (element.contains(top) || top.contains(element));
    }),
    marked: marks.some((style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2),
    'in order': element.tabIndex < 1,
  };
  const missing = Object.keys(fine).filter((name) => !fine[name]);
  return missing.length ? [`not ${missing}: ${element.outerHTML.slice(0, 120)}`] : [];
}"""

# Focus, once a key was pressed, on all that can be reached: much quicker than to press Tab for each.
# What sticks to the window finds its place with the next frame.
FOCUS_ALL = f"""async () => {{
  const fault = {LOST}, found = [];
  for (const element of {REACHABLE}) {{
    element.focus();
    if (fault(element).length) await new Promise(requestAnimationFrame);
    found.push(...fault(element));
    if (document.activeElement !== element) found.push(`no focus: ${{element.outerHTML}}`);
  }}
  return found;
}}"""

# Notes where Tab comes to; then what it did not come to, and where it left the order of the page.
NOTE = """() => {
  window.visited = [];
  // once each: after the last one Tab begins anew
  addEventListener('focusin', ({ target }) => { if (!visited.includes(target)) visited.push(target); });
}"""
MISSED = f"""() => {REACHABLE}.filter((element) => !visited.includes(element))
  .map((element) => element.outerHTML.slice(0, 120)).concat(visited.slice(1).filter((element, at) =>
    !(visited[at].compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
  ).map((element) => `out of order: ${{element.outerHTML.slice(0, 120)}}`))"""

# Targets under 24 by 24 CSS pixels; links within a line of text are excepted, as WCAG 2.5.8 does.
SMALL = f"""() => [...document.querySelectorAll("{FOCUSABLE}, label")].filter((element) => {{
  const box = element.getBoundingClientRect();
  const inline = getComputedStyle(element).display === 'inline'
    && element.closest('p, li, td, th, dd, dt, figcaption, blockquote, caption, summary');
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
