// Section tools: "copy link" beside each short link, and "cite" in a dialog instead of on its own page.
import copy, { copyButton, liveRegion } from "./copy.js";

export default function (article) {
  const { copyLink, close } = article.dataset;
  const status = liveRegion(article);
  const told = document.querySelector("link[rel=canonical]")?.href ?? "";
  if (!location.href.startsWith(told)) import("./address.js").then(({ default: address }) => address(article));
  for (const short of article.querySelectorAll(".section-tools .short")) {
    const button = copyButton(copyLink, () => short.href, status, article.dataset);
    button.setAttribute("aria-label", `${copyLink} ${short.textContent}`);
    short.parentElement.append(button); // last, so that nothing moves
  }
  article.addEventListener("click", async (event) => {
    const link = event.target.closest(".section-tools .cite");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    try {
      const [block, { default: address }] = await Promise.all([citation(link.href), import("./address.js")]);
      address(block);
      show(block, link, close);
    } catch {
      location.assign(link.href); // offline, or another answer than expected: the page itself
    }
  });
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

/** Show the block in a dialog named after the link; Escape or the button closes it. */
function show(block, link, close) {
  const dialog = document.createElement("dialog");
  dialog.className = "cite-dialog";
  dialog.setAttribute("aria-label", link.textContent);
  const form = document.createElement("form");
  form.method = "dialog";
  const button = document.createElement("button");
  button.className = "copy";
  button.textContent = close;
  form.append(button);
  dialog.append(form, block);
  dialog.addEventListener("close", () => dialog.remove());
  link.after(dialog);
  dialog.showModal();
  copy(block);
}
