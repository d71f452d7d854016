// As many games in one page as a minute allows, and memory doesn't grow. A
// hundred whole ones are played by make soak.
import assert from "node:assert/strict";
import { test } from "node:test";
import { settled, soak } from "./soak.mjs";

test("game after game in one page takes no more memory", async () => {
	const result = await soak({ length: "quick", seconds: 60, least: 12 });
	assert.ok(result.presses > 20 * result.games, "the games were played");
	settled(result);
	console.log(`${result.games} games`);
});
