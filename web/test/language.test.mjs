// The interface's language in the browser: how it is marked up for screen readers,
// and where the choice comes from.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { loadAxe } from "./axe.mjs";
import { atOnce } from "./browser.mjs";
import { Player } from "./player.mjs";
import { answered, saved } from "./result.mjs";
import { ROOT, startProxy } from "./site.mjs";
import { browser, site } from "./stage.mjs";

const lang = (game, selector = "html") => game.page.$eval(selector, (e) => e.closest("[lang]").lang);
const text = (game, node) => game.page.$eval(`#mirror [data-node="${node}"]`, (e) => e.textContent);

// told waits until the case is told in a language, which is that of one of its texts.
const told = (game, language, node = "summary") => game.until(
	([lang, id]) => document.querySelector(`#mirror [data-node="${id}"]`)?.closest("[lang]").lang === lang, [language, node]);

test("the language is chosen, kept, and told to screen readers, and the case is told in it", async () => {
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
	await told(game, "de");
	assert.match(await text(game, "summary"), /Du sitzt in der Redaktion/);
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
	assert.equal(await lang(game), "de", "but only for that visit");
	await game.press("begin");
	assert.match(await text(game, "eyebrow"), /^Der Tisch/);
	assert.equal(await game.page.$$eval('#mirror [data-node="eyebrow"] [lang]', (all) => all.length), 0, "nothing in it is in another language");
	game.clean();
	await game.page.close();
});

test("in the middle of a game the case changes its language, and nothing is lost", async () => {
	const key = "the-call.quick.practice";
	const fetched = (game) => game.page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => name.includes("case-the-call-")).length);
	const game = await browser.open(`${site.url}?view=plain&length=quick&seed=3&lang=en`);
	await game.waitForState("playing");
	await game.press("begin");
	await game.until(() => document.querySelector('#mirror [data-node="verdict.prank"]'));
	await game.press("verdict.prank");
	await game.press("certainty.2");
	const log = await saved(game, key);
	assert.equal(await fetched(game), 0, "no translation is fetched before its language is chosen");

	await game.press("menu");
	await game.press("menu.settings");
	await game.press("language.de");
	await told(game, "de", "scene");
	assert.equal(await fetched(game), 1);
	await game.key("Escape");
	const says = async (when) => {
		const words = await game.words("#mirror");
		for (const part of [/Du hast die Spätschicht in der Redaktion/, /Elton Johns Beitrag auf Instagram/, /Wladimir Putin hat Elton John am 14\. September oder davor angerufen/, /Ein Streich/]) {
			assert.match(words, part, `${part} ${when}`);
		}
		assert.doesNotMatch(words, /Elton John’s|phoned/, `nothing is left in English ${when}`);
	};
	await says("at once");
	assert.equal(await saved(game, key), log, "the game is the same");

	await game.page.goto(`${site.url}?view=plain`);
	await game.waitForState("playing");
	await told(game, "de", "scene");
	await says("after it was loaded again");
	await game.press("submit");
	await game.until(() => document.querySelector('#mirror [data-node="next"]'));
	assert.deepEqual(answered(await saved(game, key)).map(({ item }) => item), ["b1-call"], "the answer of before is handed in");
	game.clean();
	await game.page.evaluate(() => localStorage.clear());
	await game.page.close();
});

test("in a browser that prefers German the game is in German, and a case that isn't translated in its own language", async () => {
	const game = await browser.open(`${site.url}?case=the-armistice-cable`, {
		before: async (page) => {
			await page.evaluateOnNewDocument(() => {
				localStorage.clear();
				Object.defineProperty(navigator, "languages", { get: () => ["fr", "de-CH", "en"] });
			});
		},
	});
	await game.playing();
	assert.equal(await text(game, "begin"), "Anfangen");
	assert.equal(await lang(game, '#mirror [data-node="summary"]'), "en");
	await game.press("begin");
	const part = await game.page.$eval('#mirror [data-node="eyebrow"] [lang]', (e) => [e.lang, e.textContent]);
	assert.deepEqual(part, ["en", "The Desk"], "a part of a sentence keeps its language");
	game.clean();
	await game.page.close();
});

// ---- the page before the program ----

const german = async (page) => {
	await page.evaluateOnNewDocument(() => {
		Object.defineProperty(navigator, "languages", { get: () => ["fr", "de-CH", "en"] });
	});
};

// waiting opens the page and holds its program back until use has ended or releases
// it. The page itself comes in two parts, the second after the first has been looked
// at for a while.
async function waiting(use, { query = "", before = async () => {}, program = async () => false } = {}) {
	let release;
	let seen;
	const held = new Promise((resolve) => { release = resolve; });
	const looked = new Promise((resolve) => { seen = resolve; });
	const proxy = await startProxy(site.url, {
		intercept: async (request, response) => {
			const { pathname } = new URL(request.url, "http://x");
			if (pathname.endsWith(".wasm")) {
				await held; // the page is seen before the program is there, and before it fails
				return program(request, response);
			} else if (pathname === "/") {
				const html = await (await fetch(site.url)).text();
				const half = html.indexOf("</main>");
				response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
				response.write(html.slice(0, half));
				await looked;
				response.end(html.slice(half));
				return true;
			} else if (pathname === "/looked") {
				response.writeHead(204).end();
				seen();
				return true;
			}
			return false;
		},
	});
	try {
		const game = await browser.open(`${proxy.url}${query}`, {
			before: async (page) => {
				await before(page);
				// What can be seen, at every change and every few milliseconds.
				await page.evaluateOnNewDocument(() => {
					window.seen = new Set();
					window.looks = 0; // while some of the page is there
					const look = () => {
						const page = document.getElementById("page");
						const styled = document.styleSheets.length > 0; // before that nothing is painted
						if (page && styled && document.documentElement.dataset.state === "loading" && getComputedStyle(page).visibility === "visible") {
							const how = document.getElementById("how")?.textContent;
							if (how) {
								window.seen.add(how);
							}
						}
					};
					new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
					const lookOn = () => {
						look();
						if (document.getElementById("how") && ++window.looks === 40) {
							fetch("looked");
						}
						setTimeout(lookOn, 5);
					};
					lookOn();
				});
			},
		});
		await game.page.waitForSelector("[data-script]");
		await lookedAgain(game);
		await use(game, release);
		game.clean();
		await game.page.evaluate(() => localStorage.clear());
		await game.page.close();
	} finally {
		release();
		await proxy.stop();
	}
}

// lookedAgain waits until what can be seen now has been looked at.
async function lookedAgain(game) {
	const looks = await game.page.evaluate(() => window.looks);
	await game.until((n) => window.looks > n + 1 && window.seen.size > 0, looks);
}

const bar = (game) => game.words(".bar");

test("the page before the program is in the browser's language at once, and so is the case", async () => {
	await waiting(async (game, release) => {
		assert.deepEqual(await game.page.evaluate(() => [...window.seen]), ["So geht es"], "nothing else was ever seen");
		assert.match(await bar(game), /Das Spiel ist unterwegs/);
		assert.match(await bar(game), /0,0 von \d+,\d MB/, "numbers are written as in German");
		assert.match(await game.words("#page"), /etwa 30 Minuten/);
		assert.equal(await lang(game), "de");
		assert.equal(await lang(game, "#how"), "de");
		for (const part of ["#page h1", "#page .summary", "#page li"]) {
			assert.equal(await lang(game, part), "de", `${part} is the case's`);
		}
		assert.match(await game.words("#page h1"), /Der Anruf/);
		assert.match(await game.page.title(), /^Der Anruf/);
		assert.match(await game.page.$eval("a[data-sheet]", (a) => a.href), /worksheet-the-call-de\.html$/);
		assert.ok(await game.named("progressbar", "Wie viel vom Spiel schon da ist"));
		release();
		await game.playing();
		assert.equal(await text(game, "begin"), "Anfangen", "the game is in German too");
	}, { before: german });
});

test("the link's language and the player's choice come before the browser's", async () => {
	await waiting(async (game) => {
		assert.deepEqual(await game.page.evaluate(() => [...window.seen]), ["How it works"]);
		assert.equal(await lang(game), "en");
	}, { query: "?lang=en", before: german });
	await waiting(async (game) => {
		assert.deepEqual(await game.page.evaluate(() => [...window.seen]), ["So geht es"]);
	}, { query: "?lang=DE-at" });
	await waiting(async (game) => {
		assert.deepEqual(await game.page.evaluate(() => [...window.seen]), ["How it works"], "a link to a language that isn't there changes nothing");
	}, { query: "?lang=xx" });
	// Chosen in the game, and saved by it.
	await waiting(async (game, release) => {
		release();
		await game.playing();
		await game.press("settings");
		await game.focus("language.auto");
		await game.key("ArrowDown");
		await game.until(() => document.documentElement.lang === "de");
		await game.reload();
		await game.page.waitForSelector("[data-script]");
		await lookedAgain(game);
		assert.deepEqual(await game.page.evaluate(() => [...window.seen]), ["So geht es"]);
		await game.playing();
		// Later messages of the page are in the language the game has by then.
		await game.press("settings");
		await game.focus("language.de");
		await game.key("ArrowDown");
		await game.until(() => document.documentElement.lang === "en");
		await game.page.evaluate(() => window.dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") })));
		await game.page.waitForSelector("[data-problem=crash]:not([hidden])");
		assert.match(await bar(game), /The game has stopped/);
		assert.doesNotMatch(await bar(game), /Spiel/);
		game.expect(/Go program has already exited/); // its listeners are still there
	});
});

test("the page reports a failure in the browser's language", async () => {
	await waiting(async (game, release) => {
		release();
		await game.page.waitForSelector("[data-problem=fetch]:not([hidden])");
		const said = await bar(game);
		for (const words of ["Das Spiel ließ sich nicht laden", "Sieh nach, ob dieses Gerät online ist", "auf Papier lösen", "Noch einmal versuchen", "Genaueres"]) {
			assert.ok(said.includes(words), `“${words}” can be read`);
		}
		assert.doesNotMatch(said, /\b(the|again)\b/, "nothing is in English");
		game.expect(/Failed to load resource/);
	}, { before: german, program: async (_, response) => { response.writeHead(503).end(); return true; } });
});

test("without scripts the page says what to do in every language", async () => {
	const game = await browser.open(site.url, { before: (page) => page.setJavaScriptEnabled(false) });
	assert.match(await bar(game), /switch on JavaScript[^]*Schalte zum Spielen JavaScript/);
	const own = await game.page.$$eval("noscript p[lang=de]", (all) => all.length);
	assert.ok(own > 0, "the German is marked as such");
	await game.page.close();
});

// ---- languages are files ----

const filesOf = (game, lang) => game.requests.filter((url) => url.includes(`/language-${lang}.`));

test("a language is fetched when it is chosen, and from then on it is there without a network", async () => {
	const proxy = await startProxy(site.url);
	const game = await browser.open(proxy.url, { before: atOnce });
	try {
		await game.playing();
		assert.equal(game.requests.filter((url) => url.includes("/language-")).length, 0, "English needs no file");
		await game.press("settings");
		await game.press("language.es");
		await game.until(() => document.documentElement.lang === "es");
		await told(game, "es"); // the story's texts come after the page's
		assert.ok(filesOf(game, "es").length > 0);
		assert.equal(filesOf(game, "de").length, 0, "a language that nobody speaks is left on the server");
		assert.equal(await text(game, "begin"), "Empezar");
		await game.kept("language-es.");
		await game.kept("case-the-call-es.");
		await proxy.stop();
		await game.reload();
		await game.playing();
		assert.equal(await lang(game), "es");
		assert.equal(await text(game, "begin"), "Empezar");
		assert.equal(await text(game, "how.1").then((words) => words.includes("redacción")), true);
		game.clean();
	} finally {
		await game.page.close();
		await proxy.stop();
	}
});

test("where a language can't be had the game is in English, and says so", async () => {
	const proxy = await startProxy(site.url, {
		intercept: (request, response) => {
			if (request.url.includes("/language-")) {
				response.writeHead(503).end();
				return true;
			}
			return false;
		},
	});
	const game = await browser.open(`${proxy.url}?lang=de`);
	try {
		await game.playing();
		assert.equal(await lang(game), "en");
		assert.equal(await text(game, "begin"), "Begin");
		assert.match(await game.words("#mirror [data-node=trouble]"), /“Deutsch” can’t be fetched just now: .*503/);
		game.expect(/503/);
		game.clean();
	} finally {
		await game.page.close();
		await proxy.stop();
	}
});

// ---- from right to left ----

// The small case of the Go tests in Arabic takes the place of one of the shelf.
const CAT = readFileSync(path.join(ROOT, "quiz/casefile/testdata/lost-cat-ar.json"), "utf8");

// A whole game with the keyboard, every screen looked at by axe. Each ends with what is
// wrong: what axe finds, what is wider than the window, and whose direction isn't that of
// its language.
for (const [size, length, hand] of [
	[{ width: 390, height: 844 }, "full", "invoke"],
	[{ width: 1366, height: 768 }, "quick", "press"],
]) {
	test(`a story in Arabic is a plain page from right to left: ${size.width}, ${hand}`, async () => {
		const proxy = await startProxy(site.url, {
			intercept: (request, response) => {
				if (request.url.includes("/case-the-armistice-cable.")) {
					response.writeHead(200, { "content-type": "application/json" }).end(CAT);
					return true;
				}
				return false;
			},
		});
		const game = await browser.open(`${proxy.url}?lang=ar&case=the-armistice-cable&seed=4`, { size });
		try {
			await game.playing();
			assert.equal(await lang(game), "ar");
			assert.equal(await game.page.evaluate(() => document.documentElement.dir), "rtl");
			assert.equal(await game.page.evaluate(() => document.getElementById("mirror").dataset.view), "plain", "the canvas can't set it");
			assert.match(await game.words("#mirror [data-node=trouble]"), /لا يمكن رسم هذه الكتابة هنا/, "it says why, in Arabic");
			let looks = 0;
			const onScreen = async (screen) => {
				looks++;
				await loadAxe(game);
				const wrong = await game.page.evaluate(async () => {
					await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})));
					const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
					const found = violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)}`));
					const { scrollWidth, clientWidth } = document.documentElement;
					if (scrollWidth > clientWidth) {
						found.push(`${scrollWidth} pixels in a window of ${clientWidth}`);
					}
					for (const e of document.querySelectorAll("#mirror [lang]")) {
						const wanted = e.lang === "ar" ? "rtl" : "ltr";
						if (e.textContent.trim() && getComputedStyle(e).direction !== wanted) {
							found.push(`${e.lang} runs ${getComputedStyle(e).direction}: ${e.textContent}`);
						}
					}
					const placeholder = document.querySelector("#mirror").innerText.match(/\[[a-z.-]+\]|\{\w+\}/);
					return placeholder ? [...found, `${placeholder} is no text`] : found;
				});
				assert.deepEqual(wrong, [], `on ${screen}`);
			};
			const player = new Player(game, { hand, onScreen, story: JSON.parse(CAT) });
			await player.begin(length);
			await player.play();
			await onScreen("debrief");
			assert.ok(looks > 8, `only ${looks} screens were looked at`);
			// The cord begins with the telephone, on the side where reading begins.
			const { cord, first } = await game.page.evaluate(() => {
				const svg = document.querySelector("#mirror header svg");
				return { cord: svg.getBoundingClientRect().toJSON(), first: svg.querySelector("path").getBoundingClientRect().toJSON() };
			});
			assert.ok(first.left > cord.left + cord.width / 2, "the cord begins on the right");
			game.clean();
		} finally {
			await game.page.close();
			await proxy.stop();
		}
	});
}
