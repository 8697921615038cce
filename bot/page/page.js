/** The chat page: puts its parts together. Each part listens to the store; only the server's answers change it. */

import { readWording } from "./api.js";
import { showChat } from "./chat.js";
import { showClock } from "./clock.js";
import { Composer } from "./composer.js";
import { follow } from "./events.js";
import { makeGroups } from "./groups.js";
import { showHints } from "./hints.js";
import { welcomeNewcomers } from "./newcomer.js";
import { notice, online, withdraw } from "./notices.js";
import { showPeople } from "./people.js";
import { current } from "./route.js";
import { Store } from "./store.js";
import { fillIn, learn } from "./wording.js";

const texts = await readWording();
document.documentElement.lang = texts.language;
learn(texts);
fillIn();

const store = new Store();
const composer = new Composer(store);
showHints();
showPeople(store);
showClock(store);
await follow(store, {
  toast: ({ person, text }) => person === current().person && notice(text, "toast"),
  online,
});
addEventListener("hashchange", () => withdraw("toast")); // it answered who one was
showChat(store, composer);
makeGroups(store);
welcomeNewcomers(composer);
document.body.dataset.ready = "";
