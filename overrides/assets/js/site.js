// The only script on every page. It keeps the choice of light or dark, lets the language link keep the
// section, and starts the tools that a page asks for: data-module="check" loads ./check.js, whose
// default export gets the element.

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

for (const link of document.querySelectorAll("a[data-twin]")) {
  const keep = () => { link.hash = currentSection()?.id ?? ""; };
  keep();
  for (const event of ["click", "focus", "pointerenter"]) link.addEventListener(event, keep);
  addEventListener("hashchange", keep);
}

for (const element of document.querySelectorAll("[data-module]")) {
  import(`./${element.dataset.module}.js`).then((module) => module.default(element));
}
