/**
 * The records that the page and the server exchange, and the two that only the page has.
 *
 * @typedef {{id: string, name: string, role: string}} Person
 * @typedef {{id: string, title: string, kind: "private" | "channel", members: string[]}} Chat
 * @typedef {{id: string, label: string}} Option One button under a message.
 * @typedef {{name: string, type: string, url: string}} Attachment For a picture, `name` is its text alternative.
 * @typedef {object} Message
 * @property {number} id
 * @property {string} chat
 * @property {string} sender A person's id, or "bot".
 * @property {string} text Plain text with newlines.
 * @property {Option[][]} buttons Rows of options.
 * @property {Attachment[]} files
 * @property {string} at ISO moment with the region's offset.
 * @typedef {{now: string, next: string | null}} Clock
 * @typedef {Clock & {turns: boolean, language: string, people: Person[], chats: Chat[]}} State
 *
 * @typedef {object} Pending A message on its way, shown until the server's own arrives.
 * @property {string} key
 * @property {string} chat
 * @property {string} sender
 * @property {string} text
 * @property {File[]} files
 * @property {string} at
 * @property {number | null} id What the server named it, once it did.
 * @property {string} fault Why it was not sent; empty while it is under way.
 * @typedef {{person: string, chat: string}} Route Whom the reader acts as, and what is open; "" for none.
 */

export {};
