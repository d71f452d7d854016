// A class is led on one screen: by the keys of a clicker over the canvas and in the
// plain page of Firefox, gone on with after a reload, without a network, and printed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe } from "./axe.mjs";
import { coarse, SIZES } from "./browser.mjs";
import { launchFirefox } from "./engines.mjs";
import { printed, sheets } from "./printed.mjs";
import { serveSite } from "./site.mjs";
import { browser, opened, site } from "./stage.mjs";

const LINK = "?play=together&case=the-call&length=quick&seed=4";

let firefox;

before(async () => {
	firefox = await launchFirefox({ headless: true });
});

after(() => firefox?.close());

// kept is what was saved of the class, event by event.
const kept = async (game) => (await game.page.evaluate(() => localStorage.getItem("hold-the-line:session.the-call.quick.together")))
	.trim().split("\n").map((line) => JSON.parse(line));

// counts are the last counts of each stamp in a round.
const counts = async (game, round) => Object.fromEntries((await kept(game))
	.filter((event) => event.do === "counted" && event.round === round).map((event) => [event.option, event.n ?? 0]));

const words = (game, node) => game.words(`#mirror [data-node="${node}"]`);

// scrolled is how far the page is scrolled, and how far it can be.
async function scrolled(game) {
	await game.frames(2);
	return game.page.evaluate(() => {
		const { scrollTop, scrollHeight, clientHeight } = document.scrollingElement;
		return { top: scrollTop, most: scrollHeight - clientHeight };
	});
}

async function keys(game, ...all) {
	for (const key of all) {
		await game.key(key);
	}
}

// turn presses a key until a slide of some kind is there.
async function turn(game, key, wanted) {
	for (let n = 0; n < 80; n++) {
		if ((await game.screen()).endsWith(wanted)) {
			return;
		}
		await game.key(key);
	}
	throw new Error(`no ${wanted} was reached; it is ${await game.screen()}`);
}

// beat leads through one beat, with nothing but keys.
async function beat(game) {
	await turn(game, "PageDown", "b1-call/vote");
	await keys(game, "c", "2", "0", "Enter");
	assert.match(await words(game, "note"), /0 of 20 hands/);
	await keys(game, "1", "1", "1", "Backspace", "3", "4", "r");
	assert.deepEqual(await counts(game, 1), { real: 2, denied: 1, unconfirmed: 17 });
	assert.match(await words(game, "note"), /20 of 20 hands/);
	assert.match(await game.announced(), /Can’t know yet: 17 hands/);
	assert.equal(await words(game, "raise.real.number"), "counted", "only the count that is being made can be read");
	await game.key("PageDown");
	assert.match(await words(game, "question"), /“Real” or “Can’t know yet”\?/);
	await keys(game, "PageUp", "1", "Backspace"); // gone on too early: it can be mended
	await turn(game, "PageDown", "b1-call/talk");
	await turn(game, "PageDown", "b1-call/revote"); // past the slide's end, if that is out of view
	await keys(game, "4", "n", "1", "9", "Enter", "3");
	assert.deepEqual(await counts(game, 2), { unconfirmed: 19, denied: 1 });
}

test("one beat is led by the keys of a clicker, and the class goes on after a reload", async () => {
	await opened(async (game) => {
		await game.until(() => location.pathname.endsWith("/teacher.html"));
		await game.playing();
		assert.equal(await game.screen(), "screen.opening");
		assert.deepEqual(game.requests.filter((url) => /\/hold-the-line\.[^/]*wasm/.test(url)), [], "the game’s program isn’t fetched");
		await beat(game);
		await axe(game, "the second count");

		await game.reload();
		await game.playing();
		assert.equal(await game.screen(), "screen.b1-call/revote");
		assert.match(await words(game, "note"), /20 of 20 hands/);
		await game.key("PageDown");
		assert.match(await words(game, "votes"), /First 2, after talking 0\.[^]*First 17, after talking 19\./);
		await axe(game, "the shift");
		await game.key("PageDown");
		assert.match(await words(game, "supported"), /can’t know yet/i);
		assert.match(await words(game, "misconception.text"), /One hand was for “Denied”/);
		await keys(game, "PageUp", "PageUp", "1");
		assert.deepEqual(await counts(game, 2), { unconfirmed: 19, denied: 1 }, "what was shown can’t be changed");
		await game.key("d");
		assert.match(await words(game, "dialog"), /The sources so far/);
		await keys(game, "PageDown", "Escape");
		assert.equal(await game.screen(), "screen.b1-call/revote", "nothing is turned behind a dialog");
	}, { query: LINK, size: coarse(SIZES.laptop) });
});

test("the plain page's stamps hold their words on the narrowest screen", async () => {
	for (const lang of ["en", "de", "es"]) {
		await opened(async (game) => {
			await game.playing();
			await turn(game, "PageDown", "b1-call/vote");
			const outside = await game.page.$$eval("#mirror [data-node$='.stamp']", (stamps) => stamps.filter((stamp) => {
				const frame = stamp.querySelector(".is-backdrop").getBoundingClientRect();
				const text = document.createRange();
				text.selectNodeContents(stamp.lastElementChild);
				const word = text.getBoundingClientRect();
				const line = 6; // what the frame is drawn with, and a little more
				return word.left < frame.left + line || word.right > frame.right - line || word.top < frame.top + line || word.bottom > frame.bottom - line;
			}).map((stamp) => stamp.innerText));
			assert.deepEqual(outside, [], `in ${lang}`);
		}, { query: `${LINK}&view=plain&lang=${lang}`, size: coarse(SIZES.small) });
	}
});

test("a board is put in order by touch, disagreement noted, and the end is printed", async () => {
	await opened(async (game) => {
		await game.playing();
		await beat(game);
		await turn(game, "PageDown", "/board");
		const order = () => game.page.$$eval("#mirror [data-node=cards] > li", (items) => items.map((item) => item.dataset.value));
		const dealt = await order();
		await game.invoke(`card.${dealt[2]}`);
		await game.invoke(`card.${dealt[0]}`);
		assert.deepEqual(await order(), [dealt[2], dealt[0], dealt[1], ...dealt.slice(3)]);
		await game.invoke(`disagree.${dealt[1]}`);
		await axe(game, "the board");
		await turn(game, "PageDown", "/line"); // past the slide's end, if that is out of view
		assert.match(await words(game, "line"), /Not agreed/);
		await turn(game, "PageDown", "end");
		await axe(game, "the end");
		for (const format of ["A4", "Letter"]) {
			const pdf = await game.page.pdf({ format, preferCSSPageSize: false });
			assert.ok(sheets(pdf) <= 3, `${sheets(pdf)} sheets of ${format}`);
		}
		const { wide, seen, buttons } = await printed(game);
		assert.ok(wide, "nothing reaches beyond the paper");
		assert.match(seen, /belief line[^]*17 of 20 hands at first, 19 of 20 after talking/i);
		assert.match(seen, /You didn’t agree where/);
		assert.equal(buttons, 0);
	}, { query: `${LINK}&view=plain`, size: coarse(SIZES.laptop) });
});

test("the story is told in the page’s language, and goes on in another", async () => {
	await opened(async (game) => {
		await game.playing();
		await turn(game, "PageDown", "b1-call/vote");
		assert.match(await words(game, "heading"), /Wladimir Putin hat/);
		await keys(game, "1", "1", "2");
		await game.invoke("settings");
		await game.invoke("language.es");
		await game.until(() => /Vladímir Putin/.test(document.querySelector('#mirror [data-node="heading"]')?.innerText));
		await game.key("Escape");
		assert.deepEqual(await counts(game, 1), { real: 2, prank: 1 });
	}, { query: `${LINK}&lang=de`, size: coarse(SIZES.laptop) });
});

test("once a class was led here, it is led without a network too", async () => {
	const place = await serveSite();
	try {
		const link = `${place.url}${LINK}&lang=de`;
		const game = await browser.open(link);
		await game.playing();
		await game.until(() => document.documentElement.dataset.kept !== undefined);
		await turn(game, "PageDown", "b1-call/vote");
		await game.key("2");
		await place.stop();
		await game.page.goto(link); // the game’s page, which leads here
		await game.playing();
		assert.equal(await game.screen(), "screen.b1-call/vote");
		await game.key("2");
		assert.deepEqual(await counts(game, 1), { prank: 2 });
		assert.match(await words(game, "heading"), /Wladimir Putin hat/, "the story’s own translation is kept too");
		game.clean();
		await game.close();
	} finally {
		await place.stop();
	}
});

test("for pupils nothing of this is kept", async () => {
	const place = await serveSite(); // where no class was led
	try {
		const game = await browser.open(`${place.url}?view=plain`);
		await game.playing();
		await game.until(() => navigator.serviceWorker?.controller?.state === "activated");
		assert.deepEqual(game.requests.filter((url) => url.includes("teacher")), []);
		assert.equal((await game.page.evaluate(() => caches.keys())).length, 1, "the game’s own cache alone");
		game.clean();
		await game.close();
	} finally {
		await place.stop();
	}
});

test("the plain page of Firefox is led by keys too: it scrolls to the end of a slide first", async () => {
	const game = await firefox.open(`${site.url}${LINK}&view=plain`, { size: { width: 1000, height: 500 } });
	await game.playing();
	assert.equal(await game.page.evaluate(() => document.getElementById("mirror").dataset.view), "plain");
	assert.equal((await scrolled(game)).most, 0, "what fits doesn’t scroll");
	await beat(game);
	await turn(game, "PageDown", "/reveal");
	assert.equal((await scrolled(game)).top, 0, "a slide begins at its top");
	assert.match(await words(game, "supported"), /can’t know yet/i);
	await keys(game, "ArrowRight", "ArrowLeft");
	assert.equal(await game.screen(), "screen.b1-call/reveal");
	game.clean();
	await game.close();
});

test("in a low window a slide begins at its top, whether one goes on or back", async () => {
	await opened(async (game) => {
		await game.playing();
		for (const [key, end] of [["PageDown", "b1-call/vote"], ["PageUp", "b1/scene"]]) {
			for (let keys = 0; !(await game.screen()).endsWith(end); keys++) {
				assert.ok(keys < 40, `${end} is reached from ${await game.screen()}`);
				const before = await game.screen();
				await game.key(key);
				const { top, most } = await scrolled(game);
				if (await game.screen() !== before) {
					assert.equal(top, 0, `${await game.screen()} is read from its top`);
				} else {
					assert.ok(key === "PageDown" ? top > 0 : top < most, `${before} is scrolled first`);
				}
			}
		}
	}, { query: `${LINK}&view=plain`, size: coarse({ width: 1000, height: 300 }) });
});
