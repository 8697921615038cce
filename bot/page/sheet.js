/** A sheet over the page that asks for one name, and says why when it was refused. */

import { byId } from "./dom.js";

/**
 * The sheet with this id in the page's markup (`ID-sheet`, `ID-form`, `ID-name`, `ID-fault`, `ID-cancel`).
 * @param {string} id
 * @param {(name: string) => Promise<void>} take what to do with the name; the text of its Error stays on the sheet
 * @returns {() => void} opens it
 */
export function nameSheet(id, take) {
  const sheet = /** @type {HTMLDialogElement} */ (byId(`${id}-sheet`));
  const name = /** @type {HTMLInputElement} */ (byId(`${id}-name`));
  const fault = byId(`${id}-fault`);

  /** @param {SubmitEvent} event */
  const submit = async (event) => {
    event.preventDefault();
    if (!name.value.trim()) return name.focus();
    try {
      await take(name.value.trim());
      name.value = "";
      sheet.close();
    } catch (refusal) {
      fault.textContent = /** @type {Error} */ (refusal).message;
      fault.hidden = false;
    }
  };

  byId(`${id}-cancel`).addEventListener("click", () => sheet.close());
  byId(`${id}-form`).addEventListener("submit", submit);
  return () => {
    fault.hidden = true;
    sheet.showModal();
  };
}
