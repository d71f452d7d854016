// Takes a screenshot of every screen of the Full length and of the page while the
// program loads, in every size: npm run shots. Other sizes, themes or views:
// node shots.mjs phone,laptop dark plain
import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Browser, SIZES } from "./browser.mjs";
import { Player } from "./player.mjs";
import { serveSite, startProxy } from "./site.mjs";

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), "shots");
const sizes = (process.argv[2] ?? Object.keys(SIZES).join(",")).split(",");
const scheme = process.argv[3] ?? "light";
const view = process.argv[4] ?? "canvas";

mkdirSync(folder, { recursive: true });
const site = await serveSite();
// The program never arrives, to show the page before it.
const waiting = await startProxy(site.url, {
	intercept: (request, response) => {
		if (!request.url.endsWith(".wasm")) {
			return false;
		}
		response.writeHead(200, { "content-type": "application/wasm" });
		return true;
	},
});

async function walk(browser, size) {
	let n = 0;
	let game = null;
	const shot = async (name) => {
		const number = String(n++).padStart(2, "0");
		await game.page.screenshot({ path: path.join(folder, `${size}-${scheme}-${view}-${number}-${name}.png`), fullPage: view === "plain" });
	};
	const open = async (url) => {
		game = await browser.open(url, {
			size: SIZES[size],
			before: (page) => page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]),
		});
	};

	await open(waiting.url);
	await game.page.waitForSelector("[data-script]");
	await shot("loading");
	await game.page.close();

	await open(`${site.url}?seed=7&view=${view}`);
	await game.playing();
	const player = new Player(game, { hand: "press", onScreen: shot });
	await player.begin("full");
	await player.play();
	await game.key("Home");
	await shot("debrief");
	await player.press("review");
	await shot("review");
	await player.press("review.back");
	await player.press("save");
	await shot("save");
	game.clean();
	console.log(`${n} pictures of ${size}, ${scheme}`);
}

try {
	for (const size of sizes) {
		const browser = await Browser.launch();
		try {
			await walk(browser, size);
		} finally {
			await browser.close();
		}
	}
} finally {
	await waiting.stop();
	await site.stop();
}
