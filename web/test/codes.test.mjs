// A finished game as a code, from the pupil's screen to the teacher's page: the QR code
// is read from the picture, and typed.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { PNG } from "pngjs";
import readQR from "../jsqr/jsqr.js";
import { REDUCED_MOTION, SIZES } from "./browser.mjs";
import { launchFirefox } from "./engines.mjs";
import { replayed, report, unpacked } from "./result.mjs";
import { ROOT } from "./site.mjs";
import { opened, site } from "./stage.mjs";

const PLAYED = replayed(readFileSync(path.join(ROOT, "game/app/testdata/the-call-full.session.jsonl"), "utf8"));

// The code once it has been read from a screen.
let code = "";

const picture = async (page) => PNG.sync.read(Buffer.from(await page.screenshot()));
const read = ({ data, width, height }) => readQR(new Uint8ClampedArray(data), width, height)?.data;

for (const [name, { size, scheme, view = "canvas" }] of Object.entries({
	"on a laptop": { size: SIZES.laptop, scheme: "light" },
	"on a phone in the dark": { size: SIZES.phone, scheme: "dark" },
	"in the plain page in the dark": { size: SIZES.laptop, scheme: "dark", view: "plain" },
})) {
	test(`the debrief's QR code holds the session, ${name}`, async () => {
		await opened(async (game) => {
			await game.playing();
			await game.press("give");
			await game.until(() => document.querySelector(`#mirror [data-node="give.qr"]`) !== null);
			await game.settled();
			const seen = await picture(game.page);
			if (process.env.SHOTS) {
				writeFileSync(path.join(process.env.SHOTS, `codes-${name.replaceAll(" ", "-")}.png`), PNG.sync.write(seen));
			}
			const text = read(seen);
			assert.ok(text?.startsWith("HTL1"), `the QR code can be read from the picture: ${text}`);
			const lines = await game.page.$$eval(`#mirror [data-node^="give.line."]`, (items) => items.map((item) => item.textContent.trim()));
			assert.equal(lines.join("").replaceAll(" ", ""), text, "the letters beside it are the same");
			assert.ok(lines.every((line) => line.split(" ").every((group) => group.length <= 5)), "in groups of five");
			assert.deepEqual(report(unpacked(text, "the-call"), "the-call"), report(PLAYED, "the-call"));
			code = text;

			// Copied, it is the same.
			await game.page.evaluate(() => {
				navigator.clipboard.writeText = async (copied) => { window.copied = copied; };
			});
			await game.press("give.copy");
			await game.until(() => window.copied);
			assert.equal(await game.page.evaluate(() => window.copied), text);
			assert.equal(await game.announced(), "The code has been copied.");
		}, {
			query: `?length=full&mode=practice&view=${view}`, size,
			before: async (page) => {
				await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }, REDUCED_MOTION]);
				await page.evaluateOnNewDocument((log) => localStorage.setItem("hold-the-line:session.the-call.full.practice", log), PLAYED);
			},
		});
	});
}

const rows = (game, side) => game.page.$$eval(`#mirror [data-node="${side}.files"] > li`, (items) => items.map((item) => item.innerText.trim()));

test("a code is typed on the teacher's page in Firefox, and counts once", async () => {
	const browser = await launchFirefox({ headless: true });
	try {
		const game = await browser.open(`${site.url}teacher.html?do=compare&view=plain`, { size: SIZES.window });
		await game.playing();
		const enter = async (text) => {
			await game.invoke("after.enter");
			await game.page.waitForSelector("dialog textarea");
			assert.equal(await game.page.evaluate(() => document.activeElement.localName), "textarea", "what is typed goes into the field");
			await game.page.type("dialog textarea", "s"); // no shortcut of the program
			await game.page.$eval("dialog textarea", (field, words) => { field.value = words; }, text);
			await game.page.click("dialog button:last-of-type");
			await game.until(() => document.querySelector("dialog") === null);
			await game.settled();
		};
		const mistyped = code.slice(0, 25) + (code[25] === "7" ? "8" : "7") + code.slice(26);
		await enter(`Ada:\n${code.toLowerCase().replace(/.{4}/g, "$& ").replaceAll("0", "o")}\n\nBo: ${mistyped}`);
		await game.until(() => document.querySelectorAll(`#mirror [data-node="after.files"] > li`).length === 2);
		const [ada, bo] = await rows(game, "after");
		assert.match(ada, /^Ada[^]*The Call[^]*complete/);
		assert.match(bo, /^Bo[^]*Line 2 of this code is mistyped/);
		await enter(code);
		await game.until(() => document.querySelector(`#mirror [data-node="trouble.text"]`)?.innerText.includes("It counts once."));
		assert.equal((await rows(game, "after")).length, 2);
		await game.invoke("compare");
		await game.waitForScreen("screen.group");
		const { discernment: d } = report(PLAYED, "the-call");
		assert.equal(await game.words("#mirror [data-node=heading]"), `ada believed ${d.hits} of ${d.signals} things that were real, and ${d.false_alarms} of ${d.noise} that were not, or not yet.`);
		game.clean();
	} finally {
		await browser.close();
	}
});

test("without a camera the page says so", async () => {
	await opened(async (game) => {
		await game.playing();
		await game.press("before.scan");
		await game.until(() => /no camera here|type the codes/.test(document.querySelector("dialog [role=status]")?.textContent ?? ""));
		await game.page.keyboard.press("Escape");
		await game.until(() => document.querySelector("dialog") === null);
		assert.equal(await game.focused(), "before.scan", "the focus is back where it was");
	}, { url: `${site.url}teacher.html`, query: "?do=compare&view=plain" });
});
