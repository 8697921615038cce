/** Writing: a draft for every chat and person, pictures by button, paste or drop, and sending. */

import { say } from "./api.js";
import { byId, element, icon } from "./dom.js";
import { thumbnail } from "./previews.js";
import { wording } from "./wording.js";

/** @typedef {import("./types.js").Pending} Pending */
/** @typedef {import("./log.js").Place} Place */
/** @typedef {{text: string, files: File[]}} Draft */

const DRAFTS = "aanjager.drafts";

export class Composer {
  /** @param {import("./store.js").Store} store */
  constructor(store) {
    this.store = store;
    /** @type {Place | null} */
    this.place = null;
    /** @type {Map<string, Draft>} */
    this.drafts = new Map(JSON.parse(sessionStorage.getItem(DRAFTS) ?? "[]"));
    this.field = /** @type {HTMLTextAreaElement} */ (byId("message"));
    this.picker = /** @type {HTMLInputElement} */ (byId("attach"));
    this.listen();
  }

  listen() {
    byId("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    this.field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.send();
    });
    this.field.addEventListener("input", () => this.keep());
    this.field.addEventListener("paste", (event) => this.attach(event, event.clipboardData));
    this.picker.addEventListener("change", () => {
      this.add([...(this.picker.files ?? [])]);
      this.picker.value = "";
    });
    this.listenToDrops(byId("conversation"));
  }

  /** @param {HTMLElement} target */
  listenToDrops(target) {
    const hover = (/** @type {DragEvent} */ event, /** @type {boolean} */ over) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      target.toggleAttribute("data-over", over);
    };
    target.addEventListener("dragover", (event) => hover(event, true));
    target.addEventListener("dragleave", (event) => {
      if (!target.contains(/** @type {Node | null} */ (event.relatedTarget))) hover(event, false);
    });
    target.addEventListener("drop", (event) => {
      hover(event, false);
      this.attach(event, event.dataTransfer);
    });
  }

  /** @param {Event} event @param {DataTransfer | null} transfer */
  attach(event, transfer) {
    const files = [...(transfer?.files ?? [])];
    if (files.length === 0) return; // plain text is the field's own business
    event.preventDefault();
    this.add(files);
  }

  /** @param {Place} place */
  show(place) {
    const same = this.place?.chat.id === place.chat.id && this.place.person.id === place.person.id;
    this.place = place;
    if (same) return;
    const invitation = wording("message_as", { name: place.person.name });
    this.field.placeholder = invitation;
    this.field.setAttribute("aria-label", invitation);
    this.field.value = this.draft().text;
    this.grow();
    this.showFiles();
  }

  /** @returns {Draft} */
  draft() {
    return this.drafts.get(this.key()) ?? { text: "", files: [] };
  }

  key() {
    return `${this.place?.person.id}/${this.place?.chat.id}`;
  }

  keep(files = this.draft().files) {
    this.drafts.set(this.key(), { text: this.field.value, files });
    const texts = [...this.drafts].filter(([, { text }]) => text).map(([key, { text }]) => [key, { text, files: [] }]);
    sessionStorage.setItem(DRAFTS, JSON.stringify(texts));
    this.grow();
  }

  grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight}px`;
  }

  /** @param {File[]} files */
  add(files) {
    this.keep([...this.draft().files, ...files]);
    this.showFiles();
    this.field.focus();
  }

  showFiles() {
    const { files } = this.draft();
    const list = byId("attached");
    list.hidden = files.length === 0;
    list.replaceChildren(...files.map((file) => this.fileElement(file)));
  }

  /** @param {File} file */
  fileElement(file) {
    const label = wording("attached_remove", { name: file.name });
    const remove = element("button", { type: "button", class: "round", "aria-label": label, title: label }, icon("close"));
    remove.addEventListener("click", () => {
      this.keep(this.draft().files.filter((other) => other !== file));
      this.showFiles();
      this.field.focus();
    });
    return element("li", {}, thumbnail(file, 160), remove);
  }

  send() {
    const text = this.field.value.trim();
    const { files } = this.draft();
    if (!this.place || (!text && files.length === 0)) return;
    const { person, chat } = this.place;
    this.field.value = "";
    this.keep([]);
    this.showFiles();
    this.sendAs(chat.id, person.id, text, files);
  }

  /**
   * @param {string} chat
   * @param {string} sender
   * @param {string} text
   * @param {File[]} files
   */
  sendAs(chat, sender, text, files = []) {
    const key = crypto.randomUUID();
    const pending = { key, chat, sender, text, files, at: this.store.now, id: null, fault: "" };
    this.store.addPending(pending);
    return this.deliver(pending);
  }

  /** Send, or send again, what is shown as being on its way. @param {Pending} pending */
  async deliver(pending) {
    if (pending.fault) this.store.failPending(pending, "");
    try {
      const { id } = await say(pending.chat, pending.sender, pending.text, pending.files);
      this.store.acceptPending(pending, id);
    } catch (fault) {
      this.store.failPending(pending, /** @type {Error} */ (fault).message);
    }
  }
}
