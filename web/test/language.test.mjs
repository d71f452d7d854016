// The interface's language in the browser: what a screen reader is told of it,
// and where the choice comes from.
import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, site } from "./stage.mjs";

const lang = (game, selector = "html") => game.page.$eval(selector, (e) => e.closest("[lang]").lang);
const text = (game, node) => game.page.$eval(`#mirror [data-node="${node}"]`, (e) => e.textContent);

test("the language is chosen, kept, and told to screen readers; the case keeps its own", async () => {
	const game = await browser.open(site.url);
	await game.playing();
	assert.equal(await lang(game), "en");
	await game.press("settings");
	await game.focus("language.auto");
	await game.key("ArrowDown");
	await game.until(() => document.documentElement.lang === "de");
	assert.equal(await game.page.$eval("#mirror [role=dialog]", (e) => e.ariaLabel), "Einstellungen");
	await game.key("Escape");
	assert.equal(await text(game, "begin"), "Anfangen");
	assert.equal(await lang(game, '#mirror [data-node="begin"]'), "de");
	assert.equal(await lang(game, '#mirror [data-node="summary"]'), "en", "the case is in English");
	assert.equal(await lang(game, "#mirror [aria-live]"), "de", "what is announced is the interface's");

	await game.reload();
	await game.playing();
	assert.equal(await lang(game), "de", "the choice is kept");

	const visit = await browser.open(`${site.url}?lang=en`);
	await visit.playing();
	assert.equal(await text(visit, "begin"), "Begin", "the link's language holds for the visit");
	await visit.page.close();

	await game.reload();
	await game.playing();
	assert.equal(await lang(game), "de", "and for no longer");
	await game.press("begin");
	const part = await game.page.$eval('#mirror [data-node="eyebrow"] [lang]', (e) => [e.lang, e.textContent]);
	assert.deepEqual(part, ["en", "The Desk"], "a part of a sentence too");
	game.clean();
	await game.page.close();
});

test("a browser that prefers German is spoken to in German", async () => {
	const game = await browser.open(site.url, {
		before: async (page) => {
			await page.evaluateOnNewDocument(() => {
				localStorage.clear();
				Object.defineProperty(navigator, "languages", { get: () => ["fr", "de-CH", "en"] });
			});
		},
	});
	await game.playing();
	assert.equal(await text(game, "begin"), "Anfangen");
	game.clean();
	await game.page.close();
});
