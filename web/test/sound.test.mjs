// Sounds in the browser: none until they are switched on, and the audio is suspended
// again after a while.
import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, site } from "./stage.mjs";

// listening counts the audio contexts, tones and noises that are made.
const listening = (page) => page.evaluateOnNewDocument(() => {
	window.made = { contexts: [], tones: 0, noises: 0 };
	window.AudioContext = class extends window.AudioContext {
		constructor(...args) {
			super(...args);
			window.made.contexts.push(this);
		}
		// A sound that begins late is left out. As far as the page is told, audio begins at
		// once, however busy the machine is.
		resume() {
			super.resume().catch(() => {});
			return Promise.resolve();
		}
		createOscillator() {
			window.made.tones++;
			return super.createOscillator();
		}
		createBufferSource() {
			window.made.noises++;
			return super.createBufferSource();
		}
	};
});

const made = (game) => game.page.evaluate(() => ({
	contexts: window.made.contexts.length, tones: window.made.tones, noises: window.made.noises,
}));

test("nothing is made to sound until sounds are switched on; the choice is kept", async () => {
	const game = await browser.open(site.url, { before: listening });
	await game.playing();
	await game.press("begin");
	await game.press("verdict.real");
	await game.press("certainty.1");
	await game.press("submit");
	assert.deepEqual(await made(game), { contexts: 0, tones: 0, noises: 0 }, "sounds are off at first");

	const off = await game.named("button", "Sounds");
	assert.equal(await off.evaluate((e) => e.ariaPressed), "false");
	await game.click("sound");
	await game.until(() => window.made.noises > 0);
	assert.equal(await off.evaluate((e) => e.ariaPressed), "true");
	await game.page.keyboard.press("Tab"); // a gesture, for audio that waits for one

	await game.reload();
	await game.playing();
	assert.equal((await made(game)).contexts, 0, "a saved choice alone makes no audio context");
	await game.press("verdict.real"); // of the next question
	await game.press("certainty.1");
	await game.press("submit");
	await game.until(() => window.made.tones === 1 && window.made.noises === 1); // a stamp
	assert.equal((await made(game)).contexts, 1, "one audio context for all sounds");
	await game.press("next");
	await game.until(() => window.made.tones > 8); // the telephone
	await game.until(() => window.made.contexts[0].state === "suspended"); // silence needs no audio thread

	const before = await made(game);
	await game.press("sound");
	await game.press("verdict.real");
	await game.press("certainty.1");
	await game.press("submit");
	assert.deepEqual(await made(game), before, "switched off, nothing sounds");
	game.clean();
	await game.page.close();
});
