// What most tests begin with: the site is served and a Chromium is open. Both are
// there from the first test to the last, however many files take part. What costs
// most in a test is the program's first start in a new browser: in one that has
// run it before, a start takes a fifth of that.
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

// Nothing is left over from the test before, not even from one that has failed.
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

// calm is for what isn't about motion: a screen is there with its first frame.
export const calm = (page) => page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);

// opened opens the game with nothing saved, and hands it to use with its browser.
// Nothing may go wrong meanwhile.
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
