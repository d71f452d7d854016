// The whole game through the page: a Lesson from briefing to debrief by mouse,
// with a reload half-way, compared with the report that quiz/cmd/case makes of the
// same answers; and shorter games by keyboard and by touch.
import assert from "node:assert/strict";
import { test } from "node:test";
import { coarse, SIZES } from "./browser.mjs";
import { Player } from "./player.mjs";
import { answered, compare, report, saved } from "./result.mjs";
import { opened, reached } from "./stage.mjs";

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
	await reached("screen.september-happened", async (game) => {
		const player = new Player(game);
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
	});
});

// atTheCord opens a game at the question that is answered by pulling the cord.
const atTheCord = (hand, then, options) => reached("screen.trace-a1", (game) => then(game, new Player(game, { hand })), { length: "lesson", seed: 3, ...options });

// handedIn is the answer that the saved game has to the cord.
const handedIn = async (game) => answered(await saved(game, "the-call.lesson.practice")).find(({ item }) => item === "trace-a1").answer;

test("the cord is pulled with the mouse, from card to card, and Escape lets go of it", async () => {
	await atTheCord("click", async (game, player) => {
		const drag = async (node, onto) => {
			const from = await game.place(node);
			const to = await game.place(onto);
			await game.page.mouse.move(from.x, from.y);
			await game.page.mouse.down();
			await game.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 6 });
			await game.page.mouse.move(to.x, to.y, { steps: 6 });
		};
		await drag("card.a1", "card.post");
		await game.key("Escape");
		await game.drop();
		assert.deepEqual(await player.hung(), ["a1"], "what is let go of is as it was");

		await drag("card.a1", "card.post");
		await game.drop();
		assert.deepEqual(await player.hung(), ["a1", "post"], "the cord leads from the report to the post");
		assert.match(await game.words("#mirror [data-node=ends]"), /1 end/);

		// A card from the table onto the claim: a further voice, with a cord of its own.
		await drag("card.publicist", "claim.text");
		await game.drop();
		assert.match(await game.words("#mirror [data-node=ends]"), /2 end/);
		await drag("card.publicist", "card.post");
		await game.drop();
		assert.match(await game.words("#mirror [data-node=ends]"), /1 end/);

		// What lies can't be hung under what lies.
		await drag("card.honour", "card.letter");
		await game.drop();
		assert.deepEqual((await player.hung()).sort(), ["a1", "post", "publicist"]);

		await player.press("submit");
		assert.deepEqual(await handedIn(game), { a1: "post", publicist: "post" });
		assert.match(await game.page.$eval("[data-node='outcome']", (e) => e.textContent), /100 of 100/);
	}, { size: coarse({ width: 1366, height: 1400 }) }); // so that nothing has to be scrolled into view
});

test("the cord is pulled by touch: by the grip, and by two taps", async () => {
	await atTheCord("tap", async (game, player) => {
		await player.press("card.a1");
		await player.press("card.publicist");
		assert.deepEqual(await player.hung(), ["a1", "publicist"]);

		// A finger that takes hold of the grip drags at once.
		const session = await game.page.createCDPSession();
		const touch = (type, points) => session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
		await game.page.evaluate(() => document.querySelector("[data-node='card.publicist']").focus());
		await game.settled();
		const { grip, to } = await game.page.evaluate(() => {
			const box = (id) => document.querySelector(`[data-node="${id}"]`).getBoundingClientRect();
			const item = box("item.a1");
			const card = box("card.publicist");
			return { grip: { x: item.left + 16, y: box("card.a1").top + box("card.a1").height / 2 }, to: { x: card.left + 40, y: card.top + card.height / 2 } };
		});
		await player.press("card.publicist");
		await player.press("let-go");
		await touch("touchStart", [grip]);
		for (let n = 1; n <= 6; n++) {
			await touch("touchMove", [{ x: grip.x + (to.x - grip.x) * n / 6, y: grip.y + (to.y - grip.y) * n / 6 }]);
			await game.frames(2);
		}
		await touch("touchEnd", []);
		await game.settled();
		assert.deepEqual(await player.hung(), ["a1", "publicist"], "the same cord again");

		await player.press("card.publicist");
		await player.press("card.post");
		await player.press("submit");
		assert.deepEqual(await handedIn(game), { a1: "publicist", publicist: "post" });
		// The wrong cord has sprung back, which is said as well.
		assert.match(await game.page.$eval("[data-node='item.a1']", (e) => e.textContent), /springs back/);
	}, { size: coarse(SIZES.phone), motion: true });
});

for (const view of ["canvas", "plain"]) {
	test(`the cord is pulled by keys, in the ${view} view`, async () => {
		await atTheCord("press", async (game, player) => {
			await player.press("card.a1");
			await game.key("Escape");
			assert.equal(await game.has("let-go"), false, "Escape lets go of the cord");
			await player.press("card.a1");
			await player.press("card.post");
			await player.press("card.publicist");
			await player.press("claim.press");
			await player.press("card.publicist");
			await player.press("card.post");
			assert.equal(await game.focused(), "card.post", "the focus stays where it was pressed");
			await player.press("card.letter");
			await player.press("claim.press");
			await player.press("card.letter");
			await player.press("take-down");
			assert.equal(await game.focused(), "card.letter", "a card that is taken down keeps the focus");
			assert.deepEqual((await player.hung()).sort(), ["a1", "post", "publicist"]);
			await player.press("submit");
			assert.deepEqual(await handedIn(game), { a1: "post", publicist: "post" });
			const told = await game.page.$$eval("[data-node='spread.list'] > li", (items) => items.map((e) => e.textContent));
			assert.ok(told.length >= 3 && /of its own/.test(told[0]) && told.slice(1).every((line) => /has it from/.test(line)), `who has it from whom is told in order: ${told}`);
		}, { query: `&view=${view}` });
	});
}
