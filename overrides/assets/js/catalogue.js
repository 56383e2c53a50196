// The catalogue: a filter while typing, and a copy button beside each snippet.
import copy from "./copy.js";

/** Without accents and capitals. */
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export default function (element) {
  const filter = element.querySelector(".filter");
  const input = filter.querySelector("input");
  const found = filter.querySelector("output");
  const rows = [...element.querySelectorAll("tbody tr")].map((row) => [row, fold(row.textContent)]);
  const apply = () => {
    const words = fold(input.value).split(/\s+/);
    for (const [row, text] of rows) row.hidden = !words.every((word) => text.includes(word));
    found.textContent = found.dataset.found.replace("{}", rows.filter(([row]) => !row.hidden).length);
  };
  input.addEventListener("input", apply);
  if (input.value) apply(); // typed before this script came, or kept by the browser
  copy(element);
}
