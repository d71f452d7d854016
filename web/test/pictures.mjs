// Makes the pictures and the animation of the project's front page from a recorded
// game, by playing parts of it again in Chromium: npm run pictures.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import gifenc from "gifenc";
import { PNG } from "pngjs";
import { Browser } from "./browser.mjs";
import { replayed } from "./result.mjs";
import { ROOT, serveSite } from "./site.mjs";

const { GIFEncoder, quantize, applyPalette } = gifenc;

const RECORDED = path.join(ROOT, "game/app/testdata/the-call-lesson.session.jsonl");
const OUT = path.join(ROOT, "assets/pictures");
const KEY = "hold-the-line:session.the-call.lesson.practice";

const STILL = { width: 1366, height: 768 };
const FILM = { width: 1200, height: 720, deviceScaleFactor: 0.72 };
const STEPS = 7; // frames while the pointer moves
const STEP = 60; // ms of each
const COLOURS = 255; // and one for what hasn't changed

const log = replayed(readFileSync(RECORDED, "utf8")).trim().split("\n");
const events = log.map((line) => JSON.parse(line));
const indexOf = (kind, what) => {
	const i = events.findIndex((e) => e.do === kind && (e.item ?? e.step) === what);
	if (i < 0) {
		throw new Error(`in the recorded game nothing ${kind} ${what}`);
	}
	return i;
};

const site = await serveSite();
const browser = await Browser.launch();
const frames = []; // {pixels, delay}
let pointer = { x: 660, y: 500 };

// open shows the recorded game after its first events.
async function open(count, size) {
	const saved = `${log.slice(0, count).join("\n")}\n`;
	const game = await browser.open(`${site.url}?length=lesson&mode=practice`, {
		size, before: (page) => page.evaluateOnNewDocument((key, text) => localStorage.setItem(key, text), KEY, saved),
	});
	await game.playing();
	return game;
}

// film takes a frame, with a pointer, which a browser leaves out of screenshots.
async function film(game, delay) {
	await game.page.evaluate(({ x, y }) => {
		const drawn = document.getElementById("film-pointer") ?? document.body.appendChild(document.createElement("div"));
		drawn.id = "film-pointer";
		drawn.style.cssText = `position: fixed; left: ${x}px; top: ${y}px; z-index: 9; pointer-events: none; border: 9px solid transparent; border-top-color: #221f1b; border-left-color: #221f1b`;
	}, pointer);
	const { data, width, height } = PNG.sync.read(Buffer.from(await game.page.screenshot()));
	frames.push({ data, width, height, delay });
}

async function move(game, to, steps = STEPS) {
	const from = pointer;
	for (let i = 1; i <= steps; i++) {
		pointer = { x: from.x + (to.x - from.x) * i / steps, y: from.y + (to.y - from.y) * i / steps };
		await game.page.mouse.move(pointer.x, pointer.y);
		await game.frames(2); // a card that is held need not come to rest
		await film(game, STEP);
	}
}

async function click(game, node, rest) {
	await move(game, await game.place(node));
	await game.page.mouse.click(pointer.x, pointer.y, { delay: 20 });
	await game.settled();
	await film(game, rest);
}

const cards = async (game) => (await game.nodes("ol[data-value] > li[data-node]")).map((n) => n.node.replace(/^item\./, ""));

// A verdict at the desk.
async function desk(game) {
	const { answer } = events[indexOf("answered", "b3-call")];
	await film(game, 900);
	await click(game, `verdict.${answer.is}`, 250);
	await click(game, `certainty.${answer.certainty}`, 250);
	await click(game, "submit", 2000);
}

// The last two cards are dragged to their places, and the true line appears.
async function timeline(game, wanted) {
	await film(game, 500);
	for (let now = await cards(game), at; (at = wanted.findIndex((id, i) => now[i] !== id)) >= 0; now = await cards(game)) {
		await move(game, await game.place(`card.${wanted[at]}`));
		await game.page.mouse.down();
		const to = await game.box(`card.${now[at]}`);
		await move(game, { x: to.x, y: to.y - 8 });
		await game.page.mouse.up();
		await game.settled();
		await film(game, 300);
	}
	await click(game, "submit", 2500);
}

async function debrief(game) {
	await film(game, 2500);
}

// joining is the number of events after which two drags are left.
function joining(item, wanted) {
	const end = indexOf("answered", item);
	for (let i = 0; i < end; i++) {
		const { do: kind, item: of, answer } = events[i];
		if (kind === "drafted" && of === item) {
			const order = [...answer];
			let moves = 0;
			for (let at; (at = wanted.findIndex((id, n) => order[n] !== id)) >= 0; moves++) {
				order.splice(at, 0, ...order.splice(order.indexOf(wanted[at]), 1));
			}
			if (moves <= 2) {
				return i + 1;
			}
		}
	}
	throw new Error(`in the recorded game no card of ${item} is moved`);
}

const TIMELINE = "september-happened";
const wanted = events[indexOf("answered", TIMELINE)].answer;
try {
	for (const [name, filmed, before, after] of [
		["desk", desk, indexOf("went", "b3") + 1, indexOf("answered", "b3-call") + 1],
		["timeline", timeline, joining(TIMELINE, wanted), indexOf("answered", TIMELINE) + 1],
		["debrief", debrief, events.length, events.length],
	]) {
		let game = await open(after, STILL);
		writeFileSync(path.join(OUT, `${name}.png`), await game.page.screenshot());
		await game.page.close();
		game = await open(before, FILM);
		await filmed(game, wanted);
		game.clean();
		await game.page.close();
	}
} finally {
	await browser.close();
	await site.stop();
}

// One palette for all, and nothing dithered: flat paper stays flat. What is as
// before is transparent and costs nothing.
const all = Buffer.concat(frames.filter((_, i) => i % 8 === 0).map((f) => f.data));
const palette = quantize(all, COLOURS);
const gif = GIFEncoder();
let last = null;
for (const { data, width, height, delay } of frames) {
	const index = applyPalette(data, palette);
	const shown = last ? index.map((colour, i) => (colour === last[i] ? COLOURS : colour)) : index;
	gif.writeFrame(shown, width, height, { palette: [...palette, [0, 0, 0]], delay, transparent: last !== null, transparentIndex: COLOURS, dispose: 1 });
	last = index;
}
gif.finish();
writeFileSync(path.join(OUT, "play.gif"), gif.bytes());
