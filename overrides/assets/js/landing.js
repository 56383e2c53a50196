// An old page address leads on. With a section in the address, to that section, wherever it is now.
const next = document.querySelector("main a");
const [code] = /^#[a-z]\d+$/.exec(location.hash) ?? [];
location.replace(code ? `${next.dataset.home}${code.slice(1)}/` : next.href + location.hash);
