// Tabs through everything that takes the focus on a phone, on screens of every
// kind: each control is in view, not covered, has a ring, and getting there changes
// nothing (WCAG 2.2, success criteria 2.4.7, 2.4.11 and 3.2.1). And points at
// everything: nothing new appears (1.4.13).
import assert from "node:assert/strict";
import { test } from "node:test";
import { autoplayTo } from "./autoplay.mjs";
import { coarse, SIZES } from "./browser.mjs";
import { Player } from "./player.mjs";
import { opened } from "./stage.mjs";

const VIEWS = ["canvas", "plain"];

// played plays the game and calls look on a screen of each kind, and in a dialog.
async function played(view, query, size, look) {
	await opened(async (game) => {
		await game.playing();
		const player = new Player(game, { hand: "invoke" });
		await look(game, "the briefing");
		await player.press("settings");
		await look(game, "the settings");
		await player.press("dialog.close");
		await player.begin("quick");
		await look(game, "the desk");
		await autoplayTo(game.page, "screen.september-happened");
		await game.settled();
		await look(game, "the timeline");
		await autoplayTo(game.page, "screen.debrief");
		await game.settled();
		await look(game, "the debrief");
	}, { query: `?seed=7&view=${view}&${query}`, size });
}

// state is everything that moving the focus must not change. Classes and positions
// may change: they show the focus and follow scrolling.
const state = (game) => game.page.evaluate(() => ({
	screen: document.getElementById("mirror").dataset.screen,
	text: document.getElementById("mirror").textContent,
	dialogs: document.querySelectorAll("[role=dialog]").length,
	checked: [...document.querySelectorAll("#mirror input:checked")].map((e) => e.dataset.node),
	saved: JSON.stringify(localStorage),
	address: location.href,
}));

// obscured lists what is wrong with the position of the focused element.
const obscured = (game) => game.page.evaluate(() => {
	const at = document.activeElement;
	const whole = (at.closest("label") ?? at).getBoundingClientRect();
	const wrong = [];
	const inside = (name, { top, bottom, left, right }) => {
		// If it doesn't fit, at least its beginning must be seen.
		const tall = whole.height > bottom - top;
		if (whole.top < top - 1 || (tall ? whole.top > bottom - 24 : whole.bottom > bottom + 1) || whole.left < left - 1 || whole.right > right + 1) {
			wrong.push(`it reaches from ${whole.top} to ${whole.bottom}, ${name} from ${top} to ${bottom}`);
		}
	};
	inside("the window", { top: 0, left: 0, right: innerWidth, bottom: innerHeight });
	for (let around = at.parentElement; around; around = around.parentElement) {
		if (around.hasAttribute("data-scroll") || getComputedStyle(around).overflowY === "auto") {
			inside("what scrolls around it", around.getBoundingClientRect());
		}
	}
	// What may cover others: the bar, and a dialog's heading in the plain page.
	for (const above of document.querySelectorAll("#mirror footer, #mirror header, #mirror .is-sticky")) {
		const { position } = getComputedStyle(above);
		const canvas = document.getElementById("mirror").dataset.view === "canvas";
		if (above.contains(at) || above.closest("[inert]") || !canvas && position !== "sticky" && position !== "fixed") {
			continue;
		}
		const box = above.getBoundingClientRect();
		if (whole.top < box.bottom - 1 && whole.bottom > box.top + 1 && whole.left < box.right && whole.right > box.left) {
			wrong.push(`it is under ${above.dataset.node ?? above.dataset.box}`);
		}
	}
	return wrong;
});

// ringed tells whether the picture changes without the focus: then there is a ring.
async function ringed(game) {
	const shot = () => game.page.screenshot({ encoding: "base64" });
	const focused = await shot();
	const node = await game.focused();
	await game.page.evaluate(() => document.activeElement.blur());
	await game.settled();
	const without = await shot();
	await game.focus(node);
	return focused !== without;
}

for (const view of VIEWS) {
	test(`what has the focus is in view, under nothing, and has a ring, view ${view}`, async () => {
		let stops = 0;
		await played(view, "length=quick", coarse(SIZES.phone), async (game, screen) => {
			const before = await state(game);
			for (const key of ["Tab", "Shift+Tab"]) {
				let n = 0;
				for (; n < 60; n++) {
					if (key === "Tab") {
						await game.key("Tab");
					} else {
						await game.page.keyboard.down("Shift");
						await game.key("Tab");
						await game.page.keyboard.up("Shift");
					}
					const node = await game.focused();
					if (!node || node.endsWith("heading")) {
						break; // the browser's own controls come next
					}
					stops++;
					assert.deepEqual(await obscured(game), [], `${node} on ${screen}, by ${key}`);
					if (n === 0 && key === "Tab") {
						assert.ok(await ringed(game), `${node} on ${screen} has a ring`);
					}
				}
				assert.ok(n > 0 && n < 60, `by ${key} there are ${n} stops on ${screen}, and an end`);
			}
			assert.deepEqual(await state(game), before, `moving the focus changes nothing on ${screen}`);
		});
		assert.ok(stops > 60, `${stops} stops`);
	});

	test(`pointing at something shows nothing new, view ${view}`, async () => {
		let pointed = 0;
		await played(view, "length=quick", coarse(SIZES.laptop), async (game, screen) => {
			const shown = () => game.page.evaluate(() => ({
				text: document.getElementById("mirror").textContent,
				elements: document.querySelectorAll("body *").length,
				titles: document.querySelectorAll("#mirror [title], #mirror svg title").length,
			}));
			const before = await shown();
			assert.equal(before.titles, 0, "nothing has a text that appears by itself");
			const places = await game.page.evaluate(() => [...document.querySelectorAll("#mirror :is(button, a, label, [role=img], article)")]
				.filter((e) => e.closest("[inert]") === null).map((e) => e.getBoundingClientRect())
				.map((r) => ({ x: r.x + r.width / 2, y: r.y + r.height / 2 })).filter(({ x, y }) => x > 0 && y > 0 && x < innerWidth && y < innerHeight));
			for (const { x, y } of places) {
				await game.page.mouse.move(x, y);
				await game.settled();
				pointed++;
				assert.deepEqual(await shown(), before, `${screen} at ${x}, ${y}`);
			}
		});
		assert.ok(pointed > 40, `pointed at ${pointed} things`);
	});
}
