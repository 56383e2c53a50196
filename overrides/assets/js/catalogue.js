// The catalogue: a filter while typing, and copy buttons beside the snippets of a section, once they are open.
import copy from "./copy.js";

/** Without accents and capitals. */
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export default function (element) {
  const filter = element.querySelector(".filter");
  const input = filter.querySelector("input");
  const found = filter.querySelector("output");
  const groups = [...element.querySelectorAll(".group")].map((group) => ({
    group,
    rows: [...group.querySelectorAll("li")].map((row) => [row, fold(`${group.firstElementChild.textContent} ${row.textContent}`)]),
  }));
  let texts; // code and language → the text of the section, once it is asked for
  const apply = () => {
    const words = fold(input.value).split(/\s+/);
    let count = 0;
    for (const { group, rows } of groups) {
      for (const [row, text] of rows) {
        const all = `${text} ${texts?.get(row.id) ?? ""}`;
        row.hidden = !words.every((word) => all.includes(word));
      }
      const shown = rows.filter(([row]) => !row.hidden).length;
      group.hidden = !shown;
      count += shown;
    }
    for (const language of element.querySelectorAll(".language")) if (input.value) language.open = true;
    found.textContent = found.dataset.found.replace("{}", count);
  };
  input.addEventListener("input", apply);
  input.addEventListener("focus", async () => {
    const held = document.querySelector("#sections"); // from a folder nothing can be fetched: there they stand in the page
    const { sections } = held ? JSON.parse(held.textContent) : await (await fetch(element.dataset.texts)).json();
    texts = new Map(sections.map((each) => [`${each.language}-${each.code.toLowerCase()}`, fold(each.text)]));
    if (input.value) apply();
  }, { once: true });
  if (input.value) apply(); // typed before this script came, or kept by the browser
  copy(element);
}
