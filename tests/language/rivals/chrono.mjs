// Reads dates with chrono: one JSON object {text, now, language} a line in, its result or null a line out.
// The clock is that of TZ in the environment.
import { createInterface } from "node:readline";
import { en, nl } from "chrono-node";

const readers = { nl, en: en.GB };

const two = (number) => String(number).padStart(2, "0");

function local(date) {
  const day = [String(date.getFullYear()).padStart(4, "0"), two(date.getMonth() + 1), two(date.getDate())];
  return `${day.join("-")}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

const point = (components) => ({
  at: local(components.date()),
  certain: ["year", "month", "day", "weekday", "hour"].filter((part) => components.isCertain(part)),
});

function read({ text, now, language }) {
  const results = readers[language].parse(text, new Date(now), { forwardDate: true });
  const best = results.reduce((a, b) => (b.text.length > a.text.length ? b : a), results[0]);
  return best ? { start: point(best.start), end: best.end ? point(best.end) : null } : null;
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(read(JSON.parse(line))));
}
