// A finished game as a code, from the pupil's screen to the teacher's page: the QR code
// is read from the picture, typed, and held before a camera.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { PNG } from "pngjs";
import readQR from "../jsqr/jsqr.js";
import { Browser, coarse, REDUCED_MOTION, SIZES } from "./browser.mjs";
import { launchFirefox } from "./engines.mjs";
import { temporary } from "./own.mjs";
import { replayed, report, unpacked } from "./result.mjs";
import { ROOT } from "./site.mjs";
import { opened, site } from "./stage.mjs";

const PLAYED = replayed(readFileSync(path.join(ROOT, "game/app/testdata/the-call-full.session.jsonl"), "utf8"));

// The code once it has been read from a screen.
let code = "";

const picture = async (page) => PNG.sync.read(Buffer.from(await page.screenshot()));
const read = ({ data, width, height }) => readQR(new Uint8ClampedArray(data), width, height)?.data;

for (const [name, { size, scheme, view = "canvas", axe: checked }] of Object.entries({
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
		const game = await browser.open(`${site.url}teacher.html?view=plain`, { size: SIZES.window });
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

// film writes a picture as what a camera sees: YUV4MPEG2, 640 by 480, and not straight.
function film(file, { data, width, height }) {
	const [w, h] = [640, 480];
	const scale = height / 400;
	const [cos, sin] = [Math.cos(0.08) * scale, Math.sin(0.08) * scale];
	const luma = Buffer.alloc(w * h);
	for (let y = 0; y < h; y++) {
		for (let x = 0; x < w; x++) {
			const tilt = 1 + 0.00012 * (x - w / 2);
			const u = Math.round(width / 2 + (cos * (x - w / 2) - sin * (y - h / 2)) * tilt);
			const v = Math.round(height / 2 + (sin * (x - w / 2) + cos * (y - h / 2)) * tilt);
			const inside = u >= 0 && v >= 0 && u < width && v < height;
			luma[y * w + x] = inside ? 40 + 0.7 * data[4 * (v * width + u)] : 90;
		}
	}
	const chroma = Buffer.alloc(w * h / 2, 128);
	const frame = Buffer.concat([Buffer.from("FRAME\n"), luma, chroma]);
	writeFileSync(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${w} H${h} F10:1 Ip A1:1 C420jpeg\n`), frame, frame, frame]));
}

test("a QR code is held before the camera", async () => {
	const { folder, remove } = temporary();
	const file = path.join(folder, "code.y4m");
	let shot;
	await opened(async (game) => {
		await game.playing();
		await game.press("give");
		await game.settled();
		const { x, y, width, height } = await game.page.$eval(`#mirror [data-node="give.qr"]`, (element) => element.getBoundingClientRect().toJSON());
		shot = PNG.sync.read(Buffer.from(await game.page.screenshot({ clip: { x, y, width, height } })));
	}, {
		query: "?length=full&mode=practice&view=plain", size: SIZES.laptop,
		before: (page) => page.evaluateOnNewDocument((log) => localStorage.setItem("hold-the-line:session.the-call.full.practice", log), PLAYED),
	});
	film(file, shot);
	const browser = await Browser.launch({ flags: ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", `--use-file-for-fake-video-capture=${file}`] });
	try {
		const game = await browser.open(`${site.url}teacher.html`, { size: coarse(SIZES.laptop) });
		await game.playing();
		assert.ok(!game.requests.some((url) => url.includes("jsqr")), "the reader is fetched only with the camera");
		await game.press("before.scan");
		await game.page.waitForSelector("dialog video");
		await game.page.type("dialog input", "Zoe");
		await game.until(() => /1 from before/.test(document.querySelector("dialog [role=status]")?.textContent ?? ""));
		if (process.env.SHOTS) {
			await game.page.screenshot({ path: path.join(process.env.SHOTS, "codes-camera.png") });
		}
		// In view for longer it comes again, and counts once.
		await game.until(() => document.querySelector("dialog [role=status]").textContent.includes("It counts once."));
		await game.page.click("dialog button:last-of-type");
		await game.until(() => document.querySelector("dialog") === null);
		await game.settled();
		const list = await rows(game, "before");
		assert.equal(list.length, 1);
		assert.match(list[0], /^(Zoe|Pupil 1)[^]*The Call[^]*complete/);
		game.clean();
	} finally {
		await browser.close();
		remove();
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
	}, { url: `${site.url}teacher.html`, query: "?view=plain" });
});
