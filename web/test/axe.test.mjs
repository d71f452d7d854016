// Has axe look at every screen of the whole game, asked and answered, over the
// canvas and as the plain page. It finds nothing; what it can't decide by itself
// is listed here with the reason why it is right.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { Browser } from "./browser.mjs";
import { Player } from "./player.mjs";
import { serveSite } from "./site.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// Rules that axe leaves open somewhere, and why that is right.
const UNDECIDED = {
	"color-contrast": "axe can't see the canvas behind the mirror, nor text on a gradient; every pair of colours has a test of its own in game/theme",
};

let site;
before(async () => {
	site = await serveSite();
});
after(() => site?.stop());

async function look(game, screen) {
	const { violations, incomplete } = await game.page.evaluate(async () => {
		const brief = (rules) => rules.map((r) => `${r.id}: ${r.nodes.map((n) => n.html.slice(0, 160)).join(" | ")}`);
		const result = await axe.run(document, { resultTypes: ["violations", "incomplete"] });
		return { violations: brief(result.violations), incomplete: brief(result.incomplete) };
	});
	assert.deepEqual(violations, [], `axe finds nothing on ${screen}`);
	const open = incomplete.filter((line) => !(line.split(":")[0] in UNDECIDED));
	assert.deepEqual(open, [], `axe leaves nothing open on ${screen}`);
}

for (const view of ["canvas", "plain"]) {
	test(`axe finds nothing on any screen of the whole game, view ${view}`, async () => {
		const browser = await Browser.launch();
		try {
			const game = await browser.open(`${site.url}?seed=7&view=${view}`);
			await game.playing();
			await game.page.evaluate(AXE);
			let looks = 0;
			const player = new Player(game, {
				hand: "invoke",
				onScreen: async (screen) => {
					looks++;
					await look(game, screen);
				},
			});
			await player.press("settings");
			await look(game, "the settings");
			await player.press("dialog.close");
			await player.begin("full");
			await player.press("menu");
			await look(game, "the menu");
			await player.press("menu.marking");
			await look(game, "how answers are marked");
			await player.press("dialog.close");
			await player.press("help");
			await look(game, "the help");
			await player.press("help.words");
			await look(game, "the words of the trade");
			await player.press("dialog.close");
			await player.play();
			await look(game, "the debrief");
			await player.press("review");
			await look(game, "the review");
			await player.press("review.back");
			await player.press("save");
			await look(game, "what to save");
			assert.ok(looks > 60, `it has looked at every screen, asked and answered: ${looks}`);
			game.clean();
		} finally {
			await browser.close();
		}
	});
}
