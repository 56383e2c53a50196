/* The search box: it asks search-engine.js and shows the hits, in the dialog and on the results page.
   No import and no export, so that it works as a module and, opened from a folder, as a classic script.
   Its texts and its markup are in partials/search-box.html. */

globalThis.startSearch = (box) => {
  "use strict";
  const PATIENCE = 400; // milliseconds to wait for the second half of the index
  const CALM = 600; // and after the last letter, before the result is told
  if ("ready" in box.dataset) return;
  box.dataset.ready = "";

  const { base, locale, others, one, many, weak, none, failed, understood } = box.dataset;
  const part = (name) => box.querySelector(`.search-${name}`);
  const form = part("form"), status = part("status"), item = box.querySelector("template");
  const sureHits = part("sure"), weakHits = part("weak"), links = () => [...box.querySelectorAll(".search-hits a")];
  const input = form.elements.q, dialog = box.closest("dialog"), folder = location.protocol === "file:";
  const address = (path) => new URL(path, new URL(base, document.baseURI)).href;

  /** Fetch a script, once. Opened from a folder, the results page has loaded all of them, or in a site made for
      that (hooks/offline/page.js) they are loaded here. */
  const load = (path) => (folder ? Promise.resolve(globalThis.fromFolder?.(address(path))) : import(address(path)));
  const indexes = new Map();
  async function fetchIndex(language) {
    const rest = load(`assets/search/${language}-once.js`);
    const scripts = ["words", "engine", "passage"].map((name) => `assets/js/search-${name}.js`).concat(`assets/search/${language}.js`);
    await Promise.all(scripts.map(load));
    const found = guideSearch.prepare(guideIndex[language]);
    let late = false;
    const whole = rest.then(() => {
      guideSearch.widen(found, guideOnce[language]);
      if (late) update();
    }).catch(() => { /* half an index is better than none */ });
    await Promise.race([whole, new Promise((done) => setTimeout(done, PATIENCE))]); // answer with what there is
    late = true;
    return found;
  }
  function index(language) {
    if (!indexes.has(language)) indexes.set(language, fetchIndex(language));
    indexes.get(language).catch(() => indexes.delete(language)); // the next try may do better
    return indexes.get(language);
  }

  /** What the reader typed last, kept until the tab is closed. */
  function remember(query) {
    try { sessionStorage.setItem("search-query", query); } catch { /* storage is switched off */ }
    if (!dialog && !folder) history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    const share = part("share");
    if (share) share.search = query ? `?q=${encodeURIComponent(query)}` : "";
  }
  function remembered() {
    const asked = dialog ? null : new URLSearchParams(location.search).get("q");
    try { return asked ?? sessionStorage.getItem("search-query") ?? ""; } catch { return asked ?? ""; }
  }

  /** Text with the words that were found in marks. */
  function fill(element, pieces) {
    element.replaceChildren(...pieces.map(([text, found]) => {
      if (!found) return text;
      const mark = document.createElement("mark");
      mark.textContent = text;
      return mark;
    }));
  }

  function show(hit, own, found, same) {
    const shown = item.content.cloneNode(true).firstElementChild, link = shown.querySelector("a");
    link.href = address(folder ? hit.address.replace(/(^|\/)#/, "$1index.html#") : hit.address);
    shown.toggleAttribute("data-weak", !hit.sure);
    fill(shown.querySelector(".search-title"), guidePassage.pieces(own, hit.title, found));
    shown.querySelector(".search-code").textContent = /^[a-z]\d+$/.test(hit.code) ? hit.code.toUpperCase() : ""; // a ministry's own rules have none
    shown.querySelector(".search-page").textContent = hit.page;
    shown.classList.toggle("search-same", same);
    shown.querySelector(".search-page").classList.toggle("unseen", same); // of one page: once to see, each time to hear
    const name = `${locale}/${hit.file}`, passage = shown.querySelector(".search-passage");
    const tell = () => fill(passage, guidePassage.pieces(own, guidePassage.passage(own, guideTexts[name][hit.code], found), found));
    if (globalThis.guideTexts?.[name]) tell();
    else load(`assets/search/${name}.js`).then(tell);
    return shown;
  }

  /** The indexes that a query needs: that of this language, and others for words that it hardly knows. */
  async function indexesFor(query) {
    const own = await index(locale);
    if (!guideSearch.strange(own, query)) return [own, []];
    const foreign = await Promise.allSettled(others.trim().split(" ").map(index));
    return [own, foreign.flatMap((one) => one.value ?? [])];
  }

  /** Hits in their order, those of one page together. */
  function grouped(hits) {
    const pages = hits.map(({ file }) => file);
    return [...hits].sort((a, b) => pages.indexOf(a.file) - pages.indexOf(b.file));
  }

  /** Say how it went, once the reader pauses: a listener need not hear it at each letter. */
  let calm;
  function tell(text) {
    clearTimeout(calm);
    calm = setTimeout(() => (status.textContent = text), text ? CALM : 0);
  }

  let latest = 0, shown = Promise.resolve();
  /** Show what answers the query; `shown` resolves when that is done. */
  const update = () => (shown = answer());
  async function answer() {
    const ticket = ++latest, query = input.value.trim();
    remember(query);
    const indexes = await indexesFor(query).catch(() => null);
    if (ticket !== latest) return;
    if (!indexes) {
      return tell(failed);
    }
    const [own, foreign] = indexes;
    const hits = guideSearch.search(own, query, foreign), found = guidePassage.meant(own, query);
    const held = links().find((link) => link === document.activeElement)?.href; // keeps the focus
    const fit = (list, some) => {
      list.replaceChildren(...grouped(some).map((hit, at, all) => show(hit, own, found, hit.file === all[at - 1]?.file)));
      list.hidden = !some.length;
    };
    const sure = hits.filter((hit) => hit.sure), others = hits.filter((hit) => !hit.sure);
    fit(sureHits, sure);
    fit(weakHits, others);
    if (held) (links().find((link) => link.href === held) ?? input).focus();
    part("also").hidden = !sure.length || !others.length;
    part("empty").hidden = !query || sure.length > 0;
    part("common").hidden = !!query || !dialog;
    part("share")?.toggleAttribute("hidden", !query || folder);
    const count = !hits.length ? none.replace("{}", query) : !sure.length ? weak
      : sure.length === 1 ? one : many.replace("{}", sure.length);
    const meant = guidePassage.understood(own, query);
    tell(query && [count, ...meant.map((word) => understood.replace("{}", word))].join(" "));
    box.dataset.shown = query;
  }

  input.addEventListener("input", update);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await update();
    if (matchMedia("(pointer: coarse)").matches) input.blur(); // the keyboard of a telephone hides the hits
    else if (sureHits.querySelector("a")) links()[0].click();
    else links()[0]?.focus(); // a guess is for the reader to choose
  });
  box.addEventListener("keydown", async (event) => {
    if (event.key === "Escape" && dialog) {
      event.preventDefault(); // a search field would only be emptied
      dialog.close();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || ![input, ...links()].includes(event.target)) return;
    event.preventDefault();
    await shown; // fast fingers mean the hits of what they typed, not of its beginning
    const stops = [input, ...links()];
    stops[stops.indexOf(document.activeElement) + step]?.focus();
  });
  box.addEventListener("click", (event) => { if (event.target.closest("a")) dialog?.close(); });
  part("close")?.addEventListener("click", () => dialog.close());

  const keys = part("keys");
  try { keys.checked = localStorage.getItem("search-keys") !== "off"; } catch { /* storage is switched off */ }
  keys.addEventListener("change", () => {
    try {
      if (keys.checked) localStorage.removeItem("search-keys");
      else localStorage.setItem("search-keys", "off");
    } catch { /* storage is switched off: the choice holds for this page only */ }
  });

  if (!input.value) { // else the reader is typing already
    input.value = remembered();
    if (dialog?.open) input.select();
  }
  if (input.value) update();
  else index(locale).catch(() => { /* told when the reader types */ });
};

if (location.protocol === "file:" && !globalThis.fromFolder) startSearch(document.querySelector("main .search-box"));
