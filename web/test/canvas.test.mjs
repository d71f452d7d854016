// What only the canvas has: dragging and flicking by touch, scrolling at the
// edge, and a picture that is sharp at any zoom.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { coarse, REDUCED_MOTION, SIZES } from "./browser.mjs";
import { Player } from "./player.mjs";
import { played, reached } from "./stage.mjs";

const PHONE = coarse(SIZES.phone);
const TIMELINE = "screen.september-happened";

const open = (query, size, use) => played(use, { query: `?${query}`, size, motion: true });

// timeline opens a timeline, by default on a phone.
async function timeline(use, size = PHONE) {
	await reached(TIMELINE, async (game) => {
		const player = new Player(game);
		const cards = async () => (await player.cards()).map((card) => card.id);
		await use(game, cards, await newFinger(game));
	}, { size, motion: true });
}

// newFinger returns a finger that touches the screen.
async function newFinger(game) {
	const session = await game.page.createCDPSession();
	const touch = (type, ...touchPoints) => session.send("Input.dispatchTouchEvent", { type, touchPoints });
	let at = null;
	return {
		down: (x, y) => touch("touchStart", at = { x, y }),
		// move goes there in steps, with a pause in ms after each.
		move: async (x, y, { steps = 8, pause = 10 } = {}) => {
			const from = at;
			for (let n = 1; n <= steps; n++) {
				await touch("touchMove", at = { x: from.x + (x - from.x) * n / steps, y: from.y + (y - from.y) * n / steps });
				await sleep(pause);
			}
		},
		up: () => touch("touchEnd"),
		cancel: () => touch("touchCancel"),
	};
}

// grip is where a card is held: at its left edge.
const grip = (game, card) => game.page.evaluate((id) => {
	const box = document.querySelector(`#mirror [data-node="item.${id}"]`).getBoundingClientRect();
	return { x: box.x + 24, y: box.y + box.height / 2 };
}, card);

// lifted waits until a card is being dragged: only then does the program draw frame
// after frame though nothing happens.
async function lifted(game) {
	const drawn = await game.page.evaluate(() => window.toolkitHost.stats.frames);
	await game.until((n) => window.toolkitHost.stats.frames > n, drawn + 20);
}

test("a card is dragged by touch; Escape and a touch taken away put it back", async () => {
	await timeline(async (game, cards, finger) => {
		const dealt = await cards();
		const take = async () => {
			await game.place(`card.${dealt[0]}`);
			const from = await grip(game, dealt[0]);
			const to = await grip(game, dealt[2]);
			await finger.down(from.x, from.y);
			await finger.move(from.x + 4, to.y + 10);
			await lifted(game);
		};
		await take();
		await game.key("Escape");
		await finger.up();
		await game.settled();
		assert.deepEqual(await cards(), dealt, "Escape loses nothing");

		await take();
		await finger.cancel();
		await game.settled();
		assert.deepEqual(await cards(), dealt, "a cancelled touch loses nothing");

		await take();
		await finger.up();
		await game.settled();
		const [first, second, third, ...rest] = dealt;
		assert.deepEqual(await cards(), [second, third, first, ...rest], "the card is where it was dropped");
	});
});

test("partial redraws give the same picture as a full one", async () => {
	await timeline(async (game, cards, finger) => {
		const [first, , third] = await cards();
		await game.place(`card.${first}`);
		const from = await grip(game, first);
		const to = await grip(game, third);
		const untouched = await game.page.screenshot();
		await finger.down(from.x, from.y);
		await finger.move(from.x + 4, to.y + 10);
		await lifted(game);
		await finger.up();
		await game.settled();
		const bits = await game.page.screenshot();
		assert.ok(!bits.equals(untouched), "the card has moved");
		await game.page.setViewport({ ...PHONE, height: PHONE.height - 40 }); // the engine redraws everything
		await game.settled();
		await game.page.setViewport(PHONE);
		await game.settled();
		assert.ok(bits.equals(await game.page.screenshot()), "the redrawn screen is the same");
	});
});

test("a card held at the edge scrolls the list", async () => {
	await timeline(async (game, cards, finger) => {
		const dealt = await cards();
		await game.place(`card.${dealt[0]}`);
		assert.equal((await game.box(`card.${dealt.at(-1)}`)).seen, false, "the last card is out of sight");
		const from = await grip(game, dealt[0]);
		const foot = await game.page.evaluate(() => document.querySelector("#mirror footer").getBoundingClientRect().top);
		await finger.down(from.x, from.y);
		await finger.move(from.x, foot - 8);
		await game.until((id) => {
			const foot = document.querySelector("#mirror footer").getBoundingClientRect().top;
			return document.querySelector(`#mirror [data-node="item.${id}"]`).getBoundingClientRect().bottom < foot;
		}, dealt.at(-1));
		await finger.up();
		await game.settled();
		const now = await cards();
		assert.equal(now.at(-1), dealt[0], "the first card has become the last");
		assert.deepEqual(now.slice(0, -1), dealt.slice(1), "the others keep their order");
	});
});

test("the wheel scrolls, and a flick goes on by itself", async () => {
	// A coarse picture would double what the wheel says.
	await open("view=canvas", { ...PHONE, deviceScaleFactor: 1 }, async (game) => {
		const top = async () => (await game.box("heading")).y;
		const start = await top();
		await game.page.mouse.move(195, 400);
		await game.page.mouse.wheel({ deltaY: 120 });
		await game.settled();
		assert.ok(Math.abs(start - 120 - await top()) < 1, `the wheel scrolls as far as it says: from ${start} to ${await top()}`);
		await game.page.mouse.wheel({ deltaY: -500 });
		await game.settled();
		assert.equal(await top(), start, "it stops at the top");

		// On a slow machine the finger may have stopped before it lifts: then it tries again.
		const finger = await newFinger(game);
		const dragged = 180;
		let flicked = 0;
		for (let tries = 0; flicked < dragged + 20 && tries < 20; tries++) {
			await game.key("Home");
			const before = await top();
			await finger.down(195, 600);
			await finger.move(195, 600 - dragged, { steps: 6 });
			await finger.up();
			await game.settled();
			flicked = before - await top();
			assert.ok(flicked > dragged - 2, `a finger drags the page along: ${flicked}`);
		}
		assert.ok(flicked >= dragged + 20, `a flick goes on by itself: ${flicked}`);

		await game.page.emulateMediaFeatures([REDUCED_MOTION]);
		await game.settled();
		const before = await top();
		await finger.down(195, 400);
		await finger.move(195, 500, { steps: 6, pause: 16 });
		await finger.up();
		await game.settled();
		assert.ok(Math.abs(await top() - before - 100) < 2, "with reduced motion a flick stops");
	});
});

// edges measures a picture's sharpness: the sum of the squared differences between
// neighbouring pixels. The picture may be enlarged before.
const edges = (game, png, enlarge) => game.page.evaluate(async (base64, by) => {
	const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
	const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
	const canvas = new OffscreenCanvas(picture.width * by, picture.height * by);
	const context = canvas.getContext("2d");
	context.drawImage(picture, 0, 0, canvas.width, canvas.height);
	const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
	let sum = 0;
	for (let i = 4; i < data.length; i += 4) {
		sum += (data[i] - data[i - 4]) ** 2;
	}
	return sum;
}, png, enlarge);

test("after a zoom and on another screen the picture is sharp and clicks hit", async () => {
	const width = 1000;
	const height = 640;
	await open("view=canvas", { width, height }, async (game) => {
		const clip = { x: 20, y: 60, width: 500, height: 300 };
		const picture = () => game.page.screenshot({ encoding: "base64", clip });
		const first = await picture();
		// On another screen only the pixel ratio changes; the browser's zoom also
		// changes the page's size in CSS pixels.
		for (const [ratio, zoom, length] of [[2, 1, "quick"], [1.25, 1.25, "full"], [0.8, 0.8, "lesson"], [1.5, 1, "quick"]]) {
			await game.page.setViewport({ width: Math.round(width / zoom), height: Math.round(height / zoom), deviceScaleFactor: ratio });
			await picture(); // a headless browser has the new pixel ratio only with its next frame
			await game.until((r) => {
				const canvas = document.querySelector("canvas");
				const own = (pixels, side) => pixels === Math.round(side * devicePixelRatio);
				return Math.abs(devicePixelRatio - r) < 1e-6 && own(canvas.width, canvas.clientWidth) && own(canvas.height, canvas.clientHeight);
			}, ratio);
			await game.settled();
			if (ratio === 2) {
				const [fine, enlarged] = [await edges(game, await picture(), 1), await edges(game, first, 2)];
				assert.ok(fine > 1.5 * enlarged, `more than an enlarged picture: edges ${fine}, enlarged ${enlarged}`);
			}
			await game.click(`length.${length}`);
			const [{ checked }] = await game.nodes(`[data-node="length.${length}"]`);
			assert.ok(checked, `at ${ratio} device pixels, zoom ${zoom}, a click hits what it is aimed at`);
		}
	});
});

test("a click is answered within two frames", async () => {
	await open("view=canvas", SIZES.window, async (game) => {
		await game.page.evaluate(() => {
			window.answers = [];
			const { stats } = window.toolkitHost;
			let pressed = 0;
			window.addEventListener("pointerup", () => { pressed = stats.frames; }, { capture: true });
			new MutationObserver(() => window.answers.push(stats.frames - pressed))
				.observe(document.getElementById("mirror"), { subtree: true, attributeFilter: ["checked"] });
		});
		for (const node of ["length.full", "length.quick", "mode.assessment"]) {
			const { x, y } = await game.place(node);
			await game.page.mouse.move(x, y);
			await game.page.mouse.down();
			await game.settled();
			await game.page.mouse.up();
			await game.settled();
		}
		const answers = await game.page.evaluate(() => window.answers);
		assert.equal(answers.length, 3);
		assert.ok(answers.every((frames) => frames <= 2), `frames until the choice is there: ${answers}`);
	});
});

test("a drag quicker than a frame takes the card that was pressed", async () => {
	await timeline(async (game, cards) => {
		const dealt = await cards();
		await game.place(`card.${dealt[0]}`);
		const from = await game.box(`card.${dealt[1]}`);
		const to = await game.box(`card.${dealt[3]}`);
		// All events arrive before the program sees the first.
		await game.page.evaluate((a, b) => {
			const canvas = document.querySelector("canvas");
			const send = (type, at, buttons) => canvas.dispatchEvent(new MouseEvent(type, {
				clientX: at.x, clientY: at.y, button: 0, buttons, bubbles: true, cancelable: true,
			}));
			send("mousemove", a, 0);
			send("mousedown", a, 1);
			send("mousemove", { x: b.x, y: (a.y + b.y) / 2 }, 1);
			send("mousemove", { x: b.x, y: b.y + 8 }, 1);
			send("mouseup", { x: b.x, y: b.y + 8 }, 0);
			send("mousemove", { x: a.x, y: a.y }, 0);
			window.toolkitHost.wake("test");
		}, from, to);
		await game.settled();
		const [first, second, third, fourth, ...rest] = dealt;
		assert.deepEqual(await cards(), [first, third, fourth, second, ...rest]);
	});
});

test("the focus is shown to who uses keys, and not to who points", async () => {
	await open("seed=7", SIZES.window, async (game) => {
		const node = "mode.assessment";
		const { x, y } = await game.place(node);
		// Left of the control, where the ring is; and the mouse is elsewhere.
		const edge = async () => {
			await game.page.mouse.move(x, 4);
			await game.settled();
			const left = await game.page.$eval(`[data-node="${node}"]`, (e) => e.getBoundingClientRect().left);
			return game.page.screenshot({ encoding: "base64", clip: { x: left - 8, y: y - 4, width: 8, height: 8 } });
		};
		await game.click(node);
		assert.equal(await game.focused(), node);
		const pointed = await edge();
		await game.key("Tab");
		await game.key("ArrowUp"); // this stays within its group
		await game.focus(node);
		const reached = await edge();
		assert.notEqual(reached, pointed, "keys show the ring");
		await game.click(node);
		assert.equal(await edge(), pointed, "the mouse doesn't, even after a key");
	});
});

test("a dropped card has the focus and is hovered", async () => {
	await timeline(async (game, cards) => {
		const dealt = await cards();
		await game.drag(`card.${dealt[0]}`, `card.${dealt[3]}`);
		await game.drop();
		assert.equal(await game.focused(), `card.${dealt[0]}`);
		// The card already looks hovered: moving the mouse doesn't change the picture.
		const rested = await game.page.screenshot({ encoding: "base64" });
		const { x, y } = await game.box(`card.${dealt[0]}`);
		await game.page.mouse.move(x + 3, y);
		await game.settled();
		assert.equal(await game.page.screenshot({ encoding: "base64" }), rested);
	}, SIZES.window);
});
