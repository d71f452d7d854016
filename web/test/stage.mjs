// What most tests need: a served site and an open Chromium, from the first test to
// the last, shared by all files of the process. The program's first start in a new
// browser is what costs most; later ones take a fifth of that.
import assert from "node:assert/strict";
import { after, before, beforeEach } from "node:test";
import { autoplayTo } from "./autoplay.mjs";
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

// The saved games of players on their way, by where they are.
const games = new Map();

// savedAt resolves to what the browser keeps of a game that was begun in a length and
// played up to a screen. It is played once, in the plain page, which is quicker.
async function savedAt(screen, length, seed) {
	const key = [screen, length, seed].join();
	if (!games.has(key)) {
		await played(async (game) => {
			await game.invoke(`length.${length}`);
			await game.invoke("begin");
			await autoplayTo(game.page, screen);
			games.set(key, await game.page.evaluate(() => Object.entries(localStorage).filter(([name]) => name.includes(":session."))));
		}, { query: `?length=${length}&seed=${seed}&view=plain` });
		await browser.forget(site.url);
	}
	return games.get(key);
}

// reached opens the game as played does, for a player who has come to a screen.
export async function reached(screen, use, { length = "quick", seed = 7, query = "", before = async () => {}, ...options } = {}) {
	const saved = await savedAt(screen, length, seed);
	await played(async (game) => {
		assert.equal(await game.screen(), screen);
		await use(game);
	}, {
		query: `?length=${length}${query}`,
		before: async (page) => {
			await page.evaluateOnNewDocument((entries) => {
				if (localStorage.length === 0) { // not again after a reload
					entries.forEach(([name, value]) => localStorage.setItem(name, value));
				}
			}, saved);
			await before(page);
		},
		...options,
	});
}

// played opens the game as opened does, and passes it on once it can be played.
export const played = (use, options) => opened(async (game) => {
	await game.playing();
	await use(game);
}, options);
