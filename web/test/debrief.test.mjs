// The debrief as something to pass on: one sheet of paper, and a picture.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { coarse, REDUCED_MOTION, SIZES } from "./browser.mjs";
import { sheets } from "./printed.mjs";
import { replayed, report, whole } from "./result.mjs";
import { ROOT } from "./site.mjs";
import { browser, site } from "./stage.mjs";

const PLAYED = replayed(readFileSync(path.join(ROOT, "game/app/testdata/the-call-full.session.jsonl"), "utf8"));
const EN = JSON.parse(readFileSync(path.join(ROOT, "assets/words/en.json"), "utf8"));
const RESULT = report(PLAYED);

// atDebrief opens a game that has been played to its end.
async function atDebrief(query, { scheme = "light", ...options } = {}) {
	const game = await browser.open(`${site.url}?length=full&mode=practice${query}`, {
		...options,
		before: async (page) => {
			// Paper and pictures don't move.
			await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }, REDUCED_MOTION]);
			await page.evaluateOnNewDocument((log) => localStorage.setItem("hold-the-line:session.the-call.full.practice", log), PLAYED);
			await options.before?.(page);
		},
	});
	await game.playing();
	assert.equal(await game.screen(), "screen.debrief");
	return game;
}

const FORMATS = ["a4", "letter"];

for (const [name, query, options] of [
	["from the canvas", "", {}],
	["from the canvas in the dark", "", { scheme: "dark" }],
	["from a phone", "", { size: coarse(SIZES.phone) }],
	["in German", "&lang=de", {}],
	["from the plain page in the dark", "&view=plain", { scheme: "dark" }],
]) {
	test(`the debrief prints on one sheet, ${name}`, async () => {
		const game = await atDebrief(query, options);
		for (const format of FORMATS) {
			const pdf = Buffer.from(await game.page.pdf({ format, printBackground: true }));
			if (process.env.SHOTS) {
				writeFileSync(path.join(process.env.SHOTS, `print-${name.replaceAll(" ", "-")}-${format}.pdf`), pdf);
			}
			assert.equal(sheets(pdf), 1, `one page of ${format}`);
		}
		game.clean();
		await game.page.close();
	});
}

// onPaper is the visible text, and the texts that are cut off.
const onPaper = (page) => page.evaluate(() => {
	const words = [];
	const cut = [];
	const walk = document.createTreeWalker(document.getElementById("mirror"), NodeFilter.SHOW_TEXT);
	for (let text = walk.nextNode(); text; text = walk.nextNode()) {
		const around = text.parentElement;
		const range = document.createRange();
		range.selectNodeContents(text);
		const boxes = [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
		if (boxes.length === 0 || getComputedStyle(around).visibility !== "visible" || around.closest(".unseen:not([data-print~=seen])")) {
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
	test(`the ${name} prints everything, in ink`, async () => {
		const game = await atDebrief(query, { scheme: "dark" });
		await game.page.emulateMediaType("print");
		await game.page.setViewport({ width: 710, height: 1000 }); // A4 less its margins
		await game.settled();
		const { words, cut } = await onPaper(game.page);
		assert.deepEqual(cut, [], "nothing is cut off");
		const { hits, signals } = RESULT.discernment;
		const certain = RESULT.calibration.levels.find((level) => level.certainty === 3);
		const skill = (name) => whole(RESULT.skills.find((s) => s.skill === name).value);
		for (const said of [
			"Hold the Line", "The debrief · The Call · Full, Practice · 2 Mar 2026", "You often tell true from false",
			whole(RESULT.score), "of 100", "Your belief line", "Vladimir Putin phoned Elton John", "what the evidence supported",
			"True from false", `You believed ${hits} of ${signals} things that were real`, EN[`debrief.lean.${RESULT.discernment.lean}`],
			"Were you as sure as you were right?", `${certain.right} of ${certain.answers} right`, `${whole(100 * certain.share)}\u00a0%`, "80\u00a0%",
			"Five skills", "Chronology", skill("chronology"), "Discernment", skill("discernment"), "Worth another look", "Nothing has been sent anywhere",
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
		assert.equal(look.paper, "rgba(0, 0, 0, 0)", "no background is printed");
		assert.equal(look.painted, "rgb(205, 191, 159)", "the drawings are in light colours");
		assert.ok(look.drawings > 20);
		game.clean();
		await game.page.close();
	});
}

// LETTER is the height of a Letter sheet between its margins, in CSS pixels: A4 is higher.
const LETTER = 940;

test("the review prints on several sheets, no item cut in two", async () => {
	const game = await atDebrief("");
	await game.press("review");
	assert.ok(sheets(await game.page.pdf({ format: "a4" })) > 1);
	await game.page.emulateMediaType("print");
	const items = await game.page.$$eval("#mirror section[data-node^='review.']", (all) => all.map((e) => ({
		node: e.dataset.node, inside: getComputedStyle(e).breakInside, height: e.getBoundingClientRect().height, words: e.textContent.length,
	})));
	assert.ok(items.length > 20, "every answer is there");
	for (const item of items) {
		assert.equal(item.inside, "avoid");
		assert.ok(item.words > 20 && item.height > 10 && item.height < LETTER, `${item.node} fits a sheet, with its picture: ${item.height}`);
	}
	game.clean();
	await game.page.close();
});

// downloads has the page collect its downloads instead of saving them.
const downloads = (page) => page.evaluateOnNewDocument(() => {
	window.handedOut = [];
	HTMLAnchorElement.prototype.click = function () {
		const entry = { name: this.download };
		window.handedOut.push(entry);
		fetchBlob(this.href).then((bytes) => { entry.bytes = bytes; });
	};
	const blobs = new Map();
	const create = URL.createObjectURL;
	URL.createObjectURL = (blob) => {
		const address = create.call(URL, blob);
		blobs.set(address, blob);
		return address;
	};
	const fetchBlob = async (address) => [...new Uint8Array(await blobs.get(address).arrayBuffer())];
});

// isPicture asserts that bytes are a PNG file of the picture's size, and returns the
// colour of a pixel in its bottom left corner.
async function isPicture(page, bytes) {
	const file = Buffer.from(bytes);
	assert.equal(file.subarray(1, 4).toString("latin1"), "PNG");
	assert.deepEqual([file.readUInt32BE(16), file.readUInt32BE(20)], [2400, 1260], "twice 1200 × 630");
	assert.ok(file.length > 50_000 && file.length < 2_000_000, `${file.length} bytes`);
	if (process.env.SHOTS) {
		writeFileSync(path.join(process.env.SHOTS, "picture-browser.png"), file);
	}
	return page.evaluate(async (all) => {
		const image = await createImageBitmap(new Blob([Uint8Array.from(all)], { type: "image/png" }));
		const context = new OffscreenCanvas(1, 1).getContext("2d");
		context.drawImage(image, -10, -1250);
		return [...context.getImageData(0, 0, 1, 1).data];
	}, bytes);
}

const DESK = { light: [231, 221, 199, 255], dark: [22, 20, 18, 255] };

for (const [name, query, scheme] of [["canvas", "", "light"], ["plain page", "&view=plain", "dark"]]) {
	test(`a picture of the debrief is saved from the ${name}, in its theme`, async () => {
		const game = await atDebrief(query, { scheme, before: downloads });
		await game.invoke("save");
		await game.invoke("save.picture");
		await game.until(() => window.handedOut[0]?.bytes);
		const [file, ...rest] = await game.page.evaluate(() => window.handedOut);
		assert.equal(file.name, "the-call-full.png");
		assert.equal(rest.length, 0);
		const corner = await isPicture(game.page, file.bytes);
		corner.forEach((part, i) => assert.ok(Math.abs(part - DESK[scheme][i]) <= 3, `the desk is ${corner} in the ${scheme} theme`));
		assert.ok(!(await game.has("save.share")), "this device doesn't share");
		game.clean();
		await game.page.close();
	});
}

test("a picture is shared if the device can, and saved if that fails", async () => {
	const game = await atDebrief("&view=plain", {
		before: async (page) => {
			await downloads(page);
			await page.evaluateOnNewDocument(() => {
				window.shared = [];
				window.refusal = "";
				navigator.canShare = ({ files }) => files[0].type === "image/png";
				navigator.share = async ({ files, title }) => {
					if (window.refusal) {
						throw new DOMException("no", window.refusal);
					}
					window.shared.push({ title, name: files[0].name, bytes: [...new Uint8Array(await files[0].arrayBuffer())] });
				};
			});
		},
	});
	await game.invoke("save");
	await game.invoke("save.share");
	await game.until(() => window.shared.length === 1);
	const [{ name, title, bytes }] = await game.page.evaluate(() => window.shared);
	assert.equal(name, "the-call-full.png");
	assert.equal(title, "Hold the Line: my debrief of The Call");
	await isPicture(game.page, bytes);
	assert.equal(await game.page.evaluate(() => window.handedOut.length), 0);

	await game.page.evaluate(() => { window.refusal = "AbortError"; });
	await game.invoke("save.share");
	await game.page.evaluate(() => { window.refusal = "NotAllowedError"; });
	await game.invoke("save.share");
	await game.until(() => window.handedOut.length > 0);
	await game.until(() => window.handedOut[0].bytes);
	assert.equal(await game.page.evaluate(() => window.handedOut.length), 1, "saved when sharing isn't possible, and not when the player declines");
	game.clean();
	await game.page.close();
});
