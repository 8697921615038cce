/** Pictures that are not on the server yet, drawn on a canvas: the page's policy allows no blob addresses. */

import { element, icon } from "./dom.js";

/**
 * The file's picture, at most `width` pixels wide, or its name when it is none.
 * @param {File} file
 * @param {number} width
 * @returns {HTMLElement}
 */
export function thumbnail(file, width) {
  const name = element("span", { class: "file-name" }, file.name);
  const place = element("span", { class: "file" }, icon("file"), name);
  if (file.type.startsWith("image/")) {
    draw(file, width).then(
      (picture) => place.replaceWith(picture),
      () => {}, // A picture that this browser cannot draw keeps its name; the server decides whether it is one.
    );
  }
  return place;
}

/** @param {File} file @param {number} width */
async function draw(file, width) {
  const picture = await createImageBitmap(file);
  const canvas = document.createElement("canvas");
  const scale = Math.min(1, width / picture.width);
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", file.name);
  picture.close();
  return canvas;
}
