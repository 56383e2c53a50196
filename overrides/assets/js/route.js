// The route's views: the address shows one without a script; this says which, to eyes and ears.

export default function route(said) {
  const views = [...said.parentElement.querySelectorAll(".view")];
  views.at(-1).parentElement.after(said);

  function tell() {
    const chosen = views.find((view) => view.hash === location.hash) ?? views[0];
    for (const view of views) view.toggleAttribute("aria-current", view === chosen);
    chosen.setAttribute("aria-current", "true");
    said.textContent = said.dataset.chosen.replace("{}", chosen.textContent);
  }
  addEventListener("hashchange", tell);
  tell();
}
