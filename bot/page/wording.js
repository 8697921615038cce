/** The page's wording, which the server renders from the message catalogue; none stands in the scripts. */

/** @type {Map<string, string>} */
const known = new Map();

/** @param {Record<string, string>} entries */
export function learn(entries) {
  for (const [key, text] of Object.entries(entries)) known.set(key, text);
}

/**
 * The text of `key`, with `{name}` filled in from `values`.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function wording(key, values = {}) {
  return (known.get(key) ?? "").replace(/\{(\w+)\}/g, (braces, name) => String(values[name] ?? braces));
}

/**
 * The text for `n` things: `key_one` or `key_many`.
 * @param {string} key
 * @param {number} n
 */
export const counted = (key, n) => wording(`${key}_${n === 1 ? "one" : "many"}`, { n });

/** Fill in what the markup asks for: `data-text` as content, `data-label` as name and tooltip. */
export function fillIn() {
  for (const place of document.querySelectorAll("[data-text]")) {
    place.textContent = wording(place.getAttribute("data-text") ?? "");
  }
  for (const place of document.querySelectorAll("[data-label]")) {
    const label = wording(place.getAttribute("data-label") ?? "");
    place.setAttribute("aria-label", label);
    if (place.matches("button, a")) place.setAttribute("title", label);
  }
  document.title = wording("title");
}
