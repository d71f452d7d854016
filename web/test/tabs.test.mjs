// One game in two tabs: neither overwrites what was done in the other.
import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, site } from "./stage.mjs";

const QUERY = "?length=quick&mode=practice&seed=4";
const KEY = "hold-the-line:session.the-call.quick.practice";
const kept = (game) => game.page.evaluate((key) => localStorage.getItem(key), KEY);

async function open(query = QUERY) {
	const game = await browser.open(`${site.url}${query}`);
	await game.playing();
	return game;
}

async function verdict(game) {
	await game.press("verdict.denied");
	await game.press("certainty.2");
	await game.press("submit");
}

for (const view of ["canvas", "plain"]) {
	test(`the other tab is told at once, and the player chooses, in the ${view} view`, async () => {
		const one = await open(`${QUERY}&view=${view}`);
		await one.press("begin");
		const two = await open(`${QUERY}&view=${view}`);
		await verdict(two);
		await one.page.bringToFront();
		await one.waitFor("elsewhere.there");
		// It comes with the first thing written; the last may still be on its way.
		await one.until((key, log) => localStorage.getItem(key) === log, KEY, await kept(two));
		await one.settled();
		assert.equal(await one.focused(), "dialog", "what happened is read out");

		await one.press("elsewhere.there");
		assert.match(await one.words('#mirror [data-node="claim.label"]'), /2 of 2/i, "the other tab has answered the first question");
		assert.equal(await kept(one), await kept(two));

		// Now it is the other tab that is behind.
		await one.press("verdict.real");
		await two.page.bringToFront();
		await two.waitFor("elsewhere.here");
		await two.press("elsewhere.here");
		await two.press("retry");
		const mine = await kept(two);
		assert.match(mine, /retried/, "what is played on is kept");
		const aside = await two.page.evaluate((key) => localStorage.getItem(`${key}.broken-1`), KEY);
		assert.match(aside, /"real"/, "the other is put aside");
		one.clean();
		two.clean();
		await two.page.evaluate(() => localStorage.clear());
		await one.page.close();
		await two.page.close();
	});
}
