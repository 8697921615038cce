/** Joining as somebody new: with an invitation code from the address (`/?start=CODE`), or to type one in the chat. */

import { addPerson } from "./api.js";
import { byId } from "./dom.js";
import { open } from "./route.js";
import { wording } from "./wording.js";

/** @param {import("./composer.js").Composer} composer */
export function welcomeNewcomers(composer) {
  const sheet = /** @type {HTMLDialogElement} */ (byId("newcomer-sheet"));
  const name = /** @type {HTMLInputElement} */ (byId("newcomer-name"));
  const fault = byId("newcomer-fault");
  let code = new URLSearchParams(location.search).get("start") ?? "";

  const show = () => {
    byId("newcomer-about").textContent = code ? wording("newcomer_code", { code }) : wording("newcomer_no_code");
    fault.hidden = true;
    sheet.showModal();
  };

  /** @param {SubmitEvent} event */
  const join = async (event) => {
    event.preventDefault();
    if (!name.value.trim()) return name.focus();
    try {
      const { id, chat } = await addPerson(name.value.trim());
      const start = code ? `/start ${code}` : "";
      code = "";
      name.value = "";
      sheet.close();
      history.replaceState(null, "", location.pathname + location.hash);
      open({ person: id, chat });
      if (start) composer.sendAs(chat, id, start);
    } catch (refusal) {
      fault.textContent = /** @type {Error} */ (refusal).message;
      fault.hidden = false;
    }
  };

  byId("newcomer").addEventListener("click", show);
  byId("newcomer-cancel").addEventListener("click", () => sheet.close());
  byId("newcomer-form").addEventListener("submit", join);
  if (code) show();
}
