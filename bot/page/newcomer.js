/** Joining as somebody new: with an invitation code from the address (`/?start=CODE`), or to type one in the chat. */

import { addPerson } from "./api.js";
import { byId } from "./dom.js";
import { open } from "./route.js";
import { nameSheet } from "./sheet.js";
import { wording } from "./wording.js";

/** @param {import("./composer.js").Composer} composer */
export function welcomeNewcomers(composer) {
  let code = new URLSearchParams(location.search).get("start") ?? "";

  const show = nameSheet("newcomer", async (name) => {
    const { id, chat } = await addPerson(name);
    const start = code ? `/start ${code}` : "";
    code = "";
    history.replaceState(null, "", location.pathname + location.hash);
    open({ person: id, chat });
    if (start) composer.sendAs(chat, id, start);
  });

  const welcome = () => {
    byId("newcomer-about").textContent = code ? wording("newcomer_code", { code }) : wording("newcomer_no_code");
    show();
  };
  byId("newcomer").addEventListener("click", welcome);
  if (code) welcome();
}
