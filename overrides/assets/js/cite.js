// The page with a section's citation data: addresses that work here, and a copy button beside each text.
import address from "./address.js";
import copy from "./copy.js";

const block = document.querySelector(".citation");
address(block);
copy(block);
