// What a page in a folder runs: a browser loads no modules from there, so they are all here, each a function that
// fills its exports (hooks/offline/scripts.py). The page names the one to begin with: data-start="site".
(() => {
  "use strict";
  const script = document.currentScript, address = script.src, modules = {}, made = {}, fetched = {};

  function use(name) {
    if (!made[name]) modules[name](made[name] = {});
    return made[name];
  }
  const later = async (path) => use(path.slice("./".length, -".js".length));

  /** Load a classic script, once. */
  globalThis.fromFolder = (src) => (fetched[src] ??= new Promise((onload, onerror) => {
    document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror }));
  }));

  /* modules */

  use(script.dataset.start);
})();
