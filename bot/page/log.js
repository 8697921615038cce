/** The list of messages of one chat: filling it, changing one in place, and staying where the reader was. */

import { dayOf, minutesBetween } from "./dates.js";
import { keepingFocus } from "./dom.js";
import { dayElement, messageElement, newElement, pendingElement } from "./message.js";
import { wording } from "./wording.js";

/** @typedef {import("./types.js").Message} Message */
/** @typedef {{person: import("./types.js").Person, chat: import("./types.js").Chat}} Place */

const NEAR = 80; // px from the end that still count as being there
const EDGE = 12; // px above what is read from its beginning
const TOGETHER = 10; // minutes within which a sender is named once

export class Log {
  /**
   * @param {import("./store.js").Store} store
   * @param {HTMLElement} list
   * @param {HTMLElement} scroll
   * @param {HTMLElement} down the button that leads to the end
   */
  constructor(store, list, scroll, down) {
    this.store = store;
    this.list = list;
    this.scroll = scroll;
    this.down = down;
    /** @type {Place | null} */
    this.place = null;
    this.newFrom = 0;
    this.follows = true;
    /** The size of the log and of what is seen of it, when it was last looked at. */
    this.size = "";
    /** What came last, as long as nothing else happened: it is read from its beginning. */
    this.arrived = 0;
    scroll.addEventListener("scroll", () => this.look());
    down.addEventListener("click", () => this.toEnd(true));
    // A picture takes its room only once it is loaded, and a phone's keyboard takes room from the log.
    const resized = new ResizeObserver(() => this.follows && this.keepUp());
    resized.observe(scroll);
    resized.observe(list);
  }

  /** Show a chat from its first unread message, or from its end. @param {Place} place */
  fill(place) {
    this.place = place;
    this.arrived = 0;
    const unread = this.store.unread(place.chat);
    const read = this.store.read[place.chat.id] ?? 0;
    this.newFrom = unread ? read : Infinity;
    this.rebuild();
    const line = document.getElementById("new-line");
    this.follows = line === null;
    if (line) this.scroll.scrollTop = line.offsetTop - EDGE;
    else this.toEnd();
    this.look();
  }

  /** Show the same chat anew after a reconnection. */
  refill() {
    this.rebuild();
    if (this.follows) this.toEnd();
  }

  rebuild() {
    // A log that is filled with what is old must not be read out.
    this.list.setAttribute("aria-live", "off");
    this.list.replaceChildren();
    this.messages().forEach((message, at, all) => this.append(message, all[at - 1]));
    this.showPending();
    setTimeout(() => this.list.setAttribute("aria-live", "polite"), 200);
  }

  messages() {
    return this.place ? this.store.messagesOf(this.place.chat.id) : [];
  }

  /** @param {Message} message @param {Message | undefined} last the one before it */
  append(message, last) {
    const before = this.list.querySelector(".pending");
    if (!last || dayOf(last.at) !== dayOf(message.at)) this.list.insertBefore(dayElement(message.at), before);
    const isNew = message.id > this.newFrom && message.sender !== this.place?.person.id;
    if (isNew && !document.getElementById("new-line")) this.list.insertBefore(newElement(), before);
    this.list.insertBefore(this.made(message, last), before);
  }

  /** @param {Message} message */
  before(message) {
    return this.messages().filter(({ id }) => id < message.id).at(-1);
  }

  /** @param {Message} message @param {Message | undefined} last */
  made(message, last) {
    const together = last?.sender === message.sender && minutesBetween(last.at, message.at) < TOGETHER;
    return messageElement(message, this.lookOf(message.sender, !together));
  }

  /** @param {string} sender @param {boolean} named */
  lookOf(sender, named) {
    const known = this.store.people.get(sender) ?? { id: sender, name: wording("someone"), role: "" };
    const bot = { id: "bot", name: wording("bot"), role: "" };
    return { sender: sender === "bot" ? bot : known, mine: sender === this.place?.person.id, named };
  }

  /** @param {Message} message @param {Message | null} old */
  put(message, old) {
    const there = this.element(message.id);
    if (old && there) this.replace(message, there);
    else if (message.id < (this.messages().at(-1)?.id ?? 0)) this.rebuild();
    else this.append(message, this.before(message));
    const mine = message.sender === this.place?.person.id;
    this.arrived = old || mine ? 0 : message.id;
    if (this.follows || mine) this.keepUp();
    this.look();
  }

  /** Show the end; of a message that does not fit and asks nothing the beginning. */
  keepUp() {
    const last = this.element(this.arrived);
    const long = last && !last.querySelector(".options") && last.offsetHeight > this.scroll.clientHeight;
    if (!long) return this.toEnd();
    this.scroll.scrollTo({ top: last.offsetTop - EDGE, behavior: "instant" });
  }

  /** @param {Message} message @param {HTMLElement} there */
  replace(message, there) {
    const made = this.made(message, this.before(message));
    // Not to another button: whoever presses twice would press what they did not mean.
    if (!keepingFocus(this.list, () => there.replaceWith(made))) made.focus({ preventScroll: true });
  }

  /** @param {number} id */
  remove(id) {
    const there = this.element(id);
    const focused = there?.contains(document.activeElement);
    this.rebuild();
    if (focused) this.list.focus({ preventScroll: true });
    if (this.follows) this.toEnd();
  }

  showPending() {
    for (const old of this.list.querySelectorAll(".pending")) old.remove();
    const here = this.store.pending.filter(({ chat }) => chat === this.place?.chat.id);
    this.list.append(...here.map((each) => pendingElement(each, this.lookOf(each.sender, true))));
    if (here.length) this.toEnd();
  }

  /** @param {number} id @returns {HTMLElement | null} */
  element(id) {
    return this.list.querySelector(`[data-testid="message-${id}"]`);
  }

  /** @param {boolean} [gently] */
  toEnd(gently = false) {
    const behavior = gently && !matchMedia("(prefers-reduced-motion: reduce)").matches ? "smooth" : "instant";
    this.scroll.scrollTo({ top: this.scroll.scrollHeight, behavior });
    this.follows = true;
  }

  look() {
    const size = `${this.scroll.scrollHeight} ${this.scroll.clientHeight} ${this.scroll.clientWidth}`;
    const grown = this.size !== size;
    this.size = size;
    // Then it was not the reader who scrolled: a picture was loaded, or the window turned.
    if (this.follows && grown) this.keepUp();
    const left = this.scroll.scrollHeight - this.scroll.scrollTop - this.scroll.clientHeight;
    this.follows = left < NEAR;
    this.down.hidden = this.follows;
  }
}
