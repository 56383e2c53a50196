// An old page address leads on. With a section in the address, to that section, wherever it is now.
const next = document.querySelector("main a");
const [code] = /^#[a-z]\d+$/.exec(location.hash) ?? [];
const file = location.protocol === "file:" ? "index.html" : ""; // from a folder no server adds it
location.replace(code ? `${next.dataset.home}${code.slice(1)}/${file}` : next.href + location.hash);
