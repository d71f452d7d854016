// An author plays a case while it is being written: the page follows each change of the
// file, shows errors in the place of the game, and goes on where it was.
import assert from "node:assert/strict";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { Browser, PATIENCE } from "./browser.mjs";
import { temporary } from "./own.mjs";
import { ROOT, serveSite, SITE } from "./site.mjs";

const small = readFileSync(path.join(ROOT, "quiz/cmd/case/template.yaml"), "utf8");
const file = path.join(temporary().folder, "snow-day.yaml");
let browser, served;

// write writes the file at once: the server may look at any moment.
function write(text) {
	writeFileSync(`${file}.new`, text);
	renameSync(`${file}.new`, file);
}

before(async () => {
	write(small);
	served = await serveSite(SITE, ["-preview", file]);
	browser = await Browser.launch();
});

after(async () => {
	await browser?.close();
	await served?.stop();
});

// inGame waits until a function of the game's page, given a value, is true there. It
// polls by a timer, since the program controls that page's frames.
async function inGame(page, want, value) {
	const frame = await (await page.waitForSelector("#game", { timeout: PATIENCE })).contentFrame();
	await frame.waitForFunction(want, { timeout: PATIENCE, polling: 15 }, value);
	return frame;
}

const says = (words) => document.querySelector("#mirror")?.textContent.includes(words);

const status = (page, words) => page.waitForFunction((want) => document.querySelector("#status").textContent.includes(want), { timeout: PATIENCE }, words);

test("the game follows each change of its file, and errors are shown in its place", async () => {
	const page = await browser.browser.newPage();
	await page.goto(`${served.url}?view=plain&length=full`);
	await status(page, "Version 1: plays");
	const frame = await inGame(page, says, "The Snow Day");
	await frame.evaluate(() => document.querySelector('#mirror [data-node="begin"]').click());
	await inGame(page, says, "Stay in bed!");
	assert.match(await page.$eval("#outline", (pre) => pre.textContent), /right: Can’t know yet/);

	// What is wrong, where, and what to do.
	write(small.replace("relies_on: [message]", "relies_on: [massage]"));
	await status(page, "1 error");
	assert.equal(await page.$eval("#game", (game) => game.hidden), true);
	assert.match(await page.$eval("#list .error", (li) => li.textContent), /^\d+:17there is no source "massage"\..*→ did you mean "message"\?$/s);

	// Text of the case is only ever text.
	write(small.replace("title: Stay in bed!", 'title: "<img src=x onerror=document.title=1> Stay up!"'));
	await status(page, "plays");
	await inGame(page, says, "Stay up!");
	assert.equal(await page.$("#outline img"), null);
	assert.equal(await page.$eval("#game", (game) => game.hidden), false);
	await inGame(page, (node) => document.querySelector(`#mirror [data-node="${node}"]`) === null, "begin");

	// Over again from the briefing.
	await page.click("#over");
	await inGame(page, (node) => document.querySelector(`#mirror [data-node="${node}"]`) !== null, "begin");
	await page.close();
});
