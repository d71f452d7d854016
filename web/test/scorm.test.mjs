// Packages for learning platforms, in a run-time environment of SCORM 1.2: played,
// loaded again and closed in the middle, resumed from what the platform has kept, and
// finished.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Browser, PATIENCE, SIZES, coarse } from "./browser.mjs";
import { launchFirefox } from "./engines.mjs";
import { Inside, openPlatform, unzip } from "./platform.mjs";
import { Player, story } from "./player.mjs";
import { answered, report, unpacked } from "./result.mjs";

const CASE = "the-call";
const ABSENT = /404.*\.wasm\.gz/; // a browser's note of a file that the platform hasn't got
const TIMESPAN = /^\d{2,4}:\d\d:\d\d(\.\d{1,2})?$/; // the run-time environment writes them its own way
const browsers = {};

const pause = () => new Promise((resolve) => { setTimeout(resolve, 10); });

before(async () => {
	browsers.chromium = await Browser.launch();
	browsers.firefox = await launchFirefox({ headless: true });
});

after(async () => {
	for (const browser of Object.values(browsers)) {
		await browser.close();
	}
});

// opened opens the platform in a tab, with the game in its frame.
async function opened(browser, platform, query) {
	const outer = await browser.open(`${platform.url}${query}`, { size: coarse(SIZES.window) });
	const game = Object.assign(Object.create(Object.getPrototypeOf(outer)), outer);
	game.page = new Inside(outer.page);
	game.outer = outer;
	// The frame comes with the platform's page, and again when that is loaded again.
	const ready = async () => {
		for (const end = Date.now() + PATIENCE; ; await pause()) {
			try {
				await game.waitForState("playing");
				return await game.settled();
			} catch (error) {
				if (!/detached|destroyed|navigat|context/i.test(error.message) || Date.now() > end) {
					throw error;
				}
			}
		}
	};
	game.ready = ready;
	await ready();
	return game;
}

const calls = (game) => game.outer.page.evaluate(() => window.calls);

// allowedAll asserts that everything said to the platform is allowed, and was taken.
function allowedAll(said) {
	for (const { name, values, answer, fault } of said) {
		if (name === "LMSSetValue" || name === "LMSCommit" || name === "LMSInitialize") {
			assert.deepEqual({ values, fault, answer }, { values, fault: "", answer: "true" });
		}
	}
	assert.equal(said.filter(({ name }) => name === "LMSInitialize").length, 1, "it connects once");
}

async function until(condition, what) {
	for (const end = Date.now() + PATIENCE; !condition(); await pause()) {
		assert.ok(Date.now() < end, `waiting for ${what}`);
	}
}

// leave leaves the page, by which the platform must be told that it is over, once.
async function leave(game, platform, { by }) {
	const said = await calls(game);
	allowedAll(said);
	const { finished } = platform;
	await by();
	await until(() => platform.finished > finished, "LMSFinish");
	assert.equal(platform.finished, finished + 1);
	return said;
}

const list = (interactions) => Object.values(interactions ?? {}).filter((one) => one?.id);

// kept asserts what the platform has of a game, and returns the report on it.
function kept(platform, player, { status }) {
	const { cmi } = platform.kept;
	assert.ok(cmi.suspend_data.length <= 4096);
	const log = unpacked(cmi.suspend_data, CASE);
	const byItem = (list) => [...list].sort((a, b) => (a.item < b.item ? -1 : 1));
	assert.deepEqual(byItem(answered(log)), byItem(player.answers), "its suspend data have the answers");
	const r = report(log, CASE);
	assert.equal(cmi.core.lesson_status, status);
	assert.equal(cmi.core.exit, "suspend");
	const given = r.items.filter((item) => item.scored && item.answered);
	const interactions = list(cmi.interactions);
	assert.deepEqual(interactions.map(({ id }) => id).sort(), given.map(({ id }) => id.replaceAll(".", "_")).sort(), "there is one interaction for each question");
	for (const { id, type, student_response: response, result, weighting, latency } of interactions) {
		const item = given.find((one) => one.id.replaceAll(".", "_") === id);
		assert.equal(type, "performance");
		assert.ok(response.length > 0 && response.length <= 255, `the response ${response}`);
		if (item.first === 0 || item.first === 1) {
			assert.equal(result, item.first === 1 ? "correct" : "wrong", id);
		} else {
			assert.ok(Math.abs(Number(result) - item.first) < 1e-4, `${id}: ${result} for the mark ${item.first}`);
		}
		assert.equal(Number(weighting), item.weight);
		assert.match(latency, TIMESPAN);
	}
	return r;
}

for (const [name, strict, packed, query] of [
	["chromium", true, true, "?length=quick&mode=assessment&seed=7"],
	["chromium", false, false, "?length=quick&mode=assessment&seed=7&view=plain"],
	["firefox", true, false, "?length=quick&mode=assessment&seed=7"], // headless, so the plain page too
	["firefox", false, true, "?length=quick&mode=assessment&seed=7"],
]) {
	test(`a package is played, left twice and finished: ${name}, ${strict ? "strict" : "lenient"}, ${packed ? "packed" : "plain bytes"}`, async () => {
		const platform = await openPlatform(CASE, { strict, packed, mastery: strict ? "" : "1" });
		let game = await opened(browsers[name], platform, query);
		try {
			await until(() => platform.kept, "the first commit");
			assert.equal(platform.kept.cmi.core.lesson_status, "incomplete");
			const program = [...platform.sent.keys()].filter((file) => file.includes(".wasm"));
			assert.deepEqual(program.map((file) => file.endsWith(".gz")), [packed], `the program is sent once: ${program}`);
			assert.equal(platform.sent.get(program[0]), "application/octet-stream");

			const player = new Player(game, { hand: "invoke" });
			await player.begin("quick");
			await player.answerStep();
			let before = platform.commits;
			await player.answerStep();
			assert.ok(platform.commits > before, "every step is committed");
			let r = kept(platform, player, { status: "incomplete" });
			const score = Number(platform.kept.cmi.core.score.raw);
			assert.ok(score < r.score, `what isn't answered counts nothing yet: ${score}, not ${r.score}`);
			const there = await game.screen();

			// The tab is loaded again.
			await leave(game, platform, { by: () => game.outer.reload() });
			await game.ready();
			assert.equal(await game.screen(), there, "after a reload the player is where they were");
			await player.answerStep();
			kept(platform, player, { status: "incomplete" });
			const further = await game.screen();

			// The tab is closed, and everything on the device is gone.
			assert.deepEqual(await game.page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("session"))), [], "no game stays on the device");
			await game.page.evaluate(() => localStorage.clear());
			await leave(game, platform, { by: () => game.outer.page.goto("about:blank") });
			game.outer.expect(ABSENT);
			game.outer.clean();
			await game.outer.close();
			game = await opened(browsers[name], platform, `${query}&view=plain`); // drawing takes long
			player.game = game;
			assert.equal(await game.screen(), further, "it is resumed from what the platform has");

			await player.play();
			r = kept(platform, player, { status: strict ? "completed" : "passed" });
			assert.equal(r.finished, true);
			assert.equal(r.seed, 7);
			const { raw, min, max } = platform.kept.cmi.core.score;
			assert.equal(Number(raw), r.score, "the score is the report's");
			assert.deepEqual([Number(min), Number(max)], [0, 100]);

			// Another game in the same attempt changes nothing of its result.
			const after = structuredClone(platform.kept.cmi);
			await game.invoke("menu");
			await game.invoke("menu.restart");
			await game.invoke("restart.yes");
			before = platform.commits;
			await player.begin("quick");
			assert.ok(platform.commits > before, "the new game is kept");
			assert.deepEqual(platform.kept.cmi.core.score, after.core.score);
			assert.equal(platform.kept.cmi.core.lesson_status, after.core.lesson_status);
			assert.notEqual(platform.kept.cmi.suspend_data, after.suspend_data);
			await leave(game, platform, { by: () => game.outer.page.goto("about:blank") });
			assert.match(platform.kept.cmi.core.session_time ?? "", TIMESPAN);
			assert.equal(platform.started, 3);
			assert.deepEqual(platform.missing.filter((file) => !file.endsWith(".gz")), [], "nothing is asked for that the package lacks");
			game.outer.expect(ABSENT);
			game.outer.clean();
		} finally {
			await game.outer.close();
			await platform.stop();
		}
	});
}

// What goes wrong. The game goes on, and the player is told.
for (const [what, options, words] of [
	["there is no platform", { interface: false }, /No learning platform answers/],
	["the platform fails at everything", { refuse: ["throws"] }, /No learning platform answers/],
	["the platform refuses to begin", { refuse: ["LMSInitialize", "LMSGetValue"] }, /No learning platform answers/],
	["what the platform has kept is forged", { kept: { cmi: { suspend_data: "1FORGED" } } }, /could not be used.*copy it again/],
	["the platform takes nothing", { refuse: ["LMSCommit"], late: true }, /did not take your last answer/],
]) {
	test(`${what}: the player is told, and plays on`, async () => {
		const platform = await openPlatform(CASE, options);
		const game = await opened(browsers.chromium, platform, "?view=plain&length=quick");
		try {
			const player = new Player(game, { hand: "invoke" });
			if (!options.late) {
				assert.match(await game.words("#mirror [data-node=trouble]"), words);
				await game.invoke("trouble.close");
			}
			await player.begin("quick");
			if (options.late) {
				assert.match(await game.words("#mirror [data-node=trouble]"), words);
				await game.invoke("trouble.close");
			}
			await player.answerStep();
			assert.equal(await game.has("trouble"), false, "it is said once");
			if (options.late) {
				await game.outer.page.evaluate(() => { window.refuse = []; });
				await player.answerStep();
				kept(platform, player, { status: "incomplete" });
			}
			game.outer.clean();
		} finally {
			await game.outer.close();
			await platform.stop();
		}
	});
}

test("whoever looks at an attempt again changes nothing of it", async () => {
	const platform = await openPlatform(CASE, { mode: "review" });
	const game = await opened(browsers.chromium, platform, "?view=plain&length=quick");
	try {
		const player = new Player(game, { hand: "invoke" });
		await player.begin("quick");
		await player.answerStep();
		assert.deepEqual((await calls(game)).filter(({ name }) => name === "LMSSetValue"), []);
		game.outer.clean();
	} finally {
		await game.outer.close();
		await platform.stop();
	}
});

test("a form of the test tells nothing of its answers before it is handed in", async () => {
	const form = story("flyers-or-liars");
	const platform = await openPlatform(form.id);
	const game = await opened(browsers.chromium, platform, "?view=plain&seed=3&case=the-call");
	try {
		assert.equal(await game.words("#mirror [data-node=heading]"), form.title, "the package decides what is played");
		const player = new Player(game, { hand: "invoke", story: form });
		await player.press("begin");
		for (let n = 0; await game.screen() !== "screen.debrief"; n++) {
			assert.ok(n < 20, "the test has an end");
			await player.answerTest();
			if (await game.screen() !== "screen.debrief") {
				assert.deepEqual(list(platform.kept.cmi.interactions), []);
				assert.equal(platform.kept.cmi.core.score.raw, "");
			}
		}
		const r = report(unpacked(platform.kept.cmi.suspend_data, form.id), form.id);
		assert.equal(Number(platform.kept.cmi.core.score.raw), r.score);
		assert.equal(list(platform.kept.cmi.interactions).length, r.answered);
		allowedAll(await calls(game));
		game.outer.clean();
	} finally {
		await game.outer.close();
		await platform.stop();
	}
});

test("every package's manifest lists its files, and its page asks for no others", () => {
	for (const id of [CASE, "the-armistice-cable", "flyers-or-liars", "who-reached-the-pole"]) {
		const files = unzip(id);
		const [first, ...others] = files.keys();
		assert.equal(first, "imsmanifest.xml");
		const manifest = files.get(first).toString();
		assert.deepEqual([...manifest.matchAll(/<file href="([^"]+)">/g)].map(([, name]) => name).sort(), others.sort());
		assert.ok(![...files.keys()].some((name) => /worker|\.br$|webmanifest/.test(name)));
	}
});
