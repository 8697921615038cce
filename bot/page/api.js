/** The server's interface, as functions; every refusal becomes an Error whose message a person can read. */

import { wording } from "./wording.js";

/** @typedef {import("./types.js").State} State */
/** @typedef {import("./types.js").Message} Message */
/** @typedef {import("./types.js").Clock} Clock */

/**
 * @param {string} path
 * @param {RequestInit} [request]
 * @returns {Promise<any>}
 */
async function ask(path, request) {
  let answer;
  try {
    answer = await fetch(path, request);
  } catch {
    throw new Error(wording("no_connection"));
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(typeof body.error === "string" ? body.error : wording("not_understood"));
  return body;
}

/**
 * @param {string} path
 * @param {object} body
 */
function post(path, body) {
  return ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
}

/** @param {string} chat */
const messagesOf = (chat) => `api/chats/${encodeURIComponent(chat)}/messages`;

/** @returns {Promise<Record<string, string>>} */
export const readWording = () => fetch("api/wording").then((answer) => answer.json());

/** @returns {Promise<State>} */
export const readState = () => ask("api/state");

/** @param {string} chat @returns {Promise<Message[]>} */
export const readMessages = (chat) => ask(messagesOf(chat));

/** @param {string} chat @param {string} person @param {string} button */
export const press = (chat, person, button) => post(messagesOf(chat), { as: person, button });

/** @param {{to: string} | {advance: string}} wish @returns {Promise<Clock>} */
export const turnClock = (wish) => post("api/clock", wish);

/** @param {string} name @returns {Promise<{id: string, chat: string}>} */
export const addPerson = (name) => post("api/people", { name });

/** @param {string} title @returns {Promise<{chat: string}>} */
export const addGroup = (title) => post("api/chats", { title });

/**
 * @param {string} chat
 * @param {string} person
 * @param {string} text
 * @param {File[]} [files]
 * @returns {Promise<{id: number}>}
 */
export function say(chat, person, text, files = []) {
  if (files.length === 0) return post(messagesOf(chat), { as: person, text });
  const form = new FormData();
  form.append("as", person);
  if (text) form.append("text", text);
  for (const file of files) form.append("file", file, file.name);
  return ask(messagesOf(chat), { method: "POST", body: form });
}
