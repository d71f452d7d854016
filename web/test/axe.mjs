// The rules of accessibility that axe-core knows, for the page that a test plays.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// loadAxe puts axe into the page, unless it is there.
export async function loadAxe(game) {
	if (!await game.page.evaluate(() => typeof window.axe === "object")) {
		await game.page.evaluate(AXE);
	}
}

// axe sees that axe finds nothing on the screen that is shown.
export async function axe(game, screen) {
	await loadAxe(game);
	const found = await game.page.evaluate(async () => (await window.axe.run(document, { resultTypes: ["violations"] })).violations
		.map((rule) => ({ rule: rule.id, html: rule.nodes.map((node) => node.html.slice(0, 160)) })));
	assert.deepEqual(found, [], `axe finds nothing on ${screen}`);
}
