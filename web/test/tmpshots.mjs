import { readFileSync, mkdirSync } from "node:fs";
import { Browser } from "./browser.mjs";
import { Player } from "./player.mjs";
import { serveSite, startProxy } from "./site.mjs";
const CAT = readFileSync("../../quiz/casefile/testdata/lost-cat-ar.json", "utf8");
mkdirSync("/tmp/shots", { recursive: true });
const site = await serveSite();
const browser = await Browser.launch();
const proxy = await startProxy(site.url, { intercept: (q, r) => { if (q.url.includes("/case-the-armistice-cable.")) { r.writeHead(200, { "content-type": "application/json" }).end(CAT); return true; } return false; } });
for (const size of [{ width: 390, height: 844 }, { width: 1366, height: 768 }]) {
	const game = await browser.open(`${proxy.url}?lang=ar&case=the-armistice-cable&seed=4`, { size });
	await game.playing();
	const shot = async (s) => { await game.page.screenshot({ path: `/tmp/shots/ar-${size.width}-${s}.png`, fullPage: size.width < 500 }); };
	const want = new Set(["briefing", "tuesday-1-asked", "tuesday-1-answered", "order-happened-1-asked", "order-happened-1-answered", "date-paper-1-asked", "trace-radio-1-asked", "trace-radio-1-answered", "spot-library-1-answered", "slips-memory-1-answered"]);
	const player = new Player(game, { hand: "invoke", story: JSON.parse(CAT), onScreen: async (s) => { if (want.has(s)) await shot(s); } });
	await player.begin("full");
	await player.play();
	await game.page.screenshot({ path: `/tmp/shots/ar-${size.width}-debrief.png`, fullPage: true });
	await game.invoke("menu"); await shot("menu");
	await game.page.close();
}
await browser.close(); await proxy.stop(); await site.stop();
