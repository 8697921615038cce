/** The list on the left: people with their roles, the chosen one's chats, and where something new arrived. */

import { avatar, byId, element, gathered, icon, keepingFocus } from "./dom.js";
import { brief } from "./dates.js";
import { address, current, open, shown } from "./route.js";
import { counted, wording } from "./wording.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./types.js").Person} Person */
/** @typedef {import("./types.js").Chat} Chat */

/** @param {Store} store */
export function showPeople(store) {
  const list = byId("people");
  const next = byId("unread-next");
  let chosen = "";
  const show = gathered(() => {
    keepingFocus(list, () => list.replaceChildren(...[...store.people.values()].map((person) => row(store, person))));
    const chats = [...store.chats.values()].filter((chat) => store.unread(chat) > 0);
    next.hidden = chats.length === 0;
    next.textContent = counted("unread_chats", chats.length);
    showChosen();
  });
  const showChosen = () => {
    const { person } = current();
    if (person !== chosen) list.querySelector(".chosen")?.scrollIntoView({ block: "nearest" });
    chosen = person;
  };
  for (const type of ["people", "clock"]) store.addEventListener(type, show);
  addEventListener("hashchange", show);
  next.addEventListener("click", () => toNextUnread(store));
}

/** @param {Store} store @param {Person} person */
function row(store, person) {
  const chosen = current().person === person.id;
  const chats = store.chatsOf(person.id);
  const choose = element(
    "a",
    {
      href: address({ person: person.id }),
      class: "person",
      "data-testid": `person-${person.id}`,
      "aria-current": chosen && "true",
    },
    avatar(person),
    element(
      "span",
      { class: "who" },
      element("span", { class: "name" }, person.name),
      element("span", { class: "role" }, person.role || wording("no_role")),
    ),
    ...(chosen ? [] : marks(store, chats)),
  );
  if (!chosen) return element("li", {}, choose);
  return element("li", { class: "chosen" }, choose, element("ul", { class: "chats" }, ...chats.map((chat) => chatRow(store, person, chat))));
}

/** @param {Store} store @param {Person} person @param {Chat} chat */
function chatRow(store, person, chat) {
  const last = store.lastOf(chat.id);
  const link = element(
    "a",
    {
      href: address({ person: person.id, chat: chat.id }),
      class: "chat-link",
      "data-testid": `chat-${chat.id}`,
      "aria-current": shown(store)?.chat.id === chat.id && "page",
    },
    icon(chat.kind === "channel" ? "channel" : "private"),
    element(
      "span",
      { class: "who" },
      element("span", { class: "name" }, chat.kind === "channel" ? chat.title : wording("with_bot")),
      element("span", { class: "role" }, last ? preview(last) : wording("no_messages")),
    ),
    element(
      "span",
      { class: "marks" },
      element("span", { class: "when" }, last ? brief(last.at, store.now) : ""),
      mark(store.unread(chat), "unread", ""),
    ),
  );
  return element("li", {}, link);
}

/** @param {import("./types.js").Message} message */
function preview(message) {
  return message.text.trim().split("\n")[0] || message.files[0]?.name || "";
}

/** What is new for a person: in their own chat, and beside it in their channels. @param {Store} store @param {Chat[]} chats */
function marks(store, chats) {
  const sum = (/** @type {string} */ kind) =>
    chats.filter((chat) => chat.kind === kind).reduce((total, chat) => total + store.unread(chat), 0);
  return [mark(sum("channel"), "unread_channel", "#"), mark(sum("private"), "unread", "")];
}

/** @param {number} n @param {string} key @param {string} sign */
function mark(n, key, sign) {
  if (n === 0) return null;
  const spoken = element("span", { class: "unseen" }, counted(key, n));
  const kind = sign ? "mark mark-channel" : "mark";
  return element("span", { class: kind }, element("span", { "aria-hidden": "true" }, `${sign}${n > 99 ? "99+" : n}`), spoken);
}

/** Open the next chat with news, as the chosen person if they are in it. @param {Store} store */
function toNextUnread(store) {
  const chat = [...store.chats.values()].find((each) => store.unread(each) > 0);
  if (!chat) return;
  const { person } = current();
  open({ person: chat.members.includes(person) ? person : chat.members[0], chat: chat.id });
}
