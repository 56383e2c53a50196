/* The search box: it asks search-engine.js and shows the hits, in the dialog and on the results page.
   No import and no export, so that it works as a module and, opened from a folder, as a classic script.
   Its texts and its markup are in partials/search-box.html. */

globalThis.startSearch = (box) => {
  "use strict";
  const PATIENCE = 400; // milliseconds to wait for the second half of the index
  const LENGTH = 140; // a passage goes on until it has this many characters
  if ("ready" in box.dataset) return;
  box.dataset.ready = "";

  const { base, locale, others, one, many, weak, none, failed } = box.dataset;
  const part = (name) => box.querySelector(`.search-${name}`);
  const form = part("form"), status = part("status"), list = part("hits"), item = box.querySelector("template");
  const input = form.elements.q, dialog = box.closest("dialog"), folder = location.protocol === "file:";
  const address = (path) => new URL(path, new URL(base, document.baseURI)).href;

  /** Fetch a script, once. Opened from a folder, the results page has loaded all of them. */
  const load = (path) => (folder ? Promise.resolve() : import(address(path)));
  const indexes = new Map();
  async function fetchIndex(language) {
    const rest = load(`assets/search/${language}-once.js`);
    const scripts = ["assets/js/search-words.js", "assets/js/search-engine.js", `assets/search/${language}.js`];
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

  /** The families that a query stands for, to be marked where they occur. */
  const meant = (index, query) => new Set(guideWords.read(index, query).filter(({ small }) => !small).flatMap(({ word, typing }) => {
    const own = [...guideWords.expand(index, word, typing)];
    return (own.length ? own : guideWords.split(index, word).flatMap((piece) => [...guideWords.expand(index, piece, false)]))
      .filter(([, worth]) => worth >= guideWords.PART).map(([id]) => id);
  }));

  /** A text cut where what was found begins and ends: [[text, is it found]]. */
  const pieces = (index, text, ids) => text.split(/([\p{L}\p{N}]+(?:[.&'’-][\p{L}\p{N}]+)*)/u).map((piece, at) =>
    [piece, at % 2 === 1 && guideWords.tokens(piece).some((word) => ids.has(index.family.get(word)))]);

  /** A text as sentences, each with the families of its words. */
  function sentences(index, text) {
    if (!index.memo.has(text)) index.memo.set(text, text.split(/(?<=[.?!:]) |\n/).map((sentence) =>
      ({ sentence, ids: new Set(guideWords.tokens(sentence).map((word) => index.family.get(word))) })));
    return index.memo.get(text);
  }

  /** The sentences of a text that say most of what was found: the best one and what follows, to some length. */
  function passage(index, text, ids) {
    const all = sentences(index, text), found = all.map((one) => [...ids].filter((id) => one.ids.has(id)).length);
    let at = found.indexOf(Math.max(...found)), shown = all[at].sentence;
    while (shown.length < LENGTH && ++at < all.length) shown += (/[.?!:]$/.test(shown) ? " " : " · ") + all[at].sentence;
    return shown;
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

  function show(hit, own, marked) {
    const shown = item.content.cloneNode(true).firstElementChild, link = shown.querySelector("a");
    link.href = address(folder ? hit.address.replace(/(^|\/)#/, "$1index.html#") : hit.address);
    for (const one of [shown, link]) one.toggleAttribute("data-weak", !hit.sure);
    shown.querySelector(".search-maybe").hidden = hit.sure;
    fill(shown.querySelector(".search-title"), pieces(own, hit.title, marked));
    shown.querySelector(".search-code").textContent = hit.code.toUpperCase();
    shown.querySelector(".search-page").textContent = hit.page;
    const name = `${locale}/${hit.file}`, text = shown.querySelector(".search-passage");
    const tell = () => fill(text, pieces(own, passage(own, guideTexts[name][hit.code], marked), marked));
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

  let latest = 0, shown = Promise.resolve();
  /** Show what answers the query; `shown` resolves when that is done. */
  const update = () => (shown = answer());
  async function answer() {
    const ticket = ++latest, query = input.value.trim();
    remember(query);
    const indexes = await indexesFor(query).catch(() => null);
    if (ticket !== latest) return;
    if (!indexes) {
      status.textContent = failed;
      return;
    }
    const [own, foreign] = indexes;
    const hits = guideSearch.search(own, query, foreign), marked = meant(own, query);
    const held = list.contains(document.activeElement) ? document.activeElement.href : ""; // keeps the focus
    list.replaceChildren(...hits.map((hit) => show(hit, own, marked)));
    list.hidden = !hits.length;
    if (held) ([...list.querySelectorAll("a")].find((link) => link.href === held) ?? input).focus();
    const sure = hits.filter((hit) => hit.sure).length;
    part("empty").hidden = !query || sure > 0;
    part("share")?.toggleAttribute("hidden", !query);
    part("examples")?.toggleAttribute("hidden", !!query);
    status.textContent = !query ? "" : !hits.length ? none.replace("{}", query)
      : !sure ? weak : hits.length === 1 ? one : many.replace("{}", hits.length);
    box.dataset.shown = query;
  }

  input.addEventListener("input", update);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await update();
    if (matchMedia("(pointer: coarse)").matches) input.blur(); // the keyboard of a telephone hides the hits
    else list.querySelector("a")?.click();
  });
  box.addEventListener("keydown", async (event) => {
    if (event.key === "Escape" && dialog) {
      event.preventDefault(); // a search field would only be emptied
      dialog.close();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || ![input, ...list.querySelectorAll("a")].includes(event.target)) return;
    event.preventDefault();
    await shown; // fast fingers mean the hits of what they typed, not of its beginning
    const stops = [input, ...list.querySelectorAll("a")];
    stops[stops.indexOf(document.activeElement) + step]?.focus();
  });
  list.addEventListener("click", (event) => { if (event.target.closest("a")) dialog?.close(); });
  for (const example of box.querySelectorAll(".search-examples button")) example.addEventListener("click", () => {
    input.value = example.textContent;
    input.focus();
    update();
  });
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

if (location.protocol === "file:") startSearch(document.querySelector("main .search-box"));
