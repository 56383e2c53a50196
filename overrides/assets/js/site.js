// The only script on every page. It keeps the choice of light or dark, marks the section in view and lets the
// language link keep it, closes what the focus leaves, and starts the tools that a page asks for:
// data-module="check" loads ./check.js, whose default export gets the element.

const root = document.documentElement;

const scheme = document.querySelector("#scheme");
scheme.value = root.dataset.scheme ?? "";
scheme.parentElement.hidden = false;
scheme.addEventListener("change", () => {
  root.dataset.scheme = scheme.value;
  try {
    if (scheme.value) localStorage.setItem("scheme", scheme.value);
    else localStorage.removeItem("scheme");
  } catch {
    // storage is switched off: the choice holds for this page only
  }
});

// The section in the address, while it is in view; else the last one that the reader has scrolled to.
function currentSection() {
  const headings = [...document.querySelectorAll("h2[id]")];
  const top = (heading) => heading.getBoundingClientRect().top;
  const named = headings.find((heading) => `#${heading.id}` === location.hash);
  if (named && top(named) >= 0 && top(named) < innerHeight) return named;
  return headings.findLast((heading) => top(heading) < innerHeight / 3) ?? named;
}

// It is marked in the contents, and the language links lead to it.
const twins = document.querySelectorAll("a[data-twin]");
const contents = [...document.querySelectorAll(".contents a")];
function mark() {
  const id = currentSection()?.id ?? "";
  for (const twin of twins) twin.hash = id;
  for (const link of contents) {
    const here = link.hash === `#${id}`, list = link.closest("nav"); // which may be longer than the window
    if (here && !link.ariaCurrent) list.scrollTop = link.offsetTop - list.clientHeight / 2;
    link.ariaCurrent = here ? "true" : null;
  }
}
mark();
for (const event of ["scroll", "hashchange"]) addEventListener(event, mark, { passive: true });
for (const twin of twins) twin.onclick = twin.onfocus = twin.onpointerenter = mark;

// What opened closes when the focus leaves it.
addEventListener("focusin", ({ target }) => {
  for (const open of document.querySelectorAll("[popover]:popover-open")) if (!open.contains(target)) open.hidePopover();
});

for (const element of document.querySelectorAll("[data-module]")) {
  import(`./${element.dataset.module}.js`).then((module) => module.default(element));
}

// Whoever selects words is offered to copy them with their address; nobody else loads that.
document.addEventListener("selectionchange", () => import("./quote.js"), { once: true });

// A browser that knows no text fragments takes one for the name of a section: lead it to the section itself.
const [section, words] = location.hash.split(":~:");
if (words) location.replace(section);

// Search: the link becomes a button that opens the dialog (on the results page: goes to its field).
// Nothing is loaded before the reader goes for it.
const link = document.querySelector(".search-open");
const box = document.querySelector(".search-box");
if (link && box) {
  const dialog = box.closest("dialog");
  const field = box.querySelector("[type=search]");
  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  button.setAttribute("aria-keyshortcuts", link.getAttribute("aria-keyshortcuts"));
  button.append(...link.childNodes);
  link.replaceWith(button);

  const start = () => import("./search.js").then(() => startSearch(box));
  const open = () => {
    if (!dialog?.open) dialog?.showModal();
    field.focus();
    field.select();
    start();
  };
  button.addEventListener("click", open);
  for (const target of [button, field]) for (const event of ["focus", "pointerenter"]) target.addEventListener(event, start);
  if (!dialog && new URLSearchParams(location.search).has("q")) start();

  addEventListener("keydown", (event) => {
    const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const asked = (event.key === "/" && !writing && !event.ctrlKey && !event.altKey && !event.metaKey)
      || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey);
    if (!asked || box.querySelector(".search-keys").checked === false || stored("search-keys") === "off") return;
    event.preventDefault();
    open();
  });
}

/** What is stored in this browser under a key, if it stores anything. */
function stored(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
