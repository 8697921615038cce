/** Keeping up with the server: its stream of events, and reading everything anew whenever the stream (re)opens. */

import { readMessages, readState } from "./api.js";

/**
 * @param {import("./store.js").Store} store
 * @param {{toast: (toast: {chat: string, person: string, text: string}) => void,
 *          online: (there: boolean) => void}} show
 * @returns {Promise<void>} resolved once everything was read for the first time
 */
export function follow(store, show) {
  const stream = new EventSource("api/events");
  const inTurn = oneAfterAnother();
  let first = true;

  /** @type {Record<string, (data: any) => void | Promise<void>>} */
  const takes = {
    message: (message) => store.put(message),
    gone: (gone) => store.remove(gone),
    clock: (clock) => store.setClock(clock),
    toast: (toast) => show.toast(toast),
    state: () => readPeople(store),
  };
  for (const [type, take] of Object.entries(takes)) {
    // Events wait for a reading that is under way, so that an older answer never replaces a newer message.
    stream.addEventListener(type, (event) => inTurn(async () => take(JSON.parse(event.data || "{}"))));
  }
  stream.addEventListener("error", () => show.online(false));

  return new Promise((ready) => {
    stream.addEventListener("open", () =>
      inTurn(async () => {
        await readAll(store, first);
        first = false;
        show.online(true);
        ready();
      }),
    );
  });
}

/** @param {import("./store.js").Store} store @param {boolean} first */
async function readAll(store, first) {
  store.setState(await readState());
  await readChats(store, [...store.chats.keys()], first);
}

/** @param {import("./store.js").Store} store */
async function readPeople(store) {
  const known = store.chats;
  store.setState(await readState());
  await readChats(store, [...store.chats.keys()].filter((chat) => !known.has(chat)), false);
}

/** @param {import("./store.js").Store} store @param {string[]} chats @param {boolean} first */
async function readChats(store, chats, first) {
  await Promise.all(chats.map(async (chat) => store.setMessages(chat, await readMessages(chat), first)));
}

/** A queue of tasks; one that fails does not hold up the next. */
function oneAfterAnother() {
  let last = Promise.resolve();
  return (/** @type {() => Promise<void>} */ task) => {
    last = last.then(task).catch((fault) => console.warn(fault));
  };
}
