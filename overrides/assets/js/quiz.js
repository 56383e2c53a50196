// The quiz: turns each question's options into buttons, and shows the answer that stands further down the
// page (`.quiz-answers`, in the same order) below the question: on its button, or on a choice by pointer.
// An arrow key only moves. Nothing is stored or sent; an event "told" says what was shown, to a course around it.

function make(name, className, ...content) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

export default function quiz(element) {
  const { right, other, answer } = element.querySelector(".promise").dataset;
  const answers = document.querySelectorAll(".quiz-answers > ol > li");
  let pointer = false;
  element.addEventListener("pointerdown", () => (pointer = true));
  element.addEventListener("keydown", () => (pointer = false));

  [...element.querySelectorAll(":scope > ol > li")].forEach((item, number) => {
    const title = item.querySelector("p");
    const told = make("div", "told");
    told.setAttribute("role", "status");
    const letter = answers[number].querySelector("strong").textContent;

    const options = [...item.querySelectorAll("li")].map((option) => {
      const radio = make("input");
      radio.type = "radio";
      radio.name = `quiz-${number}`;
      return make("label", "", radio, option.textContent);
    });
    const chosen = () => options.find((label) => label.firstChild.checked);
    function tell() {
      const good = chosen()?.textContent.trim().startsWith(letter);
      const verdict = make("strong", "", good ? right : other);
      told.replaceChildren(verdict, " ", ...answers[number].cloneNode(true).childNodes);
      told.classList.toggle("right", !!good);
      const detail = { number, letter: chosen()?.textContent.trim()[0] ?? "-", good: !!good };
      item.dispatchEvent(new CustomEvent("told", { bubbles: true, detail }));
      if (pointer) told.scrollIntoView({ block: "nearest" });
    }

    const button = make("button", "tool", answer);
    button.type = "button";
    button.addEventListener("click", tell);
    item.addEventListener("change", () => {
      button.hidden = pointer; // the answer is there already
      if (pointer) tell();
      else told.replaceChildren();
    });
    item.querySelector("ul").remove();
    title.remove();
    item.append(make("fieldset", "", make("legend", "", ...title.childNodes), ...options, button, told));
  });
}
