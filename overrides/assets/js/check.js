// The doubt check: turns the questions of the page into buttons and shows one outcome. All its words stand
// in the page: `ol > li` a question with its three answers (yes, no, not sure), the `ul` after it the three
// conclusions (all yes, somewhere not sure, somewhere no), then whom to ask. Nothing is stored or sent.
import { copyButton, liveRegion } from "./copy.js";

const NO = 1;
const UNSURE = 2;

/** Which of the three conclusions fits three answers. */
function conclusionOf(answers) {
  if (answers.includes(NO)) return 2;
  return answers.includes(UNSURE) ? 1 : 0;
}

/** A question's list item as a group of buttons; `chosen` is its answer's number, or -1. */
function question(item, number) {
  const title = item.querySelector("strong");
  const advice = [...item.querySelectorAll(":scope > ul > li")];
  const group = document.createElement("fieldset");
  const legend = document.createElement("legend");
  legend.append(title.cloneNode(true));
  title.parentElement.remove();
  item.querySelector(":scope > ul").remove();
  const answers = document.createElement("div");
  answers.className = "answers";
  const radios = advice.map((answer) => {
    const label = document.createElement("label");
    const radio = document.createElement("input");
    radio.type = "radio";
    radio.name = `check-${number}`;
    label.append(radio, labelOf(answer));
    answers.append(label);
    return radio;
  });
  group.append(legend, ...item.childNodes, answers);
  item.append(group);
  return {
    title: title.textContent,
    advice,
    radios,
    get chosen() { return radios.findIndex((radio) => radio.checked); },
  };
}

/** The answer's own word: "Ja", without its full stop. */
function labelOf(answer) {
  return answer.querySelector("strong").textContent.replace(/\.$/, "");
}

/** A copy of a list item's content as a paragraph, its opening words left out when `short`. */
function paragraph(item, short = false) {
  const p = document.createElement("p");
  p.append(...item.cloneNode(true).childNodes);
  if (short) p.querySelector("strong").remove();
  return p;
}

export default function check(element) {
  const outcome = element.querySelector(".outcome");
  const tools = element.querySelector(".outcome-tools");
  const questions = [...element.querySelectorAll(":scope > ol > li")].map(question);
  const list = element.querySelector(":scope > ul");
  const conclusions = [...list.children];
  const whom = list.nextElementSibling;
  for (const node of [list.previousElementSibling, list, whom]) node.remove(); // shown with the outcome

  function show() {
    const answers = questions.map(({ chosen }) => chosen);
    if (answers.includes(-1)) return;
    const conclusion = paragraph(conclusions[conclusionOf(answers)]);
    conclusion.className = "conclusion";
    const asked = questions.filter(({ chosen }) => chosen > 0).map(({ title, advice, chosen }) => {
      const about = document.createElement("strong");
      about.textContent = `${title} ${labelOf(advice[chosen])}.`;
      const p = paragraph(advice[chosen], true);
      p.prepend(about);
      return p;
    });
    outcome.replaceChildren(conclusion, ...asked, whom.cloneNode(true));
    tools.hidden = false;
    tools.scrollIntoView({ block: "nearest" });
  }

  function again() {
    for (const radio of questions.flatMap(({ radios }) => radios)) radio.checked = false;
    outcome.replaceChildren();
    tools.hidden = true;
    questions[0].radios[0].focus();
  }

  function print() {
    document.documentElement.dataset.print = "check";
    window.print();
    delete document.documentElement.dataset.print;
  }

  function text() {
    const given = questions.map(({ title, advice, chosen }) => `${title} ${labelOf(advice[chosen])}.`);
    const told = [...outcome.children].map((p) => p.textContent.replace(/\s+/g, " ").trim());
    return [...given, "", ...told, "", `${location.href.split("#")[0]}#t2`].join("\n");
  }

  element.classList.add("live");
  element.addEventListener("change", show);
  tools.querySelector("[data-do=print]").addEventListener("click", print);
  tools.querySelector("[data-do=again]").addEventListener("click", again);
  const copy = copyButton(tools.dataset.copy, text, liveRegion(element), tools.dataset);
  copy.className = "tool";
  tools.prepend(copy);
}
