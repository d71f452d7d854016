// A test is taken before and after the game: through its two forms, by keyboard,
// mouse and touch, in both views.
import assert from "node:assert/strict";
import { test } from "node:test";
import { coarse, SIZES } from "./browser.mjs";
import { Player, story } from "./player.mjs";
import { answered, report, saved } from "./result.mjs";
import { opened } from "./stage.mjs";

const A = story("flyers-or-liars");
const B = story("who-reached-the-pole");

// takes takes a test to its end and asserts that nothing is explained on the way.
async function takes(game, hand, form) {
	const player = new Player(game, {
		hand, story: form,
		onScreen: async (name) => {
			for (const node of ["outcome", "compare", "lesson", "retry"]) {
				assert.equal(await game.has(node), false, `${name} explains nothing`);
			}
		},
	});
	await player.press("begin");
	for (let n = 0; await game.screen() !== "screen.debrief"; n++) {
		assert.ok(n < 20, "the test has an end");
		await player.answerTest();
	}
	assert.equal(await game.words("#mirror [data-node=heading]"), "Handed in");
	return player;
}

for (const [hand, form, query, size] of [
	["click", A, "?form=a&when=before&seed=3", SIZES.window],
	["press", B, "?form=b&when=after&seed=4&view=plain", SIZES.laptop],
	["tap", B, "?form=b&seed=5", SIZES.phone],
]) {
	test(`form ${form.form} of the test, ${query}: ${hand}`, async () => {
		await opened(async (game) => {
			await game.playing();
			assert.equal(await game.words("#mirror [data-node=heading]"), form.title);
			const player = await takes(game, hand, form);
			const when = new URLSearchParams(query).get("when");
			const log = await saved(game, `${form.id}.lesson.test${when ? `-${when}` : ""}`);
			assert.deepEqual(answered(log), player.answers);
			const r = report(log, form.id);
			assert.equal(r.finished, true);
			assert.equal(r.mode, "test");
			assert.equal(r.when ?? null, when);
			await game.reload();
			await game.playing();
			assert.equal(await game.words("#mirror [data-node=heading]"), "Handed in", "it stays handed in");
			assert.equal(await game.has("review"), false);
		}, { query, size: coarse(size) });
	});
}

test("half of a class begins with the other form, and the reasons come at the end if the link asks", async () => {
	await opened(async (game) => {
		await game.playing();
		assert.equal(await game.words("#mirror [data-node=heading]"), A.title);
		await game.click("begin");
		await game.click("halves.even");
		await game.until((title) => document.querySelector("#mirror [data-node=heading]")?.textContent === title, B.title);
		await game.settled();
		assert.ok((await game.page.evaluate(() => location.search)).includes("form=b"));
		const player = new Player(game, { hand: "invoke", story: B });
		await player.press("begin");
		while (await game.screen() !== "screen.debrief") {
			await player.answerTest();
		}
		await game.click("review");
		assert.equal(await game.screen(), "screen.review");
	}, { query: "?form=ab&when=before&reasons=1&seed=6" });
});
