// A picture of a source, from the author's page to the player's screen: chosen, refused,
// described, undone, kept through a crash, saved in the file, and shown where its source is
// read.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { test } from "node:test";
import { PNG } from "pngjs";
import { Author } from "./author.mjs";
import { SIZES } from "./browser.mjs";
import { collect } from "./downloads.mjs";
import { PATIENCE, temporary } from "./own.mjs";
import { opened, site } from "./stage.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PICTURE = "sources[0].picture";
const SHOWS = "Two stripes, a red one above a blue one.";

// flag is a picture of two colours, one above the other.
const flag = (width, height) => {
	const png = new PNG({ width, height });
	for (let i = 0; i < width * height; i++) {
		png.data.set(i < width * height / 2 ? [200, 30, 30, 255] : [30, 60, 200, 255], 4 * i);
	}
	return PNG.sync.write(png);
};

// stripes tells whether the colours of the flag are where an element is on the screen.
const stripes = async (game, node) => {
	await game.page.evaluate((id) => {
		if (document.getElementById("mirror").dataset.view === "plain") {
			document.querySelector(`#mirror [data-node="${id}"]`).scrollIntoView({ block: "center" }); // not below the bar
		}
	}, node);
	const png = PNG.sync.read(Buffer.from(await game.page.screenshot()));
	const { x, y, width, height, scale } = await game.page.evaluate((id) => {
		const box = document.querySelector(`#mirror [data-node="${id}"]`).getBoundingClientRect();
		return { x: box.x, y: box.y, width: box.width, height: box.height, scale: devicePixelRatio };
	}, node);
	const at = (right, down) => [...png.data.subarray(4 * (Math.round((y + down * height) * scale) * png.width + Math.round((x + right * width) * scale))).subarray(0, 3)];
	const near = (colour, wanted) => colour.every((value, i) => Math.abs(value - wanted[i]) < 24);
	const seen = [at(0.1, 0.2), at(0.9, 0.4), at(0.1, 0.6), at(0.9, 0.9)];
	return { seen, right: near(seen[0], [200, 30, 30]) && near(seen[1], [200, 30, 30]) && near(seen[2], [30, 60, 200]) && near(seen[3], [30, 60, 200]) };
};

const axe = async (game, where) => {
	await game.page.evaluate(AXE);
	const found = await game.page.evaluate(async () => (await window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`));
	assert.deepEqual(found, [], where);
};

test("a picture goes from the author's page to the player's screen", async () => {
	const { folder, remove } = temporary();
	const file = (name, data) => {
		const where = path.join(folder, name);
		writeFileSync(where, data);
		return where;
	};
	const drawing = file("gate.png", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
	const broken = file("broken.png", flag(40, 20).subarray(0, 60));
	const photo = file("Two Stripes.png", flag(2400, 1600));
	let saved;
	await opened(async (game) => {
		const author = new Author(game);
		await author.copy("The Lost Cat");
		await author.go("Sources");
		await author.unfold(PICTURE);
		const choose = async (name) => (await game.page.$(`[data-path="${PICTURE}"] input[type=file]`)).uploadFile(name);
		await choose(drawing);
		await author.until("#status", "can hold programs");
		await choose(broken);
		await author.until("#status", "no picture that this browser can read");
		await choose(photo);
		const shown = `[data-path="${PICTURE}"] img`;
		await game.until((where) => document.querySelector(where)?.naturalWidth === 1200, shown);
		await author.until("#side", "problem"); // nobody has said yet what it shows
		await author.field(`${PICTURE}.description`, SHOWS);
		await author.written(SHOWS);
		await author.field(`${PICTURE}.credit`, "Drawn for a test");
		await author.written("Drawn for a test");
		await author.field(`${PICTURE}.license`, "CC-BY-4.0");
		await author.until("#side", "Nothing is wrong");
		await axe(game, "the form");

		await author.press(`[data-path="${PICTURE}"]`, "Take the picture away");
		await game.until((where) => document.querySelector(where) === null, shown);
		assert.doesNotMatch(await author.text(), /two-stripes/);
		await author.press("#tools", "Undo");
		await game.until((where, words) => document.querySelector(where)?.complete && document.querySelector(where).alt === words, shown, SHOWS);

		await game.page.reload(); // as after a crash
		await author.press(".drafts", "My copy of The Lost Cat");
		await author.until("#side", "Nothing is wrong");
		await author.press("#tools", "Save as file");
		await game.until(() => window.handedOut.length === 1);
		saved = await game.page.evaluate(() => window.handedOut[0].text);
		assert.match(saved, /^pictures:\n {2}two-stripes-[0-9a-f]{8}\.png: \S{100,}$/m);
		const { picture } = /file: (?<picture>\S+)/.exec(saved).groups;
		const content = Buffer.from(new RegExp(`^ {2}${picture}: (\\S+)$`, "m").exec(saved)[1], "base64");
		assert.equal(PNG.sync.read(content).width, 1200);
		game.expect(/broken|could not be decoded/i);
	}, { url: `${site.url}author.html`, before: collect });

	// Whoever opens the file has the picture, and so has whoever it is dropped on.
	await opened(async (game) => {
		const author = new Author(game);
		await game.until(() => document.getElementById("file") !== null);
		await (await game.page.$("#file")).uploadFile(file("cat.yaml", saved));
		await author.until("#side", "Nothing is wrong");
		assert.doesNotMatch(await author.text(), /^pictures:/m);
	}, { url: `${site.url}author.html` });
	await opened(async (game) => {
		await game.playing();
		await game.page.evaluate((words) => {
			window.left = true; // which the next page doesn't know
			const files = new DataTransfer();
			files.items.add(new File([words], "cat.yaml"));
			document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
		}, saved);
		await game.until(() => !window.left && document.documentElement.dataset.state === "playing" && document.getElementById("mirror").textContent.includes("The Lost Cat"));
		await game.click("begin");
		const card = "card.notice.picture";
		await game.waitFor(card);
		for (const view of ["canvas", "plain"]) {
			const look = await game.page.evaluate((id) => {
				const { localName, alt, width, height, src, parentElement } = document.querySelector(`#mirror [data-node="${id}"]`);
				return { localName, alt, shape: width / height, origin: src.slice(0, 5), credit: parentElement.textContent };
			}, card);
			assert.deepEqual([look.localName, look.alt, look.origin], ["img", SHOWS, "blob:"], view);
			assert.ok(Math.abs(look.shape - 1.5) < 0.05, `${view}: it is ${look.shape} times as wide as high`);
			assert.match(look.credit, /Picture: Drawn for a test · CC BY 4\.0/);
			let found;
			for (const end = Date.now() + PATIENCE; Date.now() < end && !found?.right;) { // it is decoded beside the game
				await game.frames(1);
				found = await stripes(game, card);
			}
			assert.ok(found.right, `${view}: ${JSON.stringify(found.seen)}`);
			await axe(game, view);
			if (view === "canvas") {
				const address = game.page.url();
				await game.page.goto("about:blank");
				await game.page.goto(address.replace("?", "?view=plain&"));
				await game.playing();
				if (!await game.has(card)) {
					await game.click(await game.has("go-on") ? "go-on" : "begin");
				}
				await game.waitFor(card);
			}
		}
	}, { size: { ...SIZES.window, height: 900 } });
	remove();
});
