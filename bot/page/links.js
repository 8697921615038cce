/** Addresses in plain text become links; everything else stays the text that it was. */

import { element } from "./dom.js";

const ADDRESS = /https?:\/\/[^\s<>"'“”‘’]+/gi;
const TRAILING = /[.,;:!?)\]}]+$/;

/** @param {string} text @returns {(string | Node)[]} */
export function linked(text) {
  /** @type {(string | Node)[]} */
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(ADDRESS)) {
    const address = trimmed(found[0]);
    if (!URL.canParse(address)) continue;
    const link = element("a", { href: address, target: "_blank", rel: "noopener noreferrer nofollow" }, address);
    parts.push(text.slice(end, found.index), link);
    end = found.index + address.length;
  }
  return [...parts, text.slice(end)];
}

/** Without the sentence's own punctuation, but with a bracket that the address itself opened. @param {string} address */
function trimmed(address) {
  const bare = address.replace(TRAILING, "");
  return bare.includes("(") && address[bare.length] === ")" ? `${bare})` : bare;
}
