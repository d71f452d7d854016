// What most tests need: a served site and an open Chromium, from the first test to
// the last, shared by all files of the process. The program's first start in a new
// browser is what costs most; later ones take a fifth of that.
import { after, before, beforeEach } from "node:test";
import { Browser } from "./browser.mjs";
import { serveSite } from "./site.mjs";

export let site;
export let browser;

const others = new Map(); // browsers with flags of their own

before(async () => {
	site = await serveSite();
	browser = await Browser.launch();
});

// Nothing is left over from the test before, even if it failed.
beforeEach(async () => {
	for (const each of [browser, ...others.values()]) {
		await each?.forget(site.url);
	}
});

after(async () => {
	for (const each of [browser, ...others.values()]) {
		await each?.close();
	}
	await site?.stop();
});

// opened opens the game, passes it to use with its browser, and asserts that nothing
// went wrong.
export async function opened(use, { query = "", flags = [], url = site.url, ...options } = {}) {
	let where = browser;
	if (flags.length > 0) {
		const key = flags.join(" ");
		if (!others.has(key)) {
			others.set(key, await Browser.launch({ flags }));
		}
		where = others.get(key);
	}
	const game = await where.open(`${url}${query}`, options);
	await use(game, where);
	game.clean();
	await game.close();
}

// played opens the game as opened does, and passes it on once it can be played.
export const played = (use, options) => opened(async (game) => {
	await game.playing();
	await use(game);
}, options);
