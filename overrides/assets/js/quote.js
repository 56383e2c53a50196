// Quote with link: whoever selects words in a section is offered to copy them, with the code, the edition and an
// address that leads to those words (a text fragment, https://wicg.github.io/scroll-to-text-fragment/), or, in a
// browser that knows none, to the section. The words of the control come from the page: data-quote, data-source.
import { page } from "./address.js";
import { copyButton, liveRegion } from "./copy.js";

const BLOCK = "p, li, dt, dd, td, th, h2, h3, h4, figcaption, summary, article";
const ASIDE = ".section-tools, .footnote, .unseen, sup, nav, [popover], button"; // within a section, not its text
const MOST = 10; // words that an address repeats whole; of more it has the first and last five

const article = document.querySelector("article[data-quote]");
const headings = [...(article?.querySelectorAll("h2[id]") ?? [])].filter(({ id }) => /^[a-z]\d+$/.test(id));

/** Whether a word goes on at this place of a text. */
const within = (text, at) => /^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1));

/** What is selected, in whole words: the nodes, its text block by block, the runs of it that a browser can find,
 * and the words that lead up to it. */
function selected(range) {
  const found = { nodes: [], texts: [], runs: [], lead: "" };
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  let before = {};
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    if (!range.intersectsNode(node)) continue;
    if (node.parentElement.closest(ASIDE)) {
      before.broken = true;
      continue;
    }
    let [from, to] = [0, node.length];
    if (node === range.startContainer) for (from = range.startOffset; within(node.data, from); ) from--;
    if (node === range.endContainer) for (to = range.endOffset; within(node.data, to); ) to++;
    const text = node.data.slice(from, to);
    if (!text.trim() && !before.block) continue;
    if (!before.block) found.lead = node.data.slice(0, from);
    const block = node.parentElement.closest(BLOCK);
    if (block !== before.block) found.texts.push("");
    if (block !== before.block || before.broken) found.runs.push("");
    found.texts.push(found.texts.pop() + text);
    found.runs.push(found.runs.pop() + text);
    if (text.trim()) found.nodes.push(node);
    before = { block };
  }
  const tidy = (texts) => texts.map((text) => text.replace(/\s+/g, " ").trim()).filter((text) => /[\p{L}\p{N}]/u.test(text));
  return { ...found, texts: tidy(found.texts), runs: tidy(found.runs) };
}

/** The section in which a node stands. */
const sectionOf = (node) => headings.findLast(
  (heading) => heading.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING);

/** The text directive for these runs of text, with what leads up to them when they begin as another place does. */
function directive(runs, lead) {
  const encode = (words) => encodeURIComponent(words.join(" ")).replaceAll("-", "%2D");
  const [first, last, before] = [runs[0], runs.at(-1), lead].map((text) => text.trim().split(/\s+/));
  const whole = runs.length === 1 && first.length <= MOST;
  const begin = whole ? first : first.slice(0, MOST / 2);
  const twice = article.textContent.replace(/\s+/g, " ").split(begin.join(" ")).length > 2;
  const prefix = twice && lead.trim() ? `${encode(before.slice(-3))}-,` : "";
  return `${prefix}${encode(begin)}${whole ? "" : `,${encode(last.slice(-MOST / 2))}`}`;
}

/** The quote that a range makes, and the node after which to offer it; nothing when it is not text of one section. */
function quoted(range) {
  const { nodes, texts, runs, lead } = selected(range);
  const section = runs.length ? sectionOf(nodes[0]) : null;
  if (!section || section !== sectionOf(nodes.at(-1))) return null;
  const source = article.dataset.source.replace("{}", section.id.toUpperCase());
  const href = `${page}#${section.id}:~:text=${directive(runs, lead)}`;
  const text = `\u201c${texts.join("\n")}\u201d`;
  const link = Object.assign(document.createElement("a"), { href, textContent: source });
  const html = Object.assign(document.createElement("p"), { textContent: `${text} (` });
  html.append(link, ")");
  return { copies: [`${text} (${source}) ${href}`, html.outerHTML], end: nodes.at(-1).parentElement.closest("a") ?? nodes.at(-1) };
}

if (headings.length) {
  let quote, timer;
  const button = copyButton(article.dataset.quote, () => quote.copies, liveRegion(article), article.dataset);
  button.classList.add("quote");
  button.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the selection

  const update = () => {
    const selection = getSelection();
    button.remove();
    quote = selection.isCollapsed || !selection.rangeCount ? null : quoted(selection.getRangeAt(0));
    if (!quote) return;
    quote.end.after(button); // the next stop of the keyboard
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(update, 200);
  };
  document.addEventListener("selectionchange", soon);
  document.addEventListener("keydown", ({ key }) => key === "Escape" && button.remove());
  soon();
}
