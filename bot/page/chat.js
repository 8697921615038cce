/** The open chat: its log kept in step with the store, read marks, the place where the reader stands. */

import { press } from "./api.js";
import { avatar, byId, element, gathered, icon } from "./dom.js";
import { Log } from "./log.js";
import { notice } from "./notices.js";
import { address, current, narrow, shown } from "./route.js";
import { counted, wording } from "./wording.js";

/** @typedef {import("./store.js").Store} Store */

/**
 * @param {Store} store
 * @param {import("./composer.js").Composer} composer
 */
export function showChat(store, composer) {
  const log = new Log(store, byId("log"), byId("scroll"), byId("down"));
  let key = "";

  const open = () => {
    const place = shown(store);
    document.body.dataset.view = place && current().chat ? "chat" : "list";
    byId("welcome").hidden = place !== null;
    byId("conversation").hidden = place === null;
    if (!place) return void (key = "");
    head(store, place);
    composer.show(place);
    const now = `${place.person.id}/${place.chat.id}`;
    if (now !== key) log.fill(place);
    key = now;
    store.markRead(place.chat.id);
  };

  /** @param {(detail: any) => void} change */
  const whenOpen = (change) => (/** @type {any} */ event) => {
    const place = shown(store);
    if (!place || place.chat.id !== event.detail.chat || !key) return;
    change(event.detail);
    store.markRead(place.chat.id);
  };

  addEventListener("hashchange", () => {
    open();
    focusChosen();
  });
  narrow.addEventListener("change", open);
  store.addEventListener("people", gathered(open));
  store.addEventListener("chat", whenOpen(() => log.refill()));
  store.addEventListener("message", whenOpen((detail) => log.put(detail.message, detail.old)));
  store.addEventListener("gone", whenOpen((detail) => log.remove(detail.id)));
  store.addEventListener("pending", whenOpen(() => log.showPending()));
  byId("log").addEventListener("click", (event) => clicked(store, composer, event));
  byId("skip").addEventListener("click", () => byId("message").focus());
  open();
}

/** @param {Store} store @param {NonNullable<ReturnType<typeof shown>>} place */
function head(store, { person, chat }) {
  const channel = chat.kind === "channel";
  const bot = { id: "bot", name: wording("bot") };
  byId("chat-title").textContent = channel ? chat.title : wording("bot");
  byId("chat-mark").replaceChildren(channel ? element("span", { class: "avatar avatar-channel" }, icon("channel")) : avatar(bot));
  byId("chat-about").textContent = channel
    ? `${counted("members", chat.members.length)} · ${wording("you_are", { name: person.name })}`
    : wording("you_are", { name: person.name });
  const elsewhere = [...store.chats.values()].filter((other) => other.id !== chat.id && store.unread(other) > 0).length;
  const back = byId("back");
  back.setAttribute("href", address({ person: person.id }));
  back.setAttribute("aria-label", elsewhere ? `${wording("back")}, ${counted("unread_chats", elsewhere)}` : wording("back"));
  back.toggleAttribute("data-news", elsewhere > 0);
}

/** Whoever chose a chat wants to write in it, but a phone's keyboard would cover what is to be read. */
function focusChosen() {
  if (current().chat) byId(narrow.matches ? "chat-title" : "message").focus({ preventScroll: true });
}

/**
 * A press on a message's button, or on what to do with one that was not sent.
 * @param {Store} store
 * @param {import("./composer.js").Composer} composer
 * @param {MouseEvent} event
 */
function clicked(store, composer, event) {
  const target = event.target instanceof Element ? event.target.closest("button") : null;
  const place = shown(store);
  if (!target || !place) return;
  const { option, again, drop } = target.dataset;
  if (option !== undefined) pressed(place, target, option);
  const pending = store.pending.find((each) => each.key === (again ?? drop));
  if (!pending) return;
  if (drop === undefined) composer.deliver(pending);
  else store.dropPending(pending);
  byId("message").focus();
}

/**
 * @param {NonNullable<ReturnType<typeof shown>>} place
 * @param {HTMLButtonElement} button
 * @param {string} option
 */
async function pressed({ person, chat }, button, option) {
  if (button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  try {
    await press(chat.id, person.id, option);
  } catch (fault) {
    notice(/** @type {Error} */ (fault).message);
  } finally {
    button.removeAttribute("aria-busy");
  }
}
