// Keys for the slides: arrows, Page Up and Down and space turn, Escape closes. The links on each slide do
// the same without a script; here the history keeps one entry for the whole talk.

const KEYS = { ArrowRight: "next", PageDown: "next", " ": "next", ArrowLeft: "prev", PageUp: "prev", Escape: "up" };

export default function slides(deck) {
  const follow = (link) => location.replace(link.href);

  addEventListener("keydown", (event) => {
    const slide = deck.querySelector(".slide:target");
    const onLink = event.key === " " && event.target.closest("a, button");
    if (!slide || onLink || !(event.key in KEYS) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const link = slide.querySelector(`[rel=${KEYS[event.key]}]`);
    if (link) follow(link);
  });
  deck.addEventListener("click", (event) => {
    const link = event.target.closest(".slide-turn a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    follow(link);
  });
  addEventListener("hashchange", () => deck.querySelector(".slide:target")?.focus());
}
