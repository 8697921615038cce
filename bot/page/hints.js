/** What a newcomer can try: shown until it is dismissed, and again when asked for. */

import { byId } from "./dom.js";

const SEEN = "aanjager.hints";

export function showHints() {
  const hints = byId("hints");
  hints.hidden = localStorage.getItem(SEEN) === "seen";
  byId("hints-close").addEventListener("click", () => {
    hints.hidden = true;
    localStorage.setItem(SEEN, "seen");
    byId("help").focus();
  });
  byId("help").addEventListener("click", () => {
    hints.hidden = !hints.hidden;
    if (hints.hidden) return;
    location.hash = location.hash.split("/").slice(0, 2).join("/"); // on a phone the hints stand in the list
    hints.scrollIntoView({ block: "nearest" });
  });
}
