// What opens in the text: the card of a term, and behind the code of a section "copy link" and "cite". Without this
// script a term leads to the glossary, and behind the code stand the short link and the way to the citation page.
import copy, { copyButton, liveRegion } from "./copy.js";

export default function (article) {
  const words = article.dataset;
  const told = document.querySelector("link[rel=canonical]")?.href ?? "";
  if (!location.href.startsWith(told)) import("./address.js").then((module) => module.default(article));
  for (const short of article.querySelectorAll(".section-tools .short")) {
    short.parentElement.addEventListener("beforetoggle", ({ currentTarget }) => {
      const button = copyButton(words.copyLink, () => titled(short), liveRegion(currentTarget), words);
      button.className = "short";
      button.append(" ", short.querySelector("small"));
      short.replaceWith(button);
    }, { once: true });
  }
  if (location.protocol === "file:") return; // from a folder no page can be read: a link leads to it
  article.addEventListener("click", async (event) => {
    const link = event.target.closest(".section-tools .cite, .term");
    if (!link || !link.showPopover || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    try {
      await (link.matches(".term") ? explain : cite)(link, words);
    } catch {
      location.assign(link.href); // offline, or another answer than expected: the page itself
    }
  });
}

/** The link of a section as text and as HTML, named after its heading. */
function titled(short) {
  const code = short.pathname.split("/").at(-2), title = document.getElementById(code).textContent.trim();
  const link = make("a", { href: short.href, textContent: `${title} (${code.toUpperCase()})` });
  return [`${link.textContent}: ${link.href}`, link.outerHTML];
}

/** An element with these properties and children. */
function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** A document of this site, in which nothing runs. */
function fetched(address) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.responseType = "document";
    request.open("GET", address);
    request.onerror = reject;
    request.onload = () => resolve(request.response);
    request.send();
  });
}

/** Show what a term means, from its entry in the glossary, beside the term. */
async function explain(term, { more, close }) {
  const id = `card-${term.hash.slice(1)}`;
  let card = document.getElementById(id);
  if (!card) {
    const entry = (await fetched(term.href)).querySelector(term.hash), meaning = entry.nextElementSibling;
    for (const note of meaning.querySelectorAll("sup")) note.remove();
    card = make("div", { id, popover: "auto", className: "flyout term-card", role: "dialog", ariaLabel: entry.textContent, tabIndex: -1 },
      make("p", {}, make("b", { textContent: entry.textContent }), ` ${meaning.textContent}`),
      make("p", {}, make("a", { href: term.href, textContent: more }),
        make("button", { type: "button", textContent: close, onclick: () => card.hidePopover() })));
    term.closest("article").append(card);
  }
  card.showPopover({ source: term });
  card.focus(); // so that it comes next for a listener
}

/** Show the block of a citation page in a dialog named after the link; Escape or the
    button closes it, and the code of the section has the focus again. */
async function cite(link, { close }) {
  const address = link.href, found = await fetched(address);
  const block = document.importNode(found.querySelector(".citation"), true);
  for (const name of ["href", "src"])
    for (const node of block.querySelectorAll(`[${name}]`)) node[name] = new URL(node.getAttribute(name), address);
  (await import("./address.js")).default(block);
  const menu = link.closest("[popover]");
  menu.hidePopover();
  const title = make("h2", { id: "_cite", textContent: link.textContent });
  const dialog = make("dialog", { className: "cite-dialog" },
    make("form", { method: "dialog" }, make("button", { textContent: close })), title, block);
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.addEventListener("close", () => {
    dialog.remove();
    menu.previousElementSibling.focus();
  });
  menu.after(dialog);
  dialog.showModal();
  copy(block);
}
