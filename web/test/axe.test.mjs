// Runs axe on every screen of the whole game, before and after each answer, over
// the canvas and as the plain page, and on the pages beside the game. It finds
// nothing. web/accessibility/incomplete.json lists what axe can't decide, with the
// reason why it is right, and nothing else.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { loadAxe } from "./axe.mjs";
import { coarse, SIZES } from "./browser.mjs";
import { Player } from "./player.mjs";
import { ROOT, startProxy } from "./site.mjs";
import { browser, opened, site } from "./stage.mjs";

const UNDECIDED = JSON.parse(readFileSync(path.join(ROOT, "web/accessibility/incomplete.json"), "utf8"));

// A whole page fits into a window this high: nothing is under its bar, where axe
// can't tell the colours.
const tall = (size) => ({ ...size, height: 9000 });

// An Auditor runs axe on pages of one kind: a view of the game, or a page.
class Auditor {
	constructor(game, where) {
		this.game = game;
		this.where = where;
		this.looks = 0;
		this.used = new Set();
	}

	async look(screen) {
		this.looks++;
		await loadAxe(this.game);
		const { violations, incomplete } = await this.game.page.evaluate(async () => {
			// Nobody reads colours that are still changing.
			await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})));
			const result = await axe.run(document, { resultTypes: ["violations", "incomplete"] });
			const each = (rules) => rules.flatMap((rule) => rule.nodes.map((node) => ({
				rule: rule.id,
				causes: [...node.any, ...node.all, ...node.none].map((check) => check.data?.messageKey ?? check.id),
				html: node.html.slice(0, 160),
			})));
			return { violations: each(result.violations), incomplete: each(result.incomplete) };
		});
		assert.deepEqual(violations, [], `axe finds nothing on ${screen}`);
		const open = [];
		for (const { rule, causes, html } of incomplete) {
			for (const cause of causes) {
				const known = UNDECIDED.find((entry) => entry.rule === rule && entry.cause === cause && entry.where === this.where);
				if (known) {
					this.used.add(known);
				} else {
					open.push({ rule, cause, where: this.where, html });
				}
			}
		}
		assert.deepEqual(open.slice(0, 5), [], `axe leaves ${open.length} open on ${screen} that aren't listed`);
	}

	// done asserts that the list has nothing that axe decides.
	done() {
		const idle = UNDECIDED.filter((entry) => entry.where === this.where && !this.used.has(entry));
		assert.deepEqual(idle, [], `axe decides what is listed as undecided for ${this.where}`);
	}
}

for (const view of ["canvas", "plain"]) {
	test(`axe finds nothing on any screen of the whole game, view ${view}`, async () => {
		await opened(async (game) => {
			await game.playing();
			const auditor = new Auditor(game, view);
			const player = new Player(game, { hand: "invoke", onScreen: (screen) => auditor.look(screen) });
			await player.press("settings");
			await auditor.look("the settings");
			await player.press("dialog.close");
			await player.begin("full");
			await player.press("menu");
			await auditor.look("the menu");
			await player.press("menu.marking");
			await auditor.look("how answers are marked");
			await player.press("dialog.close");
			await player.press("help");
			await auditor.look("the help");
			await player.press("help.words");
			await auditor.look("the words of the trade");
			await player.press("dialog.close");
			// The other themes: axe sees their colours only in the plain page.
			for (const theme of view === "plain" ? ["dark", "contrast"] : []) {
				await player.press("menu");
				await player.press("menu.settings");
				await player.press(`theme.${theme}`);
				await auditor.look(`the settings, ${theme}`);
				await player.press("dialog.close");
				await auditor.look(`the desk, ${theme}`);
			}
			await player.play();
			await auditor.look("the debrief");
			await player.press("legend");
			await auditor.look("what the stamps mean");
			await player.press("dialog.close");
			await player.press("review");
			await auditor.look("the review");
			await player.press("review.back");
			await player.press("save");
			await auditor.look("what to save");
			assert.ok(auditor.looks > 60, `axe ran on every screen, before and after each answer: ${auditor.looks}`);
			auditor.done();
		}, { query: `?seed=7&view=${view}`, size: coarse(view === "plain" ? tall(SIZES.laptop) : SIZES.window) });
	});
}

test("axe finds nothing on the pages beside the game", async () => {
	const held = [];
	let refuse = false;
	const proxy = await startProxy(site.url, {
		intercept: (request, response) => {
			if (!new URL(request.url, "http://x").pathname.endsWith(".wasm")) {
				return false;
			}
			if (refuse) {
				response.writeHead(403).end();
			} else {
				held.push(response); // the program never comes
			}
			return true;
		},
	});
	const auditors = {};
	try {
		for (const scheme of ["light", "dark"]) {
			for (const size of [SIZES.small, SIZES.laptop]) {
				for (const [where, address, ready] of [
					["the accessibility statement", "accessibility.html", "footer"],
					["the worksheet", "worksheet-the-call.html", "footer"],
					["the lesson", "lesson-the-call.html", "footer"],
					["the briefing before the game has come", "", "#loading"],
					["the briefing when the game can’t come", "", "[data-problem=fetch]:not([hidden])"],
				]) {
					refuse = where.includes("can’t");
					const game = await browser.open(`${proxy.url}${address}`, {
						size: coarse(tall(size)), before: (page) => page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]),
					});
					await game.page.waitForSelector(ready);
					const name = `${where}, ${scheme}, ${size.width} pixels wide`;
					auditors[where] ??= new Auditor(game, where);
					auditors[where].game = game;
					await auditors[where].look(name);
					assert.ok(await game.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name}: it scrolls only downwards`);
					game.expect(/Failed to load resource/);
					game.clean();
					await game.page.close();
				}
			}
		}
		Object.values(auditors).forEach((auditor) => auditor.done());
	} finally {
		held.forEach((response) => response.destroy());
		await proxy.stop();
	}
});
