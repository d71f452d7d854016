// A finished game as a code, from the pupil's screen to the teacher's page: the QR code
// is read from the picture, typed, and held before a camera.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { PNG } from "pngjs";
import readQR from "../jsqr/jsqr.js";
import { coarse, REDUCED_MOTION, SIZES } from "./browser.mjs";
import { launchFirefox } from "./engines.mjs";
import { temporary } from "./own.mjs";
import { replayed, report, unpacked } from "./result.mjs";
import { ROOT } from "./site.mjs";
import { opened, site } from "./stage.mjs";

const PLAYED = replayed(readFileSync(path.join(ROOT, "game/app/testdata/the-call-full.session.jsonl"), "utf8"));

// The code and the pixels around it, once they have been read from a screen.
let code = "";
let screen;

const picture = async (page) => PNG.sync.read(Buffer.from(await page.screenshot()));
// As the page reads what its camera sees: dark on light only.
const read = ({ data, width, height }) => readQR(new Uint8ClampedArray(data), width, height, { inversionAttempts: "dontInvert" });

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
			const { data: text, location } = read(seen) ?? {};
			assert.ok(text?.startsWith("HTL1"), `the QR code can be read from the picture: ${text}`);
			const lines = await game.page.$$eval(`#mirror [data-node^="give.line."]`, (items) => items.map((item) => item.textContent.trim()));
			assert.equal(lines.join("").replaceAll(" ", ""), text, "the letters beside it are the same");
			assert.ok(lines.every((line) => line.split(" ").every((group) => group.length <= 5)), "in groups of five");
			assert.deepEqual(report(unpacked(text, "the-call"), "the-call"), report(PLAYED, "the-call"));
			code = text;
			screen ??= { ...seen, location };

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
		await game.until(() => document.querySelectorAll(`#mirror [data-node="after.files"] > li`).length === 2 &&
			document.querySelector("#mirror [data-node=compare]:not([aria-disabled=true])") !== null); // the story is there too
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

// film writes what a camera sees of a screen with a code as YUV4MPEG2, 640 by 480: the
// code fills two thirds of the height, somewhat turned, grey and in perspective.
function film(file, { data, width, height, location: { topLeftCorner: from, bottomRightCorner: to } }) {
	const [w, h] = [640, 480];
	const [middle, scale] = [{ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, (to.y - from.y) / (h * 2 / 3)];
	const [cos, sin] = [Math.cos(0.08) * scale, Math.sin(0.08) * scale];
	const luma = Buffer.alloc(w * h, 90);
	for (let y = 0; y < h; y++) {
		for (let x = 0; x < w; x++) {
			const tilt = 1 + 0.00012 * (x - w / 2);
			const u = Math.round(middle.x + (cos * (x - w / 2) - sin * (y - h / 2)) * tilt);
			const v = Math.round(middle.y + (sin * (x - w / 2) + cos * (y - h / 2)) * tilt);
			if (u >= 0 && v >= 0 && u < width && v < height) {
				luma[y * w + x] = 40 + 0.7 * data[4 * (v * width + u)];
			}
		}
	}
	const chroma = Buffer.alloc(w * h / 2, 128);
	writeFileSync(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${w} H${h} F10:1 Ip A1:1 C420jpeg\nFRAME\n`), luma, chroma]));
}

test("a code is held before the camera, and counts once", async () => {
	const { folder, remove } = temporary();
	const file = path.join(folder, "code.y4m");
	film(file, screen);
	await opened(async (game) => {
		await game.playing();
		assert.ok(!game.requests.some((url) => url.includes("jsqr")), "the reader is fetched only with the camera");
		await game.press("before.scan");
		await game.page.waitForSelector("dialog video");
		await game.page.type("dialog input", "Zoe");
		await game.page.evaluate(() => window.film());
		const says = (words) => game.until((wanted) => document.querySelector("dialog [role=status]").textContent.includes(wanted), words);
		await says("1 from before");
		assert.equal(await game.page.$eval("dialog input", (field) => field.value), "", "the name is taken");
		if (process.env.SHOTS) {
			await game.page.screenshot({ path: path.join(process.env.SHOTS, "codes-camera.png") });
		}
		await says("It counts once."); // it stays in view
		await game.page.click("dialog button");
		await game.until(() => document.querySelector("dialog") === null);
		await game.settled();
		const list = await rows(game, "before");
		assert.equal(list.length, 1);
		assert.match(list[0], /^Zoe[^]*The Call[^]*complete/);
	}, {
		url: `${site.url}teacher.html`, query: "?do=compare&view=plain", size: coarse(SIZES.laptop),
		flags: ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", `--use-file-for-fake-video-capture=${file}`],
		// The film begins once the name is typed.
		before: (page) => page.evaluateOnNewDocument(() => {
			const { getUserMedia } = MediaDevices.prototype;
			MediaDevices.prototype.getUserMedia = async function wait(...wanted) {
				await new Promise((resolve) => { window.film = resolve; });
				return getUserMedia.apply(this, wanted);
			};
		}),
	});
	remove();
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
