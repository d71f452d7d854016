// What can be wrong when the game starts: a link with an unknown value, storage that
// is forbidden, full or corrupt. Each time the player is told, nothing is lost and
// the game can be played.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Player } from "./player.mjs";
import { browser, site } from "./stage.mjs";

const KEY = "hold-the-line:session.the-call.quick.practice";

// start opens the game with a script that runs before any of the page's, and passes
// it to use.
async function start(query, script, use) {
	const game = await browser.open(`${site.url}?${query}`, { before: (page) => page.evaluateOnNewDocument(script) });
	try {
		await game.playing();
		await use(game);
		game.clean();
	} finally {
		await game.page.evaluate(() => { try { localStorage.clear(); } catch { /* forbidden */ } });
		await game.page.close();
	}
}

const everything = (game) => game.page.$eval("#mirror", (e) => e.textContent);

for (const [query, word] of [
	["case=the-letter", "the-letter"],
	["length=forever", "forever"],
	["mode=cheating", "cheating"],
	["seed=seven", "seven"],
	["lang=tlh", "tlh"],
]) {
	test(`a link with ${query} says that there is no such thing, and the game begins`, async () => {
		await start(query, () => {}, async (game) => {
			assert.match(await everything(game), new RegExp(word), "what was asked for is named");
			const player = new Player(game);
			await player.begin("quick");
			assert.equal(await game.screen(), "screen.b1");
		});
	});
}

test("if storage is forbidden the game says so and can be played", async () => {
	await start("length=quick", () => {
		Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("denied", "SecurityError"); } });
	}, async (game) => {
		const player = new Player(game);
		await player.begin("quick");
		await player.answerStep();
		assert.match(await everything(game), /saving is switched off or forbidden/i);
		assert.equal(await game.screen(), "screen.b3");
	});
});

test("if storage is full the game says so and can be played", async () => {
	await start("length=quick", () => {
		Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
	}, async (game) => {
		const player = new Player(game);
		await player.begin("quick");
		await player.answerStep();
		assert.match(await everything(game), /no room left to save/i);
		assert.equal(await game.screen(), "screen.b3");
	});
});

for (const [what, garbage] of [
	["no session", "\u0000\u0001 what is this?"],
	["another case's session", '{"do":"started","config":{"case":"the-letter","fingerprint":"x","length":"quick","mode":"practice","seed":1,"began":"2026-01-01T00:00:00Z"}}\n'],
]) {
	test(`a saved game that is ${what} is moved aside, and the player is told`, async () => {
		await start("length=quick", `localStorage.getItem(${JSON.stringify(KEY)}) ?? localStorage.setItem(${JSON.stringify(KEY)}, ${JSON.stringify(garbage)})`, async (game) => {
			const kept = await game.page.evaluate((key) => localStorage.getItem(`${key}.broken-1`), KEY);
			assert.equal(kept, garbage, "it is kept");
			assert.ok(await game.has("trouble"), "the player is told");
			const player = new Player(game);
			await player.begin("quick");
			assert.equal(await game.screen(), "screen.b1");
		});
	});
}

test("a damaged saved game goes on from its intact part", async () => {
	let log = "";
	await start("length=quick&seed=3", () => {}, async (game) => {
		const player = new Player(game);
		await player.begin("quick");
		await player.answerStep();
		log = await game.page.evaluate((key) => localStorage.getItem(key), KEY);
	});
	await start("length=quick", `localStorage.getItem(${JSON.stringify(KEY)}) ?? localStorage.setItem(${JSON.stringify(KEY)}, ${JSON.stringify(`${log}{"do":"answ`)})`, async (game) => {
		assert.ok(await game.has("trouble"), "the player is told");
		assert.equal(await game.screen(), "screen.b3", "the player is where the intact part ends");
	});
});
