// A whole lesson in one class, with real parts only: the teacher's page in Chromium
// leads by a clicker's keys; three pupils play in three browsers of three engines and
// 27 make the calls that a device makes. One is offline for a step and back, as is one
// of the others; one's device is wiped; one comes late. At the end the numbers on the
// teacher's page are those that the command line computes from the logs.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { Browser, coarse, SIZES } from "./browser.mjs";
import { launchFirefox, launchWebKit } from "./engines.mjs";
import { temporary } from "./own.mjs";
import { program, ROOT } from "./programs.mjs";
import { Classroom } from "./pupils.mjs";
import { School } from "./school.mjs";
import { watched } from "./watch.mjs";

const run = promisify(execFile);
const OTHERS = 26; // and one who comes late

let school;
const browsers = {};
const watches = [];

before(async () => {
	school = await School.open();
	browsers.chromium = await Browser.launch();
	browsers.teachers = await Browser.launch(); // a tab behind another one isn't drawn
	browsers.firefox = await launchFirefox({ headless: true });
	browsers.webkit = await launchWebKit();
	watches.push(await watched(school.url), await watched(school.url));
});

after(async () => {
	for (const browser of Object.values(browsers)) {
		await browser.close();
	}
	for (const watch of watches) {
		await watch.stop();
	}
	await school?.close();
});

const says = (game, id, text) => game.until((n, wanted) => document.querySelector(`#mirror [data-node="${CSS.escape(n)}"]`)?.innerText.includes(wanted), id, text);

async function join(browser, address, faults) {
	const game = await browser.open(address, { faults });
	await game.playing();
	await game.invoke("class.join");
	await game.waitFor("class.name");
	return game;
}

// stamp answers the claims that are asked, one after the other.
async function stamp(game, verdicts, sure) {
	for (const verdict of verdicts) {
		await game.waitFor(`verdict.${verdict}`);
		await game.invoke(`verdict.${verdict}`);
		await game.invoke(`certainty.${sure}`);
		await game.invoke("submit");
	}
}

// What pupil i answers: a class in which most learn from talking.
const first = (i) => ({ is: ["real", "prank", "denied", "unconfirmed"][i % 4], certainty: 1 + i % 3 });
const second = (i) => ({ is: i % 3 === 0 ? "prank" : "unconfirmed", certainty: 2 });

// sums adds up the reports of logs, made by the command line.
async function sums(logs) {
	const { folder, remove } = temporary();
	const all = { hits: 0, signals: 0, alarms: 0, noise: 0, levels: [0, 1, 2].map(() => ({ answers: 0, right: 0 })) };
	for (const [i, log] of logs.entries()) {
		const file = path.join(folder, `${i}.jsonl`);
		writeFileSync(file, log);
		const { discernment, calibration } = JSON.parse((await run(program("case"), ["report", path.join(ROOT, "assets/cases/the-call/case.json"), file])).stdout);
		all.hits += discernment.hits;
		all.signals += discernment.signals;
		all.alarms += discernment.false_alarms;
		all.noise += discernment.noise;
		for (const level of calibration.levels) {
			all.levels[level.certainty - 1].answers += level.answers;
			all.levels[level.certainty - 1].right += level.right;
		}
	}
	remove();
	return all;
}

test("a class plays a whole lesson together", async () => {
	const room = await school.begin({ length: "lesson", mode: "practice", pace: "together", seed: 3 });
	const teacher = await browsers.teachers.open(`${school.url}teacher.html#class=${room.code}&teacher=${room.teacher}`, { size: coarse(SIZES.laptop) });
	await teacher.playing();
	await teacher.waitForScreen("screen.door");

	const address = (url) => `${url}?class=${room.code}&view=plain`;
	const pupils = {
		chromium: await join(browsers.chromium, `${school.url}?class=${room.code}`),
		firefox: await join(browsers.firefox, address(watches[0].url), watches[0].faults),
		webkit: await join(browsers.webkit, address(watches[1].url), watches[1].faults),
	};
	const others = new Classroom(school.url, room.code);
	await others.enter(OTHERS);
	await says(teacher, "here.title", `${OTHERS + 3} have come`);
	await teacher.key("PageDown"); // to the lesson

	const beats = others.story.rooms.flatMap((r) => r.beats ?? []).filter((b) => !b.lengths || b.lengths.includes("lesson"));
	const puzzles = others.story.rooms.flatMap((r) => r.puzzles ?? []).filter((p) => !p.lengths || p.lengths.includes("lesson"));
	// The teacher's page goes ahead of the server, which alone says what pupils may do.
	const phase = (wanted) => room.until(wanted, ({ pace }) => pace.phase === wanted);
	let { pupils: here } = others;
	for (const [n, beat] of beats.entries()) {
		const items = beat.ask.map((a) => a.id);
		await teacher.key("PageDown"); // read
		await teacher.waitFor("go.vote");
		for (const game of Object.values(pupils)) {
			await game.waitForScreen(`screen.${beat.id}`);
		}
		if (n === 2) { // one comes late
			await others.enter(1);
			here = others.pupils;
		}
		await others.follow(beat.id);
		await teacher.key("PageDown"); // the vote
		await teacher.waitFor("go.discuss");
		await phase("vote");
		if (n === 1) { // two lose the network, and answer
			await pupils.chromium.page.setOfflineMode(true);
			const [away, ...present] = here;
			await stamp(pupils.chromium, items.map(() => "denied"), 2);
			away.log.push(...items.map((item) => JSON.stringify({ do: "answered", item, answer: first(0) })));
			await others.vote(items, first, present);
			await pupils.chromium.page.setOfflineMode(false);
			await others.send(away);
		} else {
			await stamp(pupils.chromium, items.map(() => "unconfirmed"), 3);
			await others.vote(items, first, here);
		}
		await stamp(pupils.firefox, items.map(() => "real"), 1);
		await stamp(pupils.webkit, items.map(() => "prank"), 2);
		const all = here.length + 3;
		await says(teacher, "tally.said", `${all} of ${all} have answered`);
		assert.equal(await teacher.has("votes"), false, "the answers are hidden");
		if (n === 0) {
			await teacher.key("PageDown"); // talk
			await teacher.waitFor("go.revote");
			await teacher.key("PageDown"); // vote again
			await phase("revote");
			await others.revote(items, second, here);
			for (const game of Object.values(pupils)) {
				await stamp(game, items.map(() => "unconfirmed"), 2);
			}
			await says(teacher, "tally.said", `${all} of ${all} have answered`);
			await teacher.key("PageDown"); // the evidence
		} else {
			await teacher.invoke("go.reveal");
		}
		await teacher.waitFor("evidence");
		for (const game of Object.values(pupils)) {
			await game.until(() => document.getElementById("mirror").textContent.includes("What the evidence shows"));
		}
		if (n === 3) { // a device is wiped, and its pupil comes back with the teacher's link
			pupils.chromium.clean();
			await pupils.chromium.close(); // before its key is no longer good
			const { link } = await room.call("POST", "/seats/1/key");
			const before = await room.log("1");
			await browsers.chromium.forget(school.url);
			pupils.chromium = await browsers.chromium.open(new URL(link, school.url).href);
			await pupils.chromium.playing();
			await pupils.chromium.waitForScreen(`screen.${beat.id}`);
			assert.ok((await room.log("1")).startsWith(before), "nothing is lost");
		}
		pupils.chromium.expect(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
	}
	for (const puzzle of puzzles) { // the class looks at them together
		await teacher.invoke("go.next");
		await room.until(`at ${puzzle.id}`, ({ pace }) => pace.step === puzzle.id);
		for (const game of Object.values(pupils)) {
			await game.waitForScreen(`screen.${puzzle.id}`);
		}
	}

	// Whatever a device or the teacher's page shows is what the logs say.
	const { seats } = await room.state();
	assert.equal(seats.length, OTHERS + 4);
	const logs = await Promise.all(seats.map(({ seat }) => room.log(seat)));
	for (const pupil of others.pupils) {
		assert.equal(await room.log(pupil.seat), pupil.log.map((line) => `${line}\n`).join(""));
	}
	const right = await sums(logs);
	await teacher.invoke("screen.to.picture");
	await teacher.waitFor("cloud.said");
	const percent = (k, of) => Math.round(100 * k / of);
	const said = await teacher.words('#mirror [data-node="cloud.said"]');
	assert.match(said, new RegExp(`Of the true ones ${percent(right.hits, right.signals)}\\s%.*false or unproven ones ${percent(right.alarms, right.noise)}\\s%`));
	for (const [i, level] of right.levels.entries()) {
		assert.match(await teacher.words(`#mirror [data-node="level.${i}.said"]`), new RegExp(`${level.right} of ${level.answers} right`));
	}
	const report = await room.call("GET", "/report.json");
	assert.equal(report.pupils.reduce((sum, pupil) => sum + pupil.report.discernment.hits, 0), right.hits);
	for (const game of [teacher, ...Object.values(pupils)]) {
		game.clean();
		await game.close();
	}
});
