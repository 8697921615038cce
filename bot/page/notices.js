/** Brief notes at the edge of the page: a button's answer, where the clock stands, a lost connection. */

import { byId, element, icon } from "./dom.js";
import { wording } from "./wording.js";

const LEAST = 4000; // ms; each character adds the time it takes to read
const READING = 70;

/**
 * @param {string} text
 * @param {"toast" | "notice"} kind toast: the bot's answer; notice: the page's own
 */
export function notice(text, kind = "notice") {
  withdraw(kind); // the newest one of a kind counts: turned twice, the clock's first place is no longer news
  const note = element("p", { class: `note note-${kind}`, "data-testid": kind }, text);
  byId("notices").append(note);
  setTimeout(() => note.remove(), LEAST + READING * text.length);
  return note;
}

/** Take the notes of a kind away. @param {"toast" | "notice"} kind */
export function withdraw(kind) {
  for (const note of document.querySelectorAll(`.note-${kind}`)) note.remove();
}

/** @param {boolean} there */
export function online(there) {
  const line = byId("offline");
  line.replaceChildren(...(there ? [] : [icon("alert"), wording("offline")]));
}
