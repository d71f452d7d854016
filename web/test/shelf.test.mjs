// Another story is chosen from the shelf, played, and left for the first one again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { atOnce, coarse, SIZES } from "./browser.mjs";
import { Player, story } from "./player.mjs";
import { answered, compare, report, saved } from "./result.mjs";
import { startProxy } from "./site.mjs";
import { browser, opened, site } from "./stage.mjs";

const OTHER = story("the-armistice-cable");
const KEY = `${OTHER.id}.quick.practice`;

const heading = (game) => game.words("#mirror [data-node=heading]");
const link = (game) => game.page.evaluate(() => location.search);

// choose takes a story from the shelf that is open.
async function choose(game, hand, id, title) {
	await game[hand](`shelf.${id}.open`);
	await game.until((words) => document.querySelector("#mirror [data-node=heading]")?.textContent === words, title);
	await game.settled();
	assert.equal(await game.focused(), "heading", "the focus is on its heading");
	assert.ok((await link(game)).includes(`case=${id}`), "the link names it");
}

for (const [hand, size] of [["click", SIZES.window], ["press", SIZES.laptop], ["tap", SIZES.phone]]) {
	test(`another story is chosen and played: ${hand}`, async () => {
		await opened(async (game) => {
			await game.playing();
			await game[hand]("shelf.choose");
			await choose(game, hand, OTHER.id, OTHER.title);
			const player = new Player(game, { hand, story: OTHER });
			await player.begin("quick");
			const first = await game.screen();
			await player.answerStep();
			const there = await game.screen();
			assert.notEqual(there, first);
			await game.reload();
			await game.playing();
			assert.equal(await game.screen(), there, "after a reload it goes on there");
			const log = await saved(game, KEY);
			assert.deepEqual(answered(log), player.answers);

			// Both games are on the device, side by side.
			await game[hand]("menu");
			await game[hand]("shelf.choose");
			assert.match(await game.words(`#mirror [data-node="shelf.${OTHER.id}.length"]`), /saved/);
			await choose(game, hand, "the-call", "The Call");
			assert.equal(await saved(game, KEY), log);
		}, { size: coarse(size), query: "?seed=3" });
	});
}

test("a whole game of the other story in the plain page ends in the report of its answers", async () => {
	await opened(async (game) => {
		await game.playing();
		assert.equal(await heading(game), OTHER.title);
		const player = new Player(game, { hand: "invoke", story: OTHER });
		await player.begin("full");
		await player.play();
		const log = await saved(game, `${OTHER.id}.full.practice`);
		assert.deepEqual(answered(log), player.answers);
		await compare(game, report(log, OTHER.id));
	}, { query: `?case=${OTHER.id}&view=plain&seed=5` });
});

test("the page tells of the link's story before the program is there, in both languages", async () => {
	for (const [lang, note] of [["en", "Before you start"], ["de", "Bevor du anfängst"]]) {
		let release;
		const held = new Promise((resolve) => { release = resolve; });
		const proxy = await startProxy(site.url, {
			intercept: async (request) => {
				if (request.url.includes(".wasm")) {
					await held;
				}
				return false;
			},
		});
		const game = await browser.open(`${proxy.url}?case=${OTHER.id}&lang=${lang}`);
		try {
			// The heading is there before the language is, and until then nothing can be read.
			await game.until((title, words) => document.querySelector("#page h1")?.textContent === title &&
				document.getElementById("page").innerText.toLowerCase().includes(words.toLowerCase()), OTHER.title, note);
			const page = await game.words("#page");
			assert.ok(page.includes(OTHER.summary.slice(0, 40)), "its summary can be read");
			assert.ok(page.toLowerCase().includes(note.toLowerCase()), `“${note}” can be read`);
			assert.ok(!page.includes("Elton"), "nothing is left of the first story");
			assert.ok((await game.page.title()).startsWith(OTHER.title));
			release();
			await game.playing();
			assert.equal(await heading(game), OTHER.title);
			assert.equal(game.requests.filter((url) => url.includes(`case-${OTHER.id}`)).length <= 2, true, "the story is fetched once, or once more from the cache");
			game.clean();
		} finally {
			await game.page.close();
			await proxy.stop();
		}
	}
});

test("the story of a first link is there without a network, too", async () => {
	const proxy = await startProxy(site.url);
	const game = await browser.open(`${proxy.url}?case=${OTHER.id}&view=plain`, { before: atOnce });
	try {
		await game.playing();
		await game.kept(`case-${OTHER.id}.`);
		await proxy.stop();
		await game.reload();
		await game.playing();
		assert.equal(await heading(game), OTHER.title);
		game.clean();
	} finally {
		await game.page.close();
		await proxy.stop();
	}
});

test("a story that can't be had is said so, and the one that is there goes on", async () => {
	let broken = true;
	const proxy = await startProxy(site.url, {
		intercept: (request, response) => {
			if (broken && request.url.includes("/case-")) {
				response.writeHead(503).end();
				return true;
			}
			return false;
		},
	});
	const game = await browser.open(proxy.url);
	try {
		await game.playing();
		await game.click("shelf.choose");
		await game.click(`shelf.${OTHER.id}.open`);
		await game.waitFor("trouble");
		assert.match(await game.words("#mirror [data-node=trouble]"), /503/);
		assert.equal(await heading(game), "The Call");
		broken = false;
		await game.click("trouble.close");
		await game.click("shelf.choose");
		await choose(game, "click", OTHER.id, OTHER.title);
		game.expect(/503/);
		game.clean();
	} finally {
		await game.page.close();
		await proxy.stop();
	}
});
