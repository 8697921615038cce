/** Building blocks of the page: elements made from data, never from markup. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * The element that the page's own markup gives this id.
 * @template {HTMLElement} T
 * @param {string} id
 * @returns {T}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return /** @type {T} */ (found);
}

/**
 * Make an element; `attributes` with null or false are left out, children that are null too.
 * @param {string} tag
 * @param {Record<string, string | number | boolean | null>} [attributes]
 * @param {...(Node | string | null)} children
 * @returns {HTMLElement}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/**
 * One of the page's own line drawings, hidden from screen readers.
 * @param {string} name
 * @returns {SVGElement}
 */
export function icon(name) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#icon-${name}`);
  drawing.append(use);
  return drawing;
}

/**
 * A disc with a person's initials, in a colour that stays theirs.
 * @param {{id: string, name: string}} person
 * @returns {HTMLElement}
 */
export function avatar(person) {
  if (person.id === "bot") return element("span", { class: "avatar avatar-bot", "aria-hidden": "true" }, icon("brand"));
  const words = person.name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  const initials = ends.map((word) => [...word][0].toLocaleUpperCase()).join("");
  const hue = [...person.id].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 8, 7);
  return element("span", { class: `avatar hue-${hue}`, "aria-hidden": "true" }, initials || "?");
}

/**
 * Change what stands in `root` and give the focus back to the element with the same test id.
 * @param {HTMLElement} root
 * @param {() => void} change
 * @returns {boolean} false when the focus was inside and its element is gone
 */
export function keepingFocus(root, change) {
  const focused = document.activeElement;
  const id = focused && root.contains(focused) ? focused.getAttribute("data-testid") : null;
  change();
  if (id === null || document.activeElement === focused) return true;
  const again = root.querySelector(`[data-testid="${CSS.escape(id)}"]`);
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
  return again !== null;
}

/**
 * Run `task` soon, however often it is asked for in the meantime.
 * @param {() => void} task
 * @returns {() => void}
 */
export function gathered(task) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      task();
    }, 20);
  };
}
