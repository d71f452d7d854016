// A Lesson by a player who knows nothing of the program, by keyboard and
// accessibility tree alone: see reader.mjs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Reader } from "./reader.mjs";
import { answered, compare, report, saved } from "./result.mjs";
import { opened } from "./stage.mjs";

// notByKey records, before any other script runs, all input that isn't from the
// keyboard: from a pointer, or from a script.
const notByKey = (page) => page.evaluateOnNewDocument(() => {
	window.notByKey = [];
	for (const kind of ["pointerdown", "mousedown", "touchstart"]) {
		window.addEventListener(kind, () => window.notByKey.push(kind), { capture: true, passive: true });
	}
	const { click, dispatchEvent } = HTMLElement.prototype;
	HTMLElement.prototype.click = function () {
		window.notByKey.push("click");
		return click.call(this);
	};
	EventTarget.prototype.dispatchEvent = function (event) {
		if (/^(click|key|change|input)/.test(event.type)) {
			window.notByKey.push(`dispatched ${event.type}`);
		}
		return dispatchEvent.call(this, event);
	};
});

// A browser without WebGL gets the plain page.
for (const [view, flags] of [["canvas", []], ["plain", ["--disable-3d-apis"]]]) {
	test(`a Lesson is played from the accessibility tree alone, view ${view}${flags.length > 0 ? ", with WebGL switched off" : ""}`, async () => {
		await opened(async (game) => {
			await game.playing();
			const [shown, drawing] = await game.page.evaluate(() => [
				document.getElementById("mirror").dataset.view,
				["webgl", "webgl2"].some((kind) => document.createElement("canvas").getContext(kind) !== null),
			]);
			assert.deepEqual([shown, drawing], [view, view === "canvas"], "the view is the one that the browser can show");
			const reader = await Reader.open(game);
			await reader.play(/debrief/i);

			const r = report(await saved(game, "the-call.lesson.practice"));
			assert.equal(r.finished, true, "the game is played to its end");
			const score = new RegExp(`\\b${Math.floor(r.score + 0.5)}\\b`);
			assert.match((await reader.here()).name, /./, "reading begins at the debrief's heading");
			assert.match(await reader.text(), score, "the score can be read");
			await compare(game, r);
			const given = answered(await saved(game, "the-call.lesson.practice"));
			assert.ok(given.length > 12, `everything was answered: ${given.length}`);
			assert.equal(reader.heard.length, given.length, `after each answer its outcome was said: ${reader.heard.join(" | ")}`);
			for (const words of reader.heard) {
				assert.match(words, /\d/, `an outcome says what it earned: ${words}`);
			}
			assert.deepEqual(await game.page.evaluate(() => window.notByKey), [], "all of it was done by keyboard");
		}, {
			query: "?seed=5", flags,
			before: notByKey,
		});
	});
}
