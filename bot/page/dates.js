/**
 * Moments as the region reads them. The server sends them with the region's offset, so their own digits are what
 * its clocks show, wherever the browser stands: they are formatted as they are.
 */

/** @param {string} iso @param {Intl.DateTimeFormatOptions} shape */
function format(iso, shape) {
  const digits = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/.exec(iso);
  if (!digits) return "";
  const [year, month, day, hour, minute] = digits.slice(1).map((part) => Number(part ?? 0));
  const shown = new Date(Date.UTC(year, month - 1, day, hour, minute));
  return new Intl.DateTimeFormat(document.documentElement.lang, { ...shape, timeZone: "UTC" }).format(shown);
}

/** @param {string} iso */
export const dayOf = (iso) => iso.slice(0, 10);

/** "08:00" @param {string} iso */
export const time = (iso) => iso.slice(11, 16);

/** "maandag 29 november 2021" @param {string} iso */
export const fullDay = (iso) => format(iso, { weekday: "long", day: "numeric", month: "long", year: "numeric" });

/** "ma 29 nov" @param {string} iso */
export const shortDay = (iso) => format(iso, { weekday: "short", day: "numeric", month: "short" });

/** "maandag 29 november 2021 · 08:00" @param {string} iso */
export const moment = (iso) => `${fullDay(iso)} · ${time(iso)}`;

/** The same in two halves, around the year: a narrow page leaves that out. @param {string} iso @returns {string[]} */
export function momentParts(iso) {
  const year = iso.slice(0, 4);
  const [before, after = ""] = moment(iso).split(` ${year}`);
  return [before, ` ${year}`, after];
}

/** Today's time or another day's date, for a list. @param {string} iso @param {string} now */
export const brief = (iso, now) =>
  dayOf(iso) === dayOf(now) ? time(iso) : format(iso, { day: "numeric", month: "short" });

/** Whole minutes between two moments. @param {string} from @param {string} to */
export const minutesBetween = (from, to) => Math.abs(Date.parse(to) - Date.parse(from)) / 60_000;
