// What opens in the text: the card of a term, and behind the code of a section "copy link" and "cite". Without this
// script a term leads to the glossary, and behind the code stand the short link and the way to the citation page.
import copy, { copyButton, liveRegion } from "./copy.js";

export default function (article) {
  const { copyLink, close } = article.dataset;
  for (const short of article.querySelectorAll(".section-tools .short")) {
    short.parentElement.addEventListener("beforetoggle", ({ currentTarget }) => {
      const button = copyButton(copyLink, () => titled(short), liveRegion(currentTarget), article.dataset);
      button.className = "short";
      button.append(" ", short.querySelector("small"));
      short.replaceWith(button);
    }, { once: true });
  }
  article.addEventListener("click", async (event) => {
    const link = event.target.closest(".section-tools .cite, .term");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const card = document.getElementById(link.hash.replace("#term", "tip-term"));
    if (link.matches(".term") && !card?.showPopover) return;
    event.preventDefault();
    if (card) {
      card.showPopover({ source: link });
      card.focus(); // so that it comes next for a listener
      return;
    }
    try {
      const block = await citation(link.href);
      const code = link.closest("[popover]");
      code.hidePopover();
      show(block, link, close, code);
    } catch {
      location.assign(link.href); // offline, or another answer than expected: the page itself
    }
  });
}

/** The link of a section as text and as HTML, named after its heading. */
function titled(short) {
  const code = short.pathname.split("/").at(-2), title = document.getElementById(code).textContent.trim();
  const link = document.createElement("a");
  link.href = short.href;
  link.textContent = `${title} (${code.toUpperCase()})`;
  return [`${link.textContent}: ${link.href}`, link.outerHTML];
}

/** The citation block that stands beside a citation page, with links that hold here. */
function citation(address) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest(); // parses to a document without running anything in it
    request.responseType = "document";
    request.open("GET", new URL("block.htm", address));
    request.onerror = reject;
    request.onload = () => {
      const block = request.response?.querySelector(".citation");
      if (!block) return reject();
      for (const node of block.querySelectorAll("[href]")) node.href = new URL(node.getAttribute("href"), address);
      for (const node of block.querySelectorAll("[src]")) node.src = new URL(node.getAttribute("src"), address);
      resolve(document.importNode(block, true));
    };
    request.send();
  });
}

/** Show the block in a dialog with the name of the link; Escape or the button closes it, and the code has the focus again. */
function show(block, link, close, code) {
  const dialog = document.createElement("dialog");
  dialog.className = "cite-dialog";
  const form = document.createElement("form");
  form.method = "dialog";
  const button = document.createElement("button");
  button.textContent = close;
  form.append(button);
  const title = document.createElement("h2");
  title.textContent = link.textContent;
  title.id = "_cite";
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.append(form, title, block);
  dialog.addEventListener("close", () => {
    dialog.remove();
    code.previousElementSibling.focus();
  });
  code.after(dialog);
  dialog.showModal();
  copy(block);
}
