// The debrief as something to show around: one sheet of paper, and a picture.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { Browser, SIZES } from "./browser.mjs";
import { ROOT, serveSite } from "./site.mjs";

const PLAYED = readFileSync(path.join(ROOT, "game/app/testdata/the-call-full.session.jsonl"), "utf8");

let browser;
let site;

before(async () => {
	site = await serveSite();
	browser = await Browser.launch();
});

after(async () => {
	await browser?.close();
	await site?.stop();
});

// atDebrief opens a game that has been played to its end.
async function atDebrief(query, { scheme = "light", ...options } = {}) {
	const game = await browser.open(`${site.url}?length=full&mode=practice${query}`, {
		...options,
		before: async (page) => {
			await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
			await page.evaluateOnNewDocument((log) => localStorage.setItem("hold-the-line:session.the-call.full.practice", log), PLAYED);
			await options.before?.(page);
		},
	});
	await game.playing();
	assert.equal(await game.screen(), "screen.debrief");
	return game;
}

// pages counts the pages of a PDF file: Chromium writes each as an object of
// its own, not packed.
const pages = (pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;

const FORMATS = ["a4", "letter"];

for (const [name, query, options] of [
	["from the canvas", "", {}],
	["from the canvas in the dark", "", { scheme: "dark" }],
	["from a phone", "", { size: SIZES.phone }],
	["from the plain page in the dark", "&view=plain", { scheme: "dark" }],
]) {
	test(`the debrief prints on one sheet, ${name}`, async () => {
		const game = await atDebrief(query, options);
		for (const format of FORMATS) {
			const pdf = Buffer.from(await game.page.pdf({ format, printBackground: true }));
			if (process.env.SHOTS) {
				writeFileSync(path.join(process.env.SHOTS, `print-${name.replaceAll(" ", "-")}-${format}.pdf`), pdf);
			}
			assert.equal(pages(pdf), 1, `one page of ${format}`);
		}
		game.clean();
		await game.page.close();
	});
}

// What the sheet says, as far as it can be seen there; and what is cut off.
const onPaper = (page) => page.evaluate(() => {
	const words = [];
	const cut = [];
	const walk = document.createTreeWalker(document.getElementById("mirror"), NodeFilter.SHOW_TEXT);
	for (let text = walk.nextNode(); text; text = walk.nextNode()) {
		const around = text.parentElement;
		const range = document.createRange();
		range.selectNodeContents(text);
		const boxes = [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
		if (boxes.length === 0 || getComputedStyle(around).visibility !== "visible" || around.closest(".unseen:not([data-node=brand])")) {
			continue;
		}
		words.push(text.data.trim());
		const overflows = boxes.some((box) => box.left < -0.5 || box.right > innerWidth + 0.5);
		const clipped = !(around instanceof SVGElement) && around.scrollWidth > around.clientWidth + 1 && around.clientWidth > 0;
		if (overflows || clipped) {
			cut.push(text.data);
		}
	}
	return { words: words.join("\n"), cut };
});

for (const [name, query] of [["canvas", ""], ["plain page", "&view=plain"]]) {
	test(`on paper the ${name} says all there is to say, in ink`, async () => {
		const game = await atDebrief(query, { scheme: "dark" });
		await game.page.emulateMediaType("print");
		await game.page.setViewport({ width: 710, height: 1000 }); // A4 less its margins
		await game.settled();
		const { words, cut } = await onPaper(game.page);
		assert.deepEqual(cut, [], "nothing is cut off");
		for (const said of [
			"Hold the Line", "The debrief · The Call · Full, Practice · 2 Mar 2026", "You often tell true from false",
			"74", "of 100", "Your belief line", "Vladimir Putin phoned Elton John", "what the evidence supported",
			"True from false", "You believed 4 of 5 things that were real", "You lean neither",
			"Were you as sure as you were right?", "11 of 14 right", "79 %", "80 %",
			"Five skills", "Chronology", "67", "Discernment", "69", "Worth another look", "Nothing has been sent anywhere",
			// In the drawings:
			"CAN’T KNOW YET", "Tue 15 midday", "believes", "doubts",
		]) {
			assert.ok(words.includes(said), `“${said}” is on the sheet:\n${words}`);
		}
		for (const unsaid of ["Save my result", "Print", "Menu"]) {
			assert.ok(!words.split("\n").includes(unsaid), `no “${unsaid}” is on the sheet`);
		}
		const look = await game.page.evaluate(() => ({
			ink: getComputedStyle(document.querySelector("#mirror h1")).color,
			paper: getComputedStyle(document.body).backgroundColor,
			drawings: document.querySelectorAll("[data-paper] svg path").length,
			painted: getComputedStyle(document.querySelector("[data-paper='belief.figure'][data-paper] path")).stroke,
		}));
		assert.equal(look.ink, "rgb(29, 26, 22)", "dark ink, though the screen is dark");
		assert.equal(look.paper, "rgba(0, 0, 0, 0)", "on the paper's own white");
		assert.equal(look.painted, "rgb(205, 191, 159)", "and so are the drawings");
		assert.ok(look.drawings > 20);
		game.clean();
		await game.page.close();
	});
}

test("every answer with its reason prints over several sheets, no item cut in two", async () => {
	const game = await atDebrief("");
	await game.press("review");
	assert.ok(pages(Buffer.from(await game.page.pdf({ format: "a4" }))) > 1);
	await game.page.emulateMediaType("print");
	const items = await game.page.$$eval("#mirror section[data-node^='review.']", (all) => all.map((e) => ({
		inside: getComputedStyle(e).breakInside, height: e.getBoundingClientRect().height, words: e.textContent.length,
	})));
	assert.ok(items.length > 20, "every answer is there");
	for (const item of items) {
		assert.equal(item.inside, "avoid");
		assert.ok(item.words > 20 && item.height > 10 && item.height < 400, "and each fits a sheet");
	}
	game.clean();
	await game.page.close();
});
