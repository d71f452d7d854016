// Game after game in one page, and memory doesn't grow. A hundred whole ones are played
// by make soak.
import assert from "node:assert/strict";
import { test } from "node:test";
import { settled, soak } from "./soak.mjs";

test("game after game in one page takes no more memory", async () => {
	const result = await soak({ games: 16, length: "quick" });
	assert.ok(result.presses > 20 * result.games, "the games were played");
	settled(result);
});
