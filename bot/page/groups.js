/** Making a group chat, in which everybody is: what a programme manager can make a channel of. */

import { addGroup } from "./api.js";
import { byId } from "./dom.js";
import { current, open } from "./route.js";
import { nameSheet } from "./sheet.js";

/** @param {import("./store.js").Store} store */
export function makeGroups(store) {
  const button = byId("group");
  const show = nameSheet("group", async (title) => {
    const { chat } = await addGroup(title);
    whenThere(store, chat, () => open({ person: member(store, chat), chat }));
  });
  const offer = () => {
    button.hidden = store.people.size === 0; // a group of nobody could not be opened
  };
  button.addEventListener("click", show);
  store.addEventListener("people", offer);
  offer();
}

/** The reader, as far as they chose somebody. @param {import("./store.js").Store} store @param {string} chat */
function member(store, chat) {
  const { person } = current();
  const members = store.chats.get(chat)?.members ?? [];
  return members.includes(person) ? person : members[0];
}

/** Do this once the page has heard of a chat. @param {import("./store.js").Store} store @param {string} chat @param {() => void} task */
function whenThere(store, chat, task) {
  const look = () => {
    if (!store.chats.has(chat)) return;
    store.removeEventListener("people", look);
    task();
  };
  store.addEventListener("people", look);
  look();
}
