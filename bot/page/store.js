/** What the page knows: the server's people, chats and messages, what is on its way, and what was read. */

/** @typedef {import("./types.js").Message} Message */
/** @typedef {import("./types.js").Pending} Pending */
/** @typedef {import("./types.js").Person} Person */
/** @typedef {import("./types.js").Chat} Chat */

const READ = "aanjager.read";

/**
 * Tells its listeners: `people` (the list or its unread marks changed), `clock`, `chat` (all of one chat anew),
 * `message` and `gone` (one message), `pending` (what is on its way). The detail of each names the chat.
 */
export class Store extends EventTarget {
  constructor() {
    super();
    this.now = "";
    /** @type {string | null} */
    this.next = null;
    /** @type {Map<string, Person>} */
    this.people = new Map();
    /** @type {Map<string, Chat>} */
    this.chats = new Map();
    /** @type {Map<string, Map<number, Message>>} */
    this.messages = new Map();
    /** @type {Pending[]} */
    this.pending = [];
    /** @type {Record<string, number>} The last message read in each chat. */
    this.read = JSON.parse(sessionStorage.getItem(READ) ?? "{}");
    this.arrived = 0;
    this.turns = true;
  }

  /** @param {string} type @param {object} [detail] */
  tell(type, detail = {}) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  /** @param {import("./types.js").State} state */
  setState(state) {
    this.people = new Map(state.people.map((person) => [person.id, person]));
    this.chats = new Map(state.chats.map((chat) => [chat.id, chat]));
    this.turns = state.turns;
    this.setClock(state);
    this.tell("people");
  }

  /** @param {import("./types.js").Clock} clock */
  setClock({ now, next }) {
    this.now = now;
    this.next = next;
    this.tell("clock");
  }

  /**
   * Take over a whole chat. At the first look everything that stands in it counts as read.
   * @param {string} chat
   * @param {Message[]} messages
   * @param {boolean} first
   */
  setMessages(chat, messages, first) {
    this.messages.set(chat, new Map(messages.map((message) => [message.id, message])));
    const last = this.lastOf(chat)?.id ?? 0;
    this.setRead(chat, Math.min(this.read[chat] ?? (first ? last : 0), last));
    for (const message of messages) this.settle(message);
    this.tell("chat", { chat });
    this.tell("people");
  }

  /** A message arrived or changed: the same id takes the old one's place. @param {Message} message */
  put(message) {
    const chat = this.messages.get(message.chat) ?? new Map();
    const old = chat.get(message.id) ?? null;
    this.messages.set(message.chat, chat.set(message.id, message));
    if (!old) {
      this.arrived += 1;
      this.settle(message);
    }
    this.tell("message", { chat: message.chat, message, old });
    this.tell("people");
  }

  /** @param {{id: number, chat: string}} gone */
  remove({ id, chat }) {
    this.messages.get(chat)?.delete(id);
    this.tell("gone", { chat, id });
    this.tell("people");
  }

  /** @param {Pending} pending */
  addPending(pending) {
    this.pending.push(pending);
    this.tell("pending", { chat: pending.chat });
  }

  /** @param {Pending} pending @param {number} id */
  acceptPending(pending, id) {
    pending.id = id;
    if (this.messages.get(pending.chat)?.has(id)) this.dropPending(pending);
  }

  /** @param {Pending} pending @param {string} fault */
  failPending(pending, fault) {
    pending.fault = fault;
    this.tell("pending", { chat: pending.chat });
  }

  /** @param {Pending} pending */
  dropPending(pending) {
    this.pending = this.pending.filter((other) => other !== pending);
    this.tell("pending", { chat: pending.chat });
  }

  /** What arrived from the server is no longer on its way. @param {Message} message */
  settle(message) {
    const same = this.pending.find(
      (pending) =>
        pending.chat === message.chat &&
        !pending.fault &&
        (pending.id === message.id || (pending.id === null && isLike(pending, message))),
    );
    if (same) this.dropPending(same);
  }

  /** @param {string} chat @returns {Message[]} oldest first */
  messagesOf(chat) {
    return [...(this.messages.get(chat)?.values() ?? [])].sort((one, other) => one.id - other.id);
  }

  /** @param {string} chat @returns {Message | null} */
  lastOf(chat) {
    return this.messagesOf(chat).at(-1) ?? null;
  }

  /** @param {Chat} chat @returns {number} messages that were not read; in private only the bot's count */
  unread(chat) {
    const read = this.read[chat.id] ?? 0;
    const counts = (/** @type {Message} */ { id, sender }) => id > read && (chat.kind === "channel" || sender === "bot");
    return [...(this.messages.get(chat.id)?.values() ?? [])].filter(counts).length;
  }

  /** @param {string} chat */
  markRead(chat) {
    const last = this.lastOf(chat)?.id ?? 0;
    if ((this.read[chat] ?? 0) >= last) return;
    this.setRead(chat, last);
    this.tell("people");
  }

  /** @param {string} chat @param {number} id */
  setRead(chat, id) {
    this.read[chat] = id;
    sessionStorage.setItem(READ, JSON.stringify(this.read));
  }

  /** A person's chats, the private one first. @param {string} person @returns {Chat[]} */
  chatsOf(person) {
    const theirs = [...this.chats.values()].filter((chat) => chat.members.includes(person));
    return theirs.sort((one, other) => Number(other.kind === "private") - Number(one.kind === "private"));
  }
}

/** @param {Pending} pending @param {Message} message */
function isLike(pending, message) {
  return pending.sender === message.sender && pending.text === message.text && pending.files.length === message.files.length;
}
