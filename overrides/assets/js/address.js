// The address that works where the reader is, the same in all that a page shows and copies. Templates write the
// one that the owner filled in (site_url); on a copy of the site elsewhere, and before it is filled in, that leads
// nowhere or to another text.

const live = new URL("../../", import.meta.url).href; // of the site, as the reader has it

/** This page, without query and fragment. */
export const page = location.href.replace(/(index\.html)?([?#].*)?$/, "");

const canonical = document.querySelector("link[rel=canonical]")?.href ?? "";
const path = page.slice(live.length);
const told = canonical && canonical.endsWith(path) ? canonical.slice(0, canonical.length - path.length) : live;

/** A text with the addresses of this site in it as they work here. */
export const here = (text) => text.replaceAll(told, live);

/** Show the addresses in an element as they work here, and download its files as they are shown. */
export default function (element) {
  if (told === live) return;
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
