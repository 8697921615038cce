/** Who the reader is and what is open, kept in the address: the browser's back button works, a reload stays put. */

/** @typedef {import("./types.js").Route} Route */

/** @param {Partial<Route>} route */
export function address({ person = "", chat = "" }) {
  const parts = [person, chat].filter(Boolean).map(encodeURIComponent);
  return `#/${parts.join("/")}`;
}

/** @returns {Route} */
export function current() {
  const [person = "", chat = ""] = location.hash.replace(/^#\//, "").split("/").map(decoded);
  return { person, chat };
}

/** @param {string} part */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}

/** @param {Partial<Route>} route */
export function open(route) {
  location.hash = address(route);
}

/** Is there room for one column only? Then a chat is seen only when it was chosen. */
export const narrow = matchMedia("(max-width: 46rem)");

/**
 * The chat that is on the screen: the one in the address, or with two columns the person's own.
 * @param {import("./store.js").Store} store
 * @returns {{person: import("./types.js").Person, chat: import("./types.js").Chat} | null}
 */
export function shown(store) {
  const route = current();
  const person = store.people.get(route.person);
  if (!person) return null;
  const chats = store.chatsOf(person.id);
  const chat = chats.find(({ id }) => id === route.chat) ?? (narrow.matches ? undefined : chats[0]);
  return chat ? { person, chat } : null;
}
