// The teacher's live page in Chromium, with a real class server and pupils without a
// browser: a class is opened and led through a step with a revote by a clicker's keys,
// then its pupils are looked after, the page is reloaded, and the class deleted.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe } from "./axe.mjs";
import { coarse, SIZES } from "./browser.mjs";
import { collect } from "./downloads.mjs";
import { temporary } from "./own.mjs";
import { Classroom } from "./pupils.mjs";
import { serveSite, SITE } from "./site.mjs";
import { opened } from "./stage.mjs";

let school; // the class server

before(async () => {
	school = await serveSite(SITE, ["-class", temporary().folder]);
});

after(async () => {
	await school?.stop();
});

const node = (game, id) => game.words(`#mirror [data-node="${id}"]`);

// says waits until a node says something.
const says = (game, id, text) => game.until(
	(n, wanted) => document.querySelector(`#mirror [data-node="${CSS.escape(n)}"]`)?.innerText.includes(wanted), id, text);

// codeOf is the code on the door.
const codeOf = async (game) => (await node(game, "door.code")).replaceAll(/\s/g, "");

const page = (query = "", hash = "") => ({ url: `${school.url}teacher.html`, query: query + hash });

test("a class is opened and led through a step with a clicker, and its page reloaded", async () => {
	await opened(async (game) => {
		await game.playing();
		assert.equal(await game.screen(), "screen.begin");
		await axe(game, "the first screen");
		await game.click("begin.lead");
		await game.waitFor("open");
		await axe(game, "a new class");
		await game.click("open");
		await game.waitForScreen("screen.door");
		await axe(game, "the door");
		const code = await codeOf(game);
		assert.match(code, /^[BCDFGHJKMNPRSTWXZ]{6}$/);
		const room = new Classroom(school.url, code);
		await room.enter(3);
		await says(game, "here.title", "3 have come");
		for (const pupil of room.pupils) {
			assert.ok((await node(game, "here")).includes(pupil.name), `${pupil.name} stands at the door`);
		}

		await game.key("PageDown"); // to the lesson
		await game.waitForScreen("screen.question");
		await game.key("PageDown"); // to the first step
		await game.waitFor("go.vote");
		const step = room.story.rooms.flatMap((r) => r.beats ?? []).find((b) => !b.lengths || b.lengths.includes("lesson"));
		const items = step.ask.map((a) => a.id);
		await room.follow(step.id);
		await game.key("PageDown"); // the vote
		await game.waitFor("go.discuss");
		await room.vote(items, () => ({ is: "prank", certainty: 3 }), room.pupils.slice(0, 2));
		await says(game, "tally.said", "2 of 3 have answered");
		assert.equal(await game.has("votes"), false, "the answers are hidden");
		await game.key("PageUp");
		await says(game, "votes.prank", "2 of 2.");
		await axe(game, "an open vote with its answers");
		for (const right of ["shift", "mistake", "evidence"]) {
			assert.equal(await game.has(right), false, `${right} is not shown while the vote is open`);
		}
		await game.key("PageDown"); // talk
		await game.waitFor("go.revote");
		await game.key("p");
		await game.waitFor("tally.paused");
		await game.key("p");
		await game.until(() => document.querySelector("#mirror [data-node='tally.paused']") === null);
		await game.key("PageDown"); // vote again
		await game.until(() => document.querySelector("#mirror [data-node='phase.revote']")?.ariaCurrent === "step");
		await game.waitFor("answers.show"); // they are hidden again
		await room.revote(items, (i) => ({ is: i < 2 ? "unconfirmed" : "prank", certainty: 2 }));
		await says(game, "tally.said", "3 of 3 have answered");
		await game.key("PageDown"); // the evidence
		await game.waitFor("evidence");
		await says(game, "votes.unconfirmed", "Second vote: 2 of 3.");
		await game.waitFor("shift"); // what was right comes after the phase has begun
		assert.match(await node(game, "shift"), /^Right: \d of 2, and after talking \d of 3\.$/);
		assert.match(await node(game, "mistake"), /“[^”]+”, said 1 of 3/);
		await axe(game, "the evidence");

		// Who is who stays in this browser.
		await game.click("screen.to.pupils");
		const [first] = room.pupils;
		const sent = [];
		game.page.on("request", (request) => sent.push(request.url() + (request.postData() ?? "")));
		game.page.once("dialog", (dialog) => dialog.accept("Ada from 8b"));
		await game.click(`pupil.${first.seat}.note`);
		await says(game, `pupil.${first.seat}`, "Ada from 8b");
		await game.click("names");
		assert.doesNotMatch(await game.words("#mirror"), new RegExp(`Ada|${first.name}`));
		await game.click("names");
		await axe(game, "the pupils");
		assert.ok(sent.every((text) => !text.includes("Ada")), "the note is never sent");

		// Closing the page or reloading it loses nothing.
		assert.equal(new URL(game.page.url()).hash, `#class=${code}`);
		await game.reload();
		await game.playing();
		await game.waitForScreen("screen.door");
		await says(game, "here.title", "3 have come");
		await game.click("screen.to.question");
		await game.waitFor("evidence");
		await game.click("screen.to.pupils");
		await says(game, `pupil.${first.seat}`, "Ada from 8b");
	}, { ...page(), size: coarse(SIZES.laptop) });
});

test("a class is left by its picture: saved, and deleted after another question, in the plain page", async () => {
	await opened(async (game) => {
		await game.playing();
		await game.waitFor("open");
		await game.invoke("pace.free");
		await game.invoke("open");
		await game.waitForScreen("screen.door");
		const code = await codeOf(game);
		const room = new Classroom(school.url, code);
		await room.enter(2);
		const step = room.story.rooms.flatMap((r) => r.beats ?? []).find((b) => !b.lengths || b.lengths.includes("lesson"));
		await room.follow(step.id);
		await room.vote(step.ask.map((a) => a.id), (i) => ({ is: i ? "real" : "prank", certainty: 1 }));
		await game.invoke("screen.to.question");
		await game.invoke("answers.show");
		await says(game, "votes.real", "One of 2.");
		await axe(game, "a question in the plain page");
		await game.invoke("screen.to.picture");
		await game.waitFor("calibration");
		await axe(game, "the picture");
		await game.invoke("save");
		for (const format of ["csv", "json"]) {
			await game.invoke(`save.${format}`);
			await game.until((n) => window.handedOut.length === n, format === "csv" ? 1 : 2);
		}
		const [csv, json] = await game.page.evaluate(() => window.handedOut);
		assert.deepEqual([csv.name, json.name], [`class-${code}.csv`, `class-${code}.json`]);
		assert.ok(csv.text.includes(room.pupils[0].name));
		assert.equal(JSON.parse(json.text).pupils.length, 2);
		await game.invoke("dialog.close");
		await game.invoke("delete");
		await axe(game, "the question before a class is deleted");
		await game.invoke("delete.surely");
		await game.waitForScreen("screen.classes");
		assert.equal((await fetch(room.api)).status, 404);
		assert.equal(new URL(game.page.url()).hash, "");
	}, { ...page("?do=lead&view=plain"), size: coarse(SIZES.phone), before: collect });
});

test("a link’s secret becomes a cookie and leaves the address", async () => {
	const { code, teacher } = await (await fetch(`${school.url}api/classes`, { method: "POST", body: "{}" })).json();
	await opened(async (game) => {
		await game.playing();
		await game.waitForScreen("screen.door");
		assert.equal(await codeOf(game), code);
		assert.equal(new URL(game.page.url()).hash, `#class=${code}`);
		assert.ok(game.requests.every((url) => !url.split("#")[0].includes(teacher)), "no request has it in its address");
		assert.doesNotMatch(await game.page.evaluate(() => document.cookie + JSON.stringify({ ...localStorage })), new RegExp(teacher));
	}, page("?view=plain", `#class=${code}&teacher=${teacher}`));
});

test("where there is no class server, the page says what it takes", async () => {
	await opened(async (game) => {
		await game.playing();
		await game.waitFor("absent.text");
		assert.match(await node(game, "absent.text"), /make class/);
		assert.equal(await game.has("open"), false);
		await game.invoke("home");
		await game.waitForScreen("screen.begin");
		await game.invoke("begin.compare");
		await game.waitForScreen("screen.results");
		game.expect(/404/); // the question whether there is one
		// The page that says what is kept where, on a phone.
		await game.page.goto(new URL("privacy.html", game.page.url()).href);
		await axe(game, "what is kept where");
		assert.ok(await game.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "it scrolls only downwards");
	}, { query: "teacher.html?do=lead&view=plain", size: coarse(SIZES.small) });
});
