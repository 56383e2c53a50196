// A part of the course: it shows pages of the site in a frame, and tells the learning platform what is done of it.
// What is done is a set of keys: the pages opened, the questions answered, the lines ticked. The platform keeps it
// with the place of the reader, to go on there; here nothing is kept.
import talk from "./talk.js";

const { part, pages, total, words } = JSON.parse(document.querySelector("#part").textContent);
const PLACE = /^[\w/-]+\.html(#[\w:-]*)?$/; // in this package
const frame = document.querySelector("iframe"), said = document.querySelector("[role=status]");
const base = new URL(".", location).href;
const platform = talk();
const writes = platform.open && !/browse|review/.test(platform.get("core.lesson_mode"));
const done = new Set(platform.get("suspend_data").split(" ").filter(Boolean));
const right = new Set();

/** Tell the platform; what it does not take is shown, as a reader would miss it. */
function tell(values) {
  if (!writes) return;
  const wrong = Object.entries(values).map(([name, value]) => platform.set(name, value)).find(Boolean);
  platform.commit();
  if (wrong) said.textContent = `${words.refused} ${wrong}`;
}

function show() {
  const whole = done.size >= total;
  said.textContent = `${words.done.replace("{}", done.size)} ${whole && writes ? words.told : ""}`;
  for (const link of document.querySelectorAll("li a")) link.parentElement.classList.toggle("done", done.has(link.dataset.page));
  return whole;
}

/** Something was done, or undone. */
function changed() {
  const values = { suspend_data: [...done].join(" ") };
  if (part === "quiz") values["core.score.raw"] = Math.round((100 * right.size) / total);
  if (show()) values["core.lesson_status"] = "completed";
  tell(values);
}

// What each part looks for in a page of its frame; what was done before is shown there again.
const look = {
  guide(page, at) {
    const key = pages[at.split("#")[0]];
    if (!key || done.has(key)) return;
    done.add(key);
    changed();
  },

  /** The first answer that a reader sees explained counts; a key is its question and letter. */
  quiz(page) {
    const before = new Map([...done].map((key) => [parseInt(key), key.replace(/\d+/, "")]));
    page.addEventListener("told", ({ detail: { number, letter, good } }) => {
      const first = before.get(number) ?? letter;
      if (good && first === letter) right.add(number);
      if (before.has(number)) return;
      before.set(number, letter);
      done.add(number + letter);
      changed();
    });
    page.querySelectorAll(".quiz fieldset").forEach((field, number) => {
      if (!before.has(number)) return;
      const label = [...field.querySelectorAll("label")].find((one) => one.textContent.trim().startsWith(before.get(number)));
      if (label) label.firstChild.checked = true;
      field.querySelector("button").click();
    });
  },

  sheet(page) {
    page.querySelectorAll(".sheet input").forEach((box, number) => {
      box.checked = done.has(`${number}`);
      box.addEventListener("change", () => {
        done[box.checked ? "add" : "delete"](`${number}`);
        changed();
      });
    });
  },
};

/** Each page that the frame shows. Opened from a folder, a browser lets nobody look into a frame. */
function arrived() {
  const page = frame.contentDocument;
  if (!page?.URL.startsWith(base)) return;
  const remember = () => {
    const [at] = frame.contentWindow.location.href.slice(base.length).split(/[?=]/); // not what the reader chose
    if (PLACE.test(at)) tell({ "core.lesson_location": at });
    return at;
  };
  frame.contentWindow.addEventListener("hashchange", remember);
  look[part](page, remember());
}

if (!/^(completed|passed|failed)$/.test(platform.get("core.lesson_status"))) tell({ "core.lesson_status": "incomplete" });
tell({ "core.exit": "suspend", ...(part === "quiz" ? { "core.score.min": 0, "core.score.max": 100 } : {}) });
show();
frame.addEventListener("load", arrived);
const place = platform.get("core.lesson_location");
if (PLACE.test(place)) frame.contentWindow.location.replace(base + place);
else if (frame.contentDocument?.readyState === "complete") arrived();
addEventListener("pagehide", platform.finish);
addEventListener("pageshow", ({ persisted }) => persisted && location.reload()); // back: the talk begins anew
