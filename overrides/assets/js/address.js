// The address that works where the reader is, the same in all that a page shows and copies. Templates write the
// one that the owner filled in (site_url); on a copy of the site elsewhere, and before it is filled in, that leads
// nowhere or to another text. Only a copy in a folder has no address that others could use: there it stays.

const folder = location.protocol === "file:";
const live = new URL("../../", import.meta.url).href; // of the site, as the reader has it

const bare = location.href.replace(/(index\.html)?([?#].*)?$/, "");
const canonical = document.querySelector("link[rel=canonical]")?.href ?? "";
const path = bare.slice(live.length);
const told = canonical && canonical.endsWith(path) ? canonical.slice(0, canonical.length - path.length) : live;

/** This page, without query and fragment, as others can use it. */
export const page = folder ? canonical : bare;

/** A text with the addresses of this site in it as they work here. */
export const here = (text) => (folder ? text : text.replaceAll(told, live));

/** Show the addresses in an element as they work here, and download its files as they are shown. */
export default function (element) {
  if (folder || told === live) return;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    if (node.data.includes(told)) node.data = here(node.data);
  }
  for (const link of element.querySelectorAll("pre ~ p a[download]")) {
    const shown = link.closest("p").parentElement.querySelector("pre").textContent;
    link.href = URL.createObjectURL(new Blob([shown]));
  }
}
