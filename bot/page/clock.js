/** The clock bar: where the demo's clock stands, and turning it. */

import { turnClock } from "./api.js";
import { moment, momentParts, shortDay, time } from "./dates.js";
import { byId, element } from "./dom.js";
import { notice } from "./notices.js";
import { counted, wording } from "./wording.js";

const DELIVERED = 150; // ms in which what the turn delivered also reaches the page

/** @param {import("./store.js").Store} store */
export function showClock(store) {
  const shown = byId("clock-now");
  const next = byId("clock-next");
  const buttons = [...document.querySelectorAll("[data-advance], #clock-next, [data-testid=clock-date-go]")];
  const field = /** @type {HTMLInputElement} */ (byId("clock-moment"));
  let turning = false;

  const show = () => {
    const [day, year, hour] = momentParts(store.now);
    shown.replaceChildren(day, element("span", { class: "year" }, year), hour);
    document.body.toggleAttribute("data-real-clock", !store.turns);
    shown.setAttribute("title", moment(store.now));
    shown.setAttribute("datetime", store.now);
    const label = wording(store.next ? "clock_next_label" : "clock_next_none");
    next.setAttribute("aria-label", label);
    next.setAttribute("title", label);
    next.setAttribute("aria-disabled", String(turning || !store.next));
    field.min = store.now.slice(0, 16);
  };

  /** @param {boolean} busy */
  const setBusy = (busy) => {
    turning = busy;
    document.body.toggleAttribute("data-turning", busy);
    for (const button of buttons) button.setAttribute("aria-disabled", String(busy));
    show();
  };

  /** @param {{to: string} | {advance: string}} wish */
  const turn = async (wish) => {
    if (turning) return;
    const before = store.arrived;
    setBusy(true);
    const turned = working();
    try {
      const { now } = await turnClock(wish);
      await new Promise((done) => setTimeout(done, DELIVERED));
      store.setClock({ now, next: store.next });
      notice(`${wording("clock_is", { now: `${shortDay(now)} ${time(now)}` })} ${arrivals(store.arrived - before, "to" in wish && wish.to === "next")}`);
    } catch (fault) {
      notice(/** @type {Error} */ (fault).message);
    } finally {
      turned();
      setBusy(false);
    }
  };

  for (const button of document.querySelectorAll("[data-advance]")) {
    button.addEventListener("click", () => turn({ advance: button.getAttribute("data-advance") ?? "" }));
  }
  next.addEventListener("click", () => store.next && turn({ to: "next" }));
  byId("clock-dates").addEventListener("beforetoggle", (event) => {
    if (/** @type {ToggleEvent} */ (event).newState === "open") field.value = store.now.slice(0, 16);
  });
  byId("clock-dates").addEventListener("submit", (event) => {
    event.preventDefault();
    byId("clock-dates").hidePopover();
    turn({ to: field.value });
  });
  store.addEventListener("clock", show);
}

/** Say that the clock is turning once that takes a while; what is returned ends it. */
function working() {
  /** @type {HTMLElement | null} */
  let note = null;
  const slow = setTimeout(() => (note = notice(wording("clock_turning"))), 700);
  return () => {
    clearTimeout(slow);
    note?.remove();
  };
}

/** @param {number} n @param {boolean} sought whether the turn was to go on until something came */
const arrivals = (n, sought) =>
  n > 0 ? counted("arrived", n) : wording(sought ? "arrived_never" : "arrived_none");
