// Pupils in a class: together in two browsers and views, behind a proxy that buffers, at
// one's own pace with the server away for a while, and on a device that was wiped.
import assert from "node:assert/strict";
import http from "node:http";
import { after, before, beforeEach, test } from "node:test";
import { Browser } from "./browser.mjs";
import { launchFirefox } from "./engines.mjs";
import { School } from "./school.mjs";
import { startProxy } from "./site.mjs";
import { watched } from "./watch.mjs";

let school;
let chromium;
let firefox;

before(async () => {
	school = await School.open();
	chromium = await Browser.launch();
});

beforeEach(() => chromium.forget(school.url));

after(async () => {
	await chromium?.close();
	await firefox?.close();
	await school?.close();
});

const kept = (game, key) => game.page.evaluate((k) => localStorage.getItem(`hold-the-line:${k}`), key);
const recordOf = async (game, room) => JSON.parse(await kept(game, `class.${room.code.toLowerCase()}`));
const logOf = (game, room) => kept(game, `session.class.${room.code.toLowerCase()}.the-call`).then((log) => log ?? "");
const answers = (log, item) => log.split("\n").filter((line) => line.includes(`{"do":"answered","item":"${item}"`)).length;

// join opens a class's link and takes a seat.
async function join(browser, link, options) {
	const game = await browser.open(link, options);
	await game.playing();
	await game.invoke("class.join");
	await game.waitFor("class.name");
	return game;
}

// stamp answers a claim.
async function stamp(game, verdict) {
	for (const node of [`verdict.${verdict}`, "certainty.2", "submit"]) {
		await game.invoke(node);
	}
}

test("a step together, in Chromium's canvas and Firefox's plain page", async () => {
	const room = await school.begin({ length: "quick", mode: "practice", pace: "together", seed: 4 });
	const watch = await watched(school.url);
	firefox = await launchFirefox({ headless: true });
	const loose = `${room.code.slice(0, 3)}%20${room.code.slice(3)}`.toLowerCase();
	const one = await join(chromium, `${school.url}?class=${loose}`);
	const two = await join(firefox, `${watch.url}?class=${room.code}&view=plain&lang=de`, { faults: watch.faults });
	const pupils = [one, two];
	try {
		assert.match(await two.words('#mirror [data-node="class"]'), /Klasse [A-Z]{3} [A-Z]{3}/i);
		const before = await two.words('#mirror [data-node="class.name"]');
		await two.invoke("class.another");
		await two.until((name) => document.querySelector('#mirror [data-node="class.name"]').innerText !== name, before);

		await room.lead("b1", "read");
		for (const game of pupils) {
			await game.waitForScreen("screen.b1");
			await game.settled();
			assert.equal(await game.has("claim"), false, "nothing is asked while the class reads");
			assert.equal(await game.focused(), "heading");
		}
		await room.lead("b1", "vote");
		const { seats } = await room.state();
		assert.equal(seats.length, 2);
		for (const [game, verdict] of [[one, "denied"], [two, "real"]]) {
			await game.waitFor("verdict.real");
			await game.settled();
			assert.equal(await game.focused(), "heading", "the question comes and leaves the focus");
			assert.match(await game.announced(), /vote is open|Abstimmung ist offen/);
			await stamp(game, verdict);
			await stamp(game, verdict);
			assert.equal(await game.has("feedback.why"), false, "nothing is explained in a vote");
			assert.equal(await game.has("submit"), false);
			assert.equal(await game.has("own.answers"), true);
		}
		await room.until("both have answered", ({ seats: all }) => all.every((seat) => seat.current));
		await room.lead("b1", "discuss");
		for (const game of pupils) {
			await game.waitForScreen("screen.b1.discuss");
			await game.settled();
			assert.equal(await game.focused(), "heading");
			assert.equal(await game.has("own.answers"), true);
		}
		await room.lead("b1", "discuss", true);
		for (const game of pupils) {
			await game.waitFor("paused.text");
		}
		await room.lead("b1", "discuss");
		await room.lead("b1", "revote");
		for (const game of pupils) {
			await game.waitFor("verdict.real");
			await game.settled();
			assert.equal(await game.has("paused.text"), false);
			await stamp(game, "prank");
			await stamp(game, "unconfirmed");
		}
		const { items } = await room.until("both have answered again", (state) => state.items.filter((item) => item.second?.answered === 2).length === 2);
		assert.deepEqual(items.filter((item) => item.second).map((item) => item.first.answered), [2, 2]);
		await room.lead("b1", "reveal");
		for (const game of pupils) {
			await game.waitFor("feedback.why");
			await game.settled();
			assert.equal(await game.has("second"), true);
			assert.equal(await game.has("retry"), false);
		}
		for (const [game, seat] of [[one, "1"], [two, "2"]]) {
			const log = await logOf(game, room);
			await room.until("the class has what the device has", ({ seats: all }) => all.find((one) => one.seat === seat).next === log.trim().split("\n").length);
			assert.equal(log, await room.log(seat));
			assert.equal((await recordOf(game, room)).seat, seat);
			game.clean();
		}
	} finally {
		await one.close();
		await two.close();
		await watch.stop();
	}
});

// buffering is a proxy that passes on an answer when it has all of it: of a stream, nothing.
async function buffering(url) {
	const streams = { asked: 0, passed: 0 };
	const proxy = await startProxy(url, {
		intercept: (request, response) => {
			if (!new URL(request.url, url).pathname.endsWith("/stream")) {
				return false;
			}
			streams.asked++;
			const onward = http.request(new URL(request.url, url), { headers: request.headers }, async (answer) => {
				const kept = [];
				try {
					for await (const chunk of answer) {
						kept.push(chunk);
					}
				} catch {
					return; // nobody waits for it any more
				}
				streams.passed++;
				response.writeHead(answer.statusCode, answer.headers).end(Buffer.concat(kept));
			});
			onward.on("error", () => response.destroy());
			response.on("close", () => onward.destroy());
			onward.end();
			return true;
		},
	});
	return { ...proxy, streams };
}

test("behind a proxy that buffers, the teacher leads and a pupil follows", async () => {
	const room = await school.begin({ length: "quick", mode: "practice", pace: "together", seed: 4 });
	const proxy = await buffering(school.url);
	const teacher = await chromium.open(`${proxy.url}teacher.html?view=plain#class=${room.code}&teacher=${room.teacher}`);
	await teacher.playing();
	const pupil = await join(firefox, `${proxy.url}?class=${room.code}&view=plain`);
	try {
		await teacher.until((name) => document.querySelector('#mirror [data-node="here"]')?.innerText.includes(name), await pupil.words('#mirror [data-node="class.name"]'));
		await teacher.invoke("screen.to.question");
		await teacher.waitFor("go.next");
		await teacher.invoke("go.next");
		await pupil.waitForScreen("screen.b1");
		await teacher.waitFor("go.vote"); // a pupil may hear of the step first
		await teacher.invoke("go.vote");
		await pupil.waitFor("verdict.real");
		await stamp(pupil, "denied");
		await stamp(pupil, "real");
		await teacher.until(() => /1 of 1/.test(document.querySelector('#mirror [data-node="tally.said"]')?.innerText));
		await teacher.invoke("go.discuss");
		await pupil.waitForScreen("screen.b1.discuss");
		assert.equal(await pupil.has("class.offline"), false);
		assert.ok(proxy.streams.asked >= 2, "both have asked for a stream");
		assert.equal(proxy.streams.passed, 0, "and got nothing of it");
		teacher.clean();
		pupil.clean();
	} finally {
		await teacher.close();
		await pupil.close();
		await proxy.stop();
	}
});

test("at one's own pace the server may be away, and a wiped device goes on", async () => {
	const room = await school.begin({ length: "quick", mode: "practice", pace: "free", seed: 4 });
	let game = await join(chromium, `${school.url}?class=${room.code}`);
	await game.press("begin");
	await game.waitForScreen("screen.b1");
	await stamp(game, "denied");
	await room.until("the first answer is there", ({ seats: [seat] }) => seat.answered === 1);

	const away = Date.now();
	await school.stop();
	await game.press("next");
	await stamp(game, "unconfirmed");
	await game.waitFor("feedback.why");
	await game.waitFor("class.offline");
	assert.ok(Date.now() - away >= 10_000, "nothing is said in the first ten seconds");
	await school.start();
	await game.until(() => document.querySelector('#mirror [data-node="class.offline"]') === null);
	await room.until("both answers are there", ({ seats: [seat] }) => seat.answered === 2);
	const log = await logOf(game, room);
	assert.equal(await room.log("1"), log);
	const [item] = log.match(/(?<="do":"answered","item":")[^"]+/);
	assert.equal(answers(log, item), 1);
	game.expect(/ERR_CONNECTION_REFUSED|Failed to load resource|ERR_/);
	game.clean();

	// Everything is lost on this device but the teacher's link.
	await game.close();
	await chromium.forget(school.url);
	const { link, name } = await room.call("POST", "/seats/1/key");
	game = await chromium.open(new URL(link, school.url).href, { before: async (page) => page.setBypassServiceWorker?.(true) });
	await game.playing();
	await game.waitForScreen("screen.b1");
	assert.equal(await game.page.evaluate(() => location.href.includes("key=")), false, "the key isn't in the address bar");
	assert.equal(await logOf(game, room), log);
	await game.press("menu");
	// The name comes by another call than the log.
	await game.until((words) => document.querySelector('#mirror [data-node="menu.class"]')?.innerText.includes(words), name);
	await game.key("Escape");
	await game.press("next");
	await game.waitForScreen(await game.screen());
	await room.until("the log goes on", ({ seats: [seat] }) => seat.next > log.trim().split("\n").length);

	// The teacher takes the seat away: the pupil goes on alone.
	await room.call("DELETE", "/seats/1");
	await game.press("verdict.real");
	await game.waitFor("trouble");
	await game.press("certainty.1");
	await game.press("submit");
	await game.waitFor("feedback.why");
	game.expect(/410|Failed to load resource/);
	game.clean();
	await game.close();
});

test("a code is typed where the server has classes, and there alone", async () => {
	const room = await school.begin({ length: "quick", pace: "free", seed: 4 });
	const game = await chromium.open(`${school.url}?view=plain`);
	await game.playing();
	await game.waitFor("class.enter");
	assert.ok(game.requests.every((url) => !url.includes("/api/") && !/calls\.|in-class/.test(url)), "who plays alone loads nothing of a class");
	await game.press("class.enter");
	for (const letter of room.code) {
		await game.invoke(`join.key.${letter}`);
	}
	await game.press("join.use");
	await game.waitFor("class.join");
	assert.match(await game.page.evaluate(() => location.search), new RegExp(`class=${room.code}`));
	game.clean();
	await game.close();

	for (const [code, said] of [["XXXXXX", "no class with the code"], ["hello", "no code of a class"]]) {
		const lost = await chromium.open(`${school.url}?class=${code}&view=plain`);
		await lost.playing();
		await lost.waitFor("trouble.text");
		assert.match(await lost.words('#mirror [data-node="trouble.text"]'), new RegExp(said));
		assert.equal(await lost.has("begin"), true, "the game can be played alone");
		lost.expect(/404/);
		lost.clean();
		await lost.close();
	}
});
