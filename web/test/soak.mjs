// Plays game after game in one page and checks that memory doesn't grow. A hundred
// whole games: npm run soak, or node soak.mjs 100 full
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { autoplay, memory } from "./autoplay.mjs";
import { Browser } from "./browser.mjs";
import { probe } from "./probe.mjs";
import { serveSite } from "./site.mjs";

// The most that may be added after a quarter of the games, as a share. The live heap
// stays the same but for a glyph or two. The program's memory never shrinks and
// grows in steps to about twice that, since Go collects garbage only then.
const MOST = { live: 0.1, program: 0.25, page: 0.1, nodes: 0.05, listeners: 0.05 };

// A small window: without a graphics card most of the time goes into its pixels.
const WINDOW = { width: 400, height: 400 };

// soak plays a number of games, and resolves to the memory after a quarter of them and
// at the end.
export async function soak({ games, length, say = () => {} }) {
	const site = await serveSite();
	const browser = await Browser.launch();
	try {
		const game = await browser.open(`${site.url}?seed=7&debug=told`, {
			size: WINDOW,
			before: probe,
		});
		await game.playing();
		const began = Date.now();
		const spent = () => (Date.now() - began) / 1000;
		const all = [];
		const samples = [];
		const every = Math.max(1, Math.min(10, Math.floor(games / 8)));
		while (all.length < games) {
			all.push(await autoplay(game.page, length));
			if (all.length % every === 0) {
				// The probe's own record of frames must not count.
				await game.page.evaluate(() => { window.bench.times.length = 0; });
				samples.push({ games: all.length, ...(await memory(game.page)) });
				say(samples.at(-1));
			}
		}
		const numbers = await game.page.evaluate(() => window.toolkitHost.debug());
		game.clean();
		const end = samples.at(-1);
		const early = samples.find((sample) => sample.games >= end.games / 4);
		return { games: all.length, presses: all.reduce((a, b) => a + b, 0), seconds: Math.round(spent()), early, end, collections: numbers.collections };
	} finally {
		await browser.close();
		await site.stop();
	}
}

// settled asserts that memory has not grown.
export function settled({ early, end }) {
	for (const [what, most] of Object.entries(MOST)) {
		assert.ok(end[what] <= early[what] * (1 + most), `${what}: ${early[what]} after ${early.games} games, ${end[what]} after ${end.games}`);
	}
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
	const result = await soak({ games: Number(process.argv[2] ?? 100), length: process.argv[3] ?? "full", say: (sample) => console.log(JSON.stringify(sample)) });
	console.log(JSON.stringify(result));
	settled(result);
	console.log(`${result.games} games, ${result.presses} presses in ${result.seconds} s: memory hasn't grown`);
}
