/** One message as it stands in the log: who, what, pictures, files, buttons. All of it text, nothing of it markup. */

import { avatar, element, icon } from "./dom.js";
import { fullDay, time } from "./dates.js";
import { linked } from "./links.js";
import { thumbnail } from "./previews.js";
import { wording } from "./wording.js";

/** @typedef {import("./types.js").Message} Message */
/** @typedef {import("./types.js").Pending} Pending */
/** @typedef {{id: string, name: string, role: string}} Sender */

/**
 * @param {Message} message
 * @param {{sender: Sender, mine: boolean, named: boolean}} look named: the sender's name is to be seen
 * @returns {HTMLElement}
 */
export function messageElement(message, look) {
  const bubble = element(
    "div",
    { class: message.text ? "bubble" : "bubble bubble-bare" },
    senderLine(look),
    ...message.files.map(attachment),
    message.text ? element("p", { class: "text" }, ...linked(message.text)) : null,
    element("time", { class: "at", datetime: message.at }, time(message.at)),
  );
  return frame(message.id, look, bubble, message.buttons.length ? options(message) : null);
}

/**
 * @param {Pending} pending
 * @param {{sender: Sender, mine: boolean, named: boolean}} look
 * @returns {HTMLElement}
 */
export function pendingElement(pending, look) {
  const bubble = element(
    "div",
    { class: "bubble" },
    senderLine(look),
    ...pending.files.map((file) => thumbnail(file, 480)),
    pending.text ? element("p", { class: "text" }, ...linked(pending.text)) : null,
    pending.fault ? null : element("span", { class: "at" }, wording("sending")),
  );
  return frame("pending", look, bubble, pending.fault ? failure(pending) : null);
}

/**
 * @param {number | string} id
 * @param {{sender: Sender, mine: boolean, named: boolean}} look
 * @param {HTMLElement} bubble
 * @param {HTMLElement | null} below
 */
function frame(id, { sender, mine, named }, bubble, below) {
  const side = mine ? "mine" : "theirs";
  return element(
    "article",
    { class: `message ${side}${named ? " named" : ""}${id === "pending" ? " pending" : ""}`, "data-testid": `message-${id}`, tabindex: "-1" },
    mine ? null : named ? avatar(sender) : element("span", { class: "avatar avatar-none" }),
    element("div", { class: "body" }, bubble, below),
  );
}

/** @param {{sender: Sender, mine: boolean, named: boolean}} look */
function senderLine({ sender, mine, named }) {
  const seen = named && !mine;
  const role = sender.role && sender.role !== sender.name ? element("span", { class: "sender-role" }, ` · ${sender.role}`) : null;
  return element("p", { class: seen ? "sender" : "unseen" }, sender.name, role);
}

/** @param {import("./types.js").Attachment} file */
function attachment(file) {
  const url = new URL(file.url, location.href);
  if (url.origin !== location.origin) return element("p", { class: "text" }, file.name);
  if (file.type.startsWith("image/")) {
    const picture = element("img", { src: url.href, alt: file.name, decoding: "async" });
    return element("a", { class: "picture", href: url.href, target: "_blank", rel: "noopener" }, picture);
  }
  return element(
    "a",
    { class: "file", href: url.href, download: file.name },
    icon("file"),
    element("span", { class: "file-name" }, file.name),
    element("span", { class: "file-do" }, wording("download")),
  );
}

/** @param {Message} message */
function options(message) {
  const rows = message.buttons.map((row) =>
    element("div", { class: "options-row" }, ...row.map((option) => button(message, option))),
  );
  return element("div", { class: "options", role: "group", "aria-label": wording("answers") }, ...rows);
}

/** @param {Message} message @param {import("./types.js").Option} option */
function button(message, { id, label }) {
  const testid = `button-${message.id}-${id}`;
  return element("button", { type: "button", class: "option", "data-option": id, "data-testid": testid }, label);
}

/** @param {Pending} pending */
function failure(pending) {
  return element(
    "div",
    { class: "failed", role: "alert" },
    element("p", {}, icon("alert"), `${wording("not_sent")} ${pending.fault}`),
    element("button", { type: "button", class: "plain", "data-again": pending.key, "data-testid": "send-again" }, wording("send_again")),
    element("button", { type: "button", class: "plain", "data-drop": pending.key, "data-testid": "send-drop" }, wording("send_drop")),
  );
}

/** @param {string} at */
export function dayElement(at) {
  return element("p", { class: "day", "data-day": at.slice(0, 10) }, element("time", { datetime: at.slice(0, 10) }, fullDay(at)));
}

/** The line above what was not read yet. */
export function newElement() {
  return element("p", { class: "new", id: "new-line" }, element("span", {}, wording("new_line")));
}
