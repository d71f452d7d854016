// The whole game through the page: a Lesson from briefing to debrief by mouse,
// with a reload half-way, compared with the report that quiz/cmd/case makes of the
// same answers; and shorter games by keyboard and by touch.
import assert from "node:assert/strict";
import { test } from "node:test";
import { coarse, SIZES } from "./browser.mjs";
import { Player } from "./player.mjs";
import { answered, compare, report, saved } from "./result.mjs";
import { opened } from "./stage.mjs";

test("a Lesson by mouse, with a reload half-way, ends in the report of its answers", async () => {
	await opened(async (game) => {
		await game.playing();
		assert.equal(await game.focused(), "heading", "the focus is on the first screen's heading");
		const player = new Player(game);
		await player.begin("lesson");
		await player.play((screen) => screen === "screen.b4");

		// The page is reloaded before the answer is handed in.
		await player.choose("verdict.denied");
		await player.choose("certainty.2");
		const title = await game.page.title();
		await game.reload();
		await game.playing();
		assert.equal(await game.screen(), "screen.b4", "after a reload the player is where they were");
		assert.equal(await game.page.title(), title);
		const checked = (await game.nodes("input[data-node]")).filter((n) => n.checked).map((n) => n.node);
		assert.deepEqual(checked, ["verdict.denied", "certainty.2"], "what was chosen still is");

		await player.play();
		const log = await saved(game, "the-call.lesson.practice");
		assert.deepEqual(answered(log), player.answers, "the session has the answers as they were given");
		const r = report(log);
		assert.equal(r.finished, true);
		assert.equal(r.seed, 7, "the link's seed was played");
		await compare(game, r);

		await game.reload();
		await game.playing();
		assert.equal(await game.screen(), "screen.debrief", "the debrief is still there after a reload");
		await compare(game, r);
	}, { query: "?seed=7" });
});

test("the Quick length by keyboard alone", async () => {
	await opened(async (game) => {
		await game.playing();
		const player = new Player(game, { hand: "press" });
		await player.begin("quick");
		await player.play();
		const log = await saved(game, "the-call.quick.assessment");
		assert.deepEqual(answered(log), player.answers);
		await compare(game, report(log));
	}, { query: "?length=quick&mode=assessment", size: coarse({ width: 900, height: 640 }) });
});

test("the Quick length by touch on a phone", async () => {
	await opened(async (game) => {
		await game.playing();
		const player = new Player(game, { hand: "tap" });
		await player.begin("quick");
		await player.play();
		const log = await saved(game, "the-call.quick.practice");
		assert.deepEqual(answered(log), player.answers);
		await compare(game, report(log));
	}, { query: "?length=quick", size: coarse(SIZES.phone), motion: true });
});

test("a card is dragged with the mouse, and Escape puts it back", async () => {
	await opened(async (game) => {
		await game.playing();
		const player = new Player(game);
		await player.begin("quick");
		await player.play((screen) => screen === "screen.september-happened");
		const dealt = (await player.cards()).map((card) => card.id);
		const drag = () => game.drag(`card.${dealt[0]}`, `card.${dealt[2]}`);
		await drag();
		await game.key("Escape");
		await game.drop();
		assert.deepEqual((await player.cards()).map((card) => card.id), dealt, "a cancelled drag loses nothing");
		await drag();
		await game.drop();
		const [first, second, third, ...rest] = dealt;
		assert.deepEqual((await player.cards()).map((card) => card.id), [second, third, first, ...rest], "the card is where it was dropped");
	}, { query: "?length=quick" });
});
