// A Lesson by somebody who knows nothing of the program, by keyboard alone and
// from the accessibility tree alone: see reader.mjs.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Browser } from "./browser.mjs";
import { Reader } from "./reader.mjs";
import { answered, compare, report, saved } from "./result.mjs";
import { serveSite } from "./site.mjs";

let site;

before(async () => {
	site = await serveSite();
});

after(() => site?.stop());

for (const view of ["canvas", "plain"]) {
	test(`a Lesson is played from the accessibility tree alone, view ${view}`, async () => {
		const browser = await Browser.launch();
		try {
			// A small window, since what is painted isn't looked at.
			const game = await browser.open(`${site.url}?seed=5&view=${view}`, { size: { width: 900, height: 560 } });
			await game.playing();
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
			game.clean();
		} finally {
			await browser.close();
		}
	});
}
