// The whole game through the page: a Lesson from briefing to debrief by mouse,
// with a reload half-way, compared with the report that the subject's own
// command makes of the same answers; and shorter plays by keyboard and by touch.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { Browser, SIZES } from "./browser.mjs";
import { Player } from "./player.mjs";
import { ROOT, serveSite } from "./site.mjs";

let site;

before(async () => {
	site = await serveSite();
});

after(() => site?.stop());

// withBrowser gives every test a profile of its own: nothing saved before.
async function withBrowser(use) {
	const browser = await Browser.launch();
	try {
		await use(browser);
	} finally {
		await browser.close();
	}
}

// saved reads the session that the game has saved.
const saved = (game, key) => game.page.evaluate((k) => localStorage.getItem(`hold-the-line:session.${k}`), key);

// answered lists the answers of a session, as [item, answer].
const answered = (log) => log.trim().split("\n").map((line) => JSON.parse(line))
	.filter((event) => event.do === "answered")
	.map(({ item, answer }) => ({ item, answer }));

// report has the subject's command report on a session.
function report(log) {
	const folder = mkdtempSync(path.join(os.tmpdir(), "hold-the-line-"));
	try {
		const file = path.join(folder, "session.jsonl");
		writeFileSync(file, log);
		return JSON.parse(execFileSync("go", ["run", "./quiz/cmd/case", "report", "assets/cases/the-call/case.json", file], { cwd: ROOT, encoding: "utf8" }));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

const text = async (game, node) => (await game.nodes(`[data-node="${node}"]`))[0]?.text ?? "";

// compare asserts that the debrief says what the report does.
async function compare(game, r) {
	const whole = (n) => String(Math.floor(n + 0.5));
	assert.equal((await text(game, "score")).match(/\d+/)[0], whole(r.score), "the score");
	for (const skill of r.skills) {
		if (skill.items > 0) {
			assert.equal(await text(game, `skill.${skill.skill}.value`), whole(skill.value), `the skill ${skill.skill}`);
		}
	}
	const counts = (await text(game, "discernment.counts")).match(/\d+/g).map(Number);
	const { hits, signals, false_alarms: alarms, noise } = r.discernment;
	assert.deepEqual(counts, [hits, signals, alarms, noise], "true ones and others believed");
	for (const level of r.calibration.levels) {
		if (level.answers > 0) {
			const numbers = (await text(game, `calibration.${level.certainty}.text`)).match(/\d+/g).map(Number);
			assert.deepEqual(numbers.slice(0, 2), [level.right, level.answers], `calibration at certainty ${level.certainty}`);
		}
	}
	const longest = r.belief.reduce((a, b) => (b.points.length >= a.points.length ? b : a));
	const points = (await game.nodes("li[data-node]")).filter((n) => /^belief\.\d+$/.test(n.node));
	assert.equal(points.length, longest.points.length, "the belief line has a point for every time it was asked");
}

test("a Lesson by mouse, with a reload half-way, ends in the report of its answers", async () => {
	await withBrowser(async (browser) => {
		const game = await browser.open(`${site.url}?seed=7`);
		await game.playing();
		assert.equal(await game.focused(), "heading", "the focus is on the first screen's heading");
		const player = new Player(game);
		await player.begin("lesson");
		await player.play((screen) => screen === "screen.b4");

		// Half an answer is on the table when the page goes.
		await player.choose("verdict.denied");
		await player.choose("certainty.2");
		const title = await game.page.title();
		await game.reload();
		await game.playing();
		assert.equal(await game.screen(), "screen.b4", "after a reload the player is where they were");
		assert.equal(await game.page.title(), title);
		const checked = (await game.nodes("input[data-node]")).filter((n) => n.checked).map((n) => n.node);
		assert.deepEqual(checked, ["verdict.denied", "certainty.2"], "and what was chosen still is");

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
		game.clean();
	});
});

test("the Quick length by keyboard alone", async () => {
	await withBrowser(async (browser) => {
		const game = await browser.open(`${site.url}?length=quick&mode=assessment`, { size: { width: 900, height: 640 } });
		await game.playing();
		const player = new Player(game, { hand: "press" });
		await player.begin("quick");
		await player.play();
		const log = await saved(game, "the-call.quick.assessment");
		assert.deepEqual(answered(log), player.answers);
		await compare(game, report(log));
		game.clean();
	});
});

test("the Quick length by touch on a phone", async () => {
	await withBrowser(async (browser) => {
		const game = await browser.open(`${site.url}?length=quick`, { size: SIZES.phone });
		await game.playing();
		const player = new Player(game, { hand: "tap" });
		await player.begin("quick");
		await player.play();
		const log = await saved(game, "the-call.quick.practice");
		assert.deepEqual(answered(log), player.answers);
		await compare(game, report(log));
		game.clean();
	});
});

test("a card is dragged with the mouse, and Escape puts it back", async () => {
	await withBrowser(async (browser) => {
		const game = await browser.open(`${site.url}?length=quick`);
		await game.playing();
		const player = new Player(game);
		await player.begin("quick");
		await player.play((screen) => screen === "screen.september-happened");
		const dealt = (await player.cards()).map((card) => card.id);
		const from = await game.place(`card.${dealt[0]}`);
		const to = await game.place(`card.${dealt[2]}`);
		const drag = async () => {
			await game.page.mouse.move(from.x, from.y);
			await game.page.mouse.down();
			await game.page.mouse.move(to.x, (from.y + to.y) / 2, { steps: 8 });
			await game.page.mouse.move(to.x, to.y + 8, { steps: 8 });
		};
		await drag();
		await game.key("Escape");
		await game.page.mouse.up();
		await game.settled();
		assert.deepEqual((await player.cards()).map((card) => card.id), dealt, "a cancelled drag loses nothing");
		await drag();
		await game.page.mouse.up();
		await game.settled();
		const [first, second, third, ...rest] = dealt;
		assert.deepEqual((await player.cards()).map((card) => card.id), [second, third, first, ...rest], "the card lies where it was dropped");
		game.clean();
	});
});
