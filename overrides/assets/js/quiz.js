// The quiz: turns each question's options into buttons, and shows the answer that stands further down the
// page (`.quiz-answers`, in the same order) below the question. Nothing is stored or sent.

export default function quiz(element) {
  const { right, other } = element.querySelector(".promise").dataset;
  const answers = document.querySelectorAll(".quiz-answers > ol > li");
  [...element.querySelectorAll(":scope > ol > li")].forEach((item, number) => {
    const group = document.createElement("fieldset");
    const legend = document.createElement("legend");
    const title = item.querySelector("p");
    const told = document.createElement("div");
    told.className = "told";
    told.setAttribute("role", "status");
    const correct = answers[number].querySelector("strong").textContent;
    const options = [...item.querySelectorAll("li")].map((option) => choice(option, number, (radio) => {
      const verdict = document.createElement("strong");
      const good = option.textContent.trim().startsWith(correct);
      verdict.textContent = good ? right : other;
      told.replaceChildren(verdict, " ", ...answers[number].cloneNode(true).childNodes);
      told.classList.toggle("right", good);
    }));
    item.querySelector("ul").remove();
    legend.append(...title.childNodes);
    title.remove();
    group.append(legend, ...options, told);
    item.append(group);
  });
}

/** One option as a radio button with its text. */
function choice(option, number, chosen) {
  const label = document.createElement("label");
  const radio = document.createElement("input");
  radio.type = "radio";
  radio.name = `quiz-${number}`;
  radio.addEventListener("change", () => chosen(radio));
  label.append(radio, option.textContent);
  return label;
}
