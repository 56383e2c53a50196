// A "copy" button after everything marked data-copy: it copies that element's text (or a link's address)
// and says so in a live region. The words come from the page: data-label, data-done, data-failed.

/** Put text on the clipboard, with its HTML if it has any, so that a link pastes with its title; where the browser
    refuses that (a site without https), the text alone, in the older way. */
async function toClipboard(text, html) {
  try {
    const as = (type, part) => ({ [type]: new Blob([part], { type }) });
    if (html) await navigator.clipboard.write([new ClipboardItem({ ...as("text/plain", text), ...as("text/html", html) })]);
    else await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    (document.activeElement.closest("dialog, [popover]") ?? document.body).append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

/** A button that copies what `text()` gives, a text or [text, HTML], and tells it in `status`. */
export function copyButton(label, text, status, { done, failed }) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = label;
  button.addEventListener("click", async () => {
    const message = (await toClipboard(...[text()].flat())) ? done : failed;
    button.focus();
    status.textContent = "";
    setTimeout(() => (status.textContent = message), 50); // the same words twice are said twice
    setTimeout(() => (status.textContent = ""), 5000);
  });
  return button;
}

/** The live region of an element, at its end. */
export function liveRegion(element) {
  const status = document.createElement("p");
  status.className = "copy-status";
  status.setAttribute("role", "status");
  element.append(status);
  return status;
}

export default function (element) {
  const status = liveRegion(element);
  for (const source of element.querySelectorAll("[data-copy]")) {
    const button = copyButton(element.dataset.label, () => source.textContent, status, element.dataset);
    if (source.dataset.copy) button.setAttribute("aria-label", `${element.dataset.label}: ${source.dataset.copy}`);
    source.after(button);
  }
}
