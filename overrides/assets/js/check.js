// The doubt check: turns the questions of the page into buttons and shows one outcome. All its words stand
// in the page: `ol > li` a question with its three answers (yes, no, not sure), the `ul` after it the three
// conclusions (all yes, somewhere not sure, somewhere no), then whom to ask. Nothing is stored or sent.
// Paper keeps the list with boxes to tick, until there is an outcome to print.
import { copyButton, liveRegion } from "./copy.js";

const YES = 0;
const NO = 1;
const UNSURE = 2;

/** Which of the three conclusions fits three answers. */
function conclusionOf(answers) {
  if (answers.includes(NO)) return 2;
  return answers.includes(UNSURE) ? 1 : 0;
}

/** A list item's content as a paragraph. */
function paragraph(item) {
  const p = document.createElement("p");
  p.append(...item.childNodes);
  return p;
}

/** Turns a question's list item into a group of buttons. Its answers are `{label, radio, advice}`. */
function question(item, number) {
  const list = item.querySelector(":scope > ul");
  const first = item.querySelector(":scope > p");
  const title = first.textContent;
  const answers = [...list.children].map((answer) => {
    const advice = paragraph(answer);
    const lead = advice.querySelector("strong");
    const label = lead.textContent.replace(/\.$/, "");
    lead.textContent = `${title} ${lead.textContent}`; // the advice is read away from its question
    const radio = document.createElement("input");
    radio.type = "radio";
    radio.name = `check-${number}`;
    return { label, radio, advice };
  });
  const buttons = document.createElement("div");
  buttons.className = "answers";
  for (const { label, radio } of answers) {
    const button = document.createElement("label");
    button.append(radio, label);
    buttons.append(button);
  }
  const legend = document.createElement("legend");
  legend.append(...first.childNodes);
  first.remove();
  list.replaceWith(buttons);
  const group = document.createElement("fieldset");
  group.append(legend, ...item.childNodes);
  item.append(group);
  return { title, answers };
}

export default function check(element) {
  const paper = element.cloneNode(true);
  paper.className = "check paper";
  for (const node of paper.querySelectorAll(".outcome, .outcome-tools, .promise")) node.remove();
  element.after(paper);

  const outcome = element.querySelector(".outcome");
  const tools = element.querySelector(".outcome-tools");
  const questions = [...element.querySelectorAll(":scope > ol > li")].map(question);
  const list = element.querySelector(":scope > ul");
  const whom = [];
  for (let node = list.nextElementSibling; node !== outcome; node = node.nextElementSibling) whom.push(node);
  const conclusions = [...list.children].map(paragraph);
  for (const node of [list.previousElementSibling, list, ...whom]) node.remove(); // they come with the outcome

  const chosen = () => questions.map(({ answers }) => answers.findIndex(({ radio }) => radio.checked));

  function show() {
    const given = chosen();
    if (given.includes(-1)) return;
    const advice = questions.map(({ answers }, number) => answers[given[number]].advice);
    const conclusion = conclusions[conclusionOf(given)];
    conclusion.className = "conclusion";
    outcome.replaceChildren(conclusion, ...advice.filter((_, number) => given[number] !== YES), ...whom);
    tools.hidden = false;
    conclusion.scrollIntoView({ block: "nearest" });
  }

  function again() {
    for (const { radio } of questions.flatMap(({ answers }) => answers)) radio.checked = false;
    outcome.replaceChildren();
    tools.hidden = true;
    questions[0].answers[0].radio.focus();
  }

  function print() {
    document.documentElement.dataset.print = "check";
    addEventListener("afterprint", () => delete document.documentElement.dataset.print, { once: true });
    window.print();
  }

  /** The address of the section that the check stands in. */
  function here() {
    const before = (heading) => heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    return `${location.href.split("#")[0]}#${[...document.querySelectorAll("h2[id]")].findLast(before)?.id ?? ""}`;
  }

  function text() {
    const given = chosen().map((answer, number) => {
      const { title, answers } = questions[number];
      return `${title} ${answers[answer].label}.`;
    });
    const told = [...outcome.querySelectorAll("p, li")].map((part) => part.textContent.replace(/\s+/g, " ").trim());
    return [...given, "", ...told, "", here()].join("\n");
  }

  element.classList.add("live");
  element.addEventListener("change", show);
  tools.querySelector("[data-do=print]").addEventListener("click", print);
  tools.querySelector("[data-do=again]").addEventListener("click", again);
  const copy = copyButton(tools.dataset.copy, text, liveRegion(element), tools.dataset);
  copy.className = "tool";
  tools.prepend(copy);
}
