// While nothing changes the program runs no frame, and the debug switch reports
// what it does.
import assert from "node:assert/strict";
import { test } from "node:test";
import { probe } from "./probe.mjs";
import { browser, site } from "./stage.mjs";

const WHILE = 1500; // ms

const frames = (game) => game.page.evaluate(() => window.bench.frames);

// pause waits for some time and for frames of the browser's, in which the program
// could have run its own: on a busy machine time alone proves little.
const pause = (game) => Promise.all([game.frames(60), new Promise((resolve) => { setTimeout(resolve, WHILE); })]);

test("no frame runs while nothing happens, and one does once something does", async () => {
	const game = await browser.open(site.url, { motion: true, before: probe });
	await game.playing();
	await game.page.bringToFront(); // the tab before it may only now be closing, and hand on the focus
	await game.until(() => window.toolkitHost.stats.wakes.program > 0); // it knows whether the server has classes
	await pause(game); // the first screen's motion is over
	const before = await frames(game);
	await pause(game);
	assert.equal(await frames(game), before, "it rests");
	await game.click("length.quick");
	assert.ok(await frames(game) > before, "it wakes");
	assert.equal(await game.page.evaluate(() => typeof window.toolkitHost.debug), "undefined", "without the switch nothing is reported");
	assert.equal(await game.page.evaluate(() => window.bench.gamepads), 0, "gamepads aren't asked for: the browser would poll them for ever");
	game.clean();
	await game.page.close();
});

test("with the debug switch the program reports how often and why it draws", async () => {
	const game = await browser.open(`${site.url}?debug=1`, { before: probe });
	await game.playing();
	await game.until(() => window.toolkitHost.stats.wakes.program > 0); // it knows whether the server has classes
	const numbers = () => game.page.evaluate(() => window.toolkitHost.debug());
	const before = await numbers();
	assert.ok(before.draws > 0 && before.memory > 1e6 && before.p95 >= before.p50, JSON.stringify(before));
	await game.click("length.quick");
	const after = await numbers();
	assert.ok(after.reasons.tree > before.reasons.tree, "a choice makes a new tree");
	await pause(game);
	const calm = await numbers();
	await pause(game);
	const { frames: f, updates: u, draws: d } = await numbers();
	assert.deepEqual({ f, u, d }, { f: calm.frames, u: calm.updates, d: calm.draws }, "asking wakes nothing");
	game.clean();
	await game.page.close();
});

test("the debug numbers are shown only when asked for", async () => {
	const pictures = {};
	for (const debug of ["0", "told", "1"]) {
		const game = await browser.open(`${site.url}?seed=7&debug=${debug}`);
		await game.playing();
		await pause(game);
		pictures[debug] = await game.page.screenshot({ encoding: "base64" });
		assert.equal(await game.page.evaluate(() => typeof window.toolkitHost.debug), debug === "0" ? "undefined" : "function", debug);
		game.clean();
		await game.page.close();
	}
	assert.equal(pictures.told, pictures["0"]);
	assert.notEqual(pictures["1"], pictures["0"]);
});
