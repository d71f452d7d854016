// Fails when the game has become too large to download. It is compared with a
// minimal program on the engine, built with the usual flags and compressed by the
// same tool. Both are the same bytes on every machine with the same Go.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Browser } from "./browser.mjs";
import { temporary } from "./own.mjs";
import { buildPeer, PEER_FILES, weigh } from "./peers.mjs";
import { serveSite, SITE } from "./site.mjs";

// The most that the game may weigh, as a multiple of the hello. It is smaller since the
// engine was cut down for the site and the program has no lines for traces of the stack.
const BUDGET = 0.86;

// Brotli at its best takes a minute for both; at this quality it takes seconds,
// and the ratio is the same to a hundredth.
const QUALITY = 9;

test("the download up to the first playable screen is 0.86 of the engine's hello's at most", async () => {
	const site = await serveSite();
	const browser = await Browser.launch();
	const { folder, remove } = temporary();
	try {
		const game = await browser.open(site.url);
		await game.playing();
		const files = game.requests.filter((url) => url.startsWith(site.url))
			.map((url) => decodeURIComponent(new URL(url).pathname).replace(/^\/$/, "/index.html").slice(1));
		assert.ok(files.some((file) => file.endsWith(".wasm")), "the program is among what was asked for");
		const ours = await weigh(SITE, new Set(files), { quality: QUALITY });
		await buildPeer("hello", folder);
		const hello = await weigh(folder, PEER_FILES, { quality: QUALITY });
		for (const how of ["gzip", "brotli"]) {
			const ratio = ours[how] / hello[how];
			assert.ok(ratio <= BUDGET, `${how}: ${ours[how]} bytes are ${ratio.toFixed(3)} × the hello's ${hello[how]}, and ${BUDGET} is the most; make bench tells more`);
			console.log(`${how}: ${ratio.toFixed(3)} × hello`);
		}
	} finally {
		remove();
		await browser.close();
		await site.stop();
	}
});
