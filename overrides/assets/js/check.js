// The doubt check: turns the questions of the page into buttons and shows one outcome. All its words stand
// in the page: `ol > li` a question with its three answers (yes, no, not sure), the `ul` after it the three
// conclusions (all yes, somewhere not sure, somewhere no), then whom to ask. Nothing is stored or sent: an
// outcome's address (#t2=yes,no,unsure) stays in the browser. The outcome comes on its button, or after the
// last answer by pointer; an arrow key only moves. Paper keeps the list with boxes to tick, until there is
// an outcome to print.
import { copyButton, liveRegion } from "./copy.js";

const WORDS = ["yes", "no", "unsure"]; // in the address
const [YES, NO, UNSURE] = WORDS.keys();

/** Which of the three conclusions fits three answers. */
function conclusionOf(answers) {
  if (answers.includes(NO)) return 2;
  return answers.includes(UNSURE) ? 1 : 0;
}

function make(name, className, ...content) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

/** A list item's content as a paragraph that opens with its bold lead. */
const paragraph = (item) => make("p", "", ...item.childNodes);

/** Takes the first sentence after its lead out of a paragraph. */
function firstSentence(p) {
  const range = document.createRange();
  range.selectNodeContents(p);
  range.setStartAfter(p.querySelector("strong"));
  for (const node of p.childNodes) {
    const end = node.nodeType === Node.TEXT_NODE ? node.data.search(/[.?!](\s|$)/) : -1;
    if (end < 0) continue;
    range.setEnd(node, end + 1);
    break;
  }
  return range.extractContents();
}

/** Turns a question's list item into a group of buttons. Its answers are `{label, radio, advice}`. */
function question(item, number) {
  const list = item.querySelector(":scope > ul");
  const first = item.querySelector(":scope > p");
  const title = first.textContent;
  const answers = [...list.children].map((answer) => {
    const advice = paragraph(answer);
    const lead = advice.querySelector("strong");
    lead.remove();
    const radio = make("input");
    radio.type = "radio";
    radio.name = `check-${number}`;
    return { label: lead.textContent.replace(/\.$/, ""), radio, advice };
  });
  list.replaceWith(make("div", "answers", ...answers.map(({ label, radio }) => make("label", "", radio, label))));
  first.remove();
  item.append(make("fieldset", "", make("legend", "", ...first.childNodes), ...item.childNodes));
  return { title, answers };
}

/** The address of this page; of one in a folder that on the web, for the other is of no use to anyone else. */
const page = () => (location.protocol === "file:" ? document.querySelector("link[rel=canonical]").href : location.href.split("#")[0]);

/** A part of the outcome as lines of text, each link with its whole address. */
function lines(part) {
  const said = (node) => node.textContent.replace(/\s+/g, " ").trim();
  const copy = part.cloneNode(true);
  for (const button of copy.querySelectorAll(".change")) button.remove();
  const links = [...part.querySelectorAll("a")].map((link) => [said(link), new URL(link.getAttribute("href"), page()).href]);
  return [said(copy), ...links.filter(([, href]) => href.startsWith("http")).map(([name, href]) => `- ${name}: ${href}`)];
}

export default function check(element) {
  const paper = element.cloneNode(true);
  paper.className = "check paper";
  for (const node of paper.querySelectorAll(".check-ask, .outcome, .outcome-tools, .promise")) node.remove();
  element.after(paper);

  const part = (name) => element.querySelector(`.${name}`);
  const [ask, said, outcome, tools] = ["check-ask", "check-said", "outcome", "outcome-tools"].map(part);
  const questions = [...element.querySelectorAll(":scope > ol > li")].map(question);
  const list = element.querySelector(":scope > ul");
  const whom = make("div", "whom");
  while (list.nextElementSibling !== ask) whom.append(list.nextElementSibling);
  const conclusions = [...list.children].map((item) => {
    const rest = paragraph(item);
    const title = make("h3", "", firstSentence(rest));
    title.tabIndex = -1;
    return { title, rest };
  });
  for (const node of [list.previousElementSibling, list]) node.remove(); // they come with the outcome

  const chosen = () => questions.map(({ answers }) => answers.findIndex(({ radio }) => radio.checked));
  const fragment = () => `#${ask.dataset.code}=${chosen().map((answer) => WORDS[answer])}`;

  /** An answer as it was given, what goes with it, and a way back to it. */
  function given({ title, answers }, answer) {
    const { label, radio, advice } = answers[answer];
    const change = make("button", "change", outcome.dataset.change);
    change.type = "button";
    change.setAttribute("aria-label", `${outcome.dataset.change}: ${title}`);
    change.addEventListener("click", () => radio.focus());
    const said = make("p", "", `${title} `, make("strong", "", `${label}.`));
    return make("li", "", said, change, ...(answer === YES ? [] : [advice]));
  }

  /** Shows the outcome, if each question has its answer, and gives its title. */
  function show() {
    const answers = chosen();
    if (answers.includes(-1)) return null;
    const conclusion = conclusionOf(answers);
    const { title, rest } = conclusions[conclusion];
    const told = conclusion ? [title, whom, rest] : [title, rest, whom];
    const all = make("ol", "given", ...questions.map((one, number) => given(one, answers[number])));
    outcome.replaceChildren(...told, make("h4", "", outcome.dataset.given), all, make("p", "address", page() + fragment()));
    tools.hidden = false;
    said.textContent = "";
    history.replaceState(history.state, "", fragment());
    return title;
  }

  function clear() {
    outcome.replaceChildren();
    tools.hidden = true;
    said.textContent = "";
    if (location.hash.includes("=")) history.replaceState(history.state, "", `#${ask.dataset.code}`);
  }

  /** On the button: the outcome has the focus, and so it is read; or the question that has no answer yet. */
  function asked() {
    const title = show();
    if (title) return title.focus();
    const missing = chosen().indexOf(-1);
    said.className = "check-said";
    said.textContent = ask.dataset.missing.replace("{}", missing + 1);
    questions[missing].answers[0].radio.focus();
  }

  let pointer = false;
  function changed() {
    if (!pointer) return clear(); // an arrow key only moves; what stood here is no longer so
    const first = !outcome.firstChild;
    const title = show();
    if (!title) return;
    said.className = "check-said unseen"; // said, once; the focus stays where the reader is
    said.textContent = title.textContent;
    if (first) title.scrollIntoView({ block: "center" });
  }

  /** Takes the answers from the address. */
  function restore() {
    const [code, words = ""] = location.hash.slice(1).split("=");
    const answers = words.split(",").map((word) => WORDS.indexOf(word));
    if (code !== ask.dataset.code || answers.length !== questions.length || answers.includes(-1)) return;
    questions.forEach((one, number) => (one.answers[answers[number]].radio.checked = true));
    show().focus();
  }

  function again() {
    for (const { radio } of questions.flatMap(({ answers }) => answers)) radio.checked = false;
    clear();
    questions[0].answers[0].radio.focus();
  }

  function print() {
    document.documentElement.dataset.print = "check";
    addEventListener("afterprint", () => delete document.documentElement.dataset.print, { once: true });
    window.print();
  }

  const text = () => [...outcome.querySelectorAll("h3, h4, .whom > p, .whom li, :scope > p, .given > li")]
    .flatMap((part) => (part.tagName === "H4" ? ["", ...lines(part)] : lines(part))).join("\n");

  element.classList.add("live");
  ask.hidden = false;
  element.addEventListener("pointerdown", () => (pointer = true));
  element.addEventListener("keydown", () => (pointer = false));
  element.addEventListener("change", changed);
  ask.querySelector("button").addEventListener("click", asked);
  tools.querySelector("[data-do=print]").addEventListener("click", print);
  tools.querySelector("[data-do=again]").addEventListener("click", again);
  const copy = copyButton(tools.dataset.copy, text, liveRegion(element), tools.dataset);
  copy.className = "tool";
  tools.prepend(copy);
  addEventListener("hashchange", restore);
  restore();
}
