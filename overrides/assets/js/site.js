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

function keepSection() {
  const section = /^#[a-z]\d+$/.test(location.hash) ? location.hash : "";
  for (const link of document.querySelectorAll("a[data-twin]")) link.hash = section;
}
keepSection();
addEventListener("hashchange", keepSection);

for (const element of document.querySelectorAll("[data-module]")) {
  import(`./${element.dataset.module}.js`).then((module) => module.default(element));
}
