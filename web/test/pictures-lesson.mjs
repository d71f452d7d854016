// Makes the picture of the lesson: its first page, a side of the pupils' sheet and
// reading cards, as they are printed on A4: npm run pictures.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { PNG } from "pngjs";
import { Browser } from "./browser.mjs";
import { ROOT, serveSite } from "./site.mjs";

const OUT = path.join(ROOT, "assets/pictures/lesson.png");
const SCALE = 0.5; // device pixels to a CSS pixel
const SIDE = { width: 794, height: 1123 }; // A4 in CSS pixels
const MARGIN = 45; // CSS pixels
const GAP = 12; // device pixels
const DESK = [0xd8, 0xd2, 0xc4, 0xff]; // RGBA

const SIDES = [["lesson-the-call.html", "#start"], ["worksheet-the-call.html", "#sheet"], ["worksheet-the-call.html", "#cards"]];

const site = await serveSite();
const browser = await Browser.launch();
try {
	const sides = [];
	for (const [name, selector] of SIDES) {
		const game = await browser.open(`${site.url}${name}`, { size: { ...SIDE, deviceScaleFactor: SCALE } });
		await game.page.emulateMediaType("print");
		await game.page.evaluate(async (wanted, margin) => {
			for (const section of document.querySelectorAll("main > section, footer")) {
				section.hidden = !section.matches(wanted);
			}
			document.body.style.padding = `${margin}px`;
			await document.fonts.ready;
		}, selector, MARGIN);
		sides.push(PNG.sync.read(Buffer.from(await game.page.screenshot())));
		game.clean();
		await game.page.close();
	}
	const [{ width, height }] = sides;
	const all = new PNG({ width: sides.length * (width + GAP) + GAP, height: height + 2 * GAP });
	for (let i = 0; i < all.data.length; i += DESK.length) {
		all.data.set(DESK, i);
	}
	sides.forEach((side, i) => PNG.bitblt(side, all, 0, 0, width, height, GAP + i * (width + GAP), GAP));
	writeFileSync(OUT, PNG.sync.write(all, { colorType: 2 }));
} finally {
	await browser.close();
	await site.stop();
}
