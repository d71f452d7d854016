// The result of a game: the saved session, the report that quiz/cmd/case makes of
// it, and whether the debrief says the same.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { temporary } from "./own.mjs";
import { sole } from "./player.mjs";
import { program, ROOT } from "./programs.mjs";

// saved returns the session that the game has saved.
export const saved = (game, key) => game.page.evaluate((k) => localStorage.getItem(`hold-the-line:session.${k}`), key);

// asFilled is an answer as a player fills it in: every value as text, and a single
// field as its value.
const asFilled = (answer) => sole(JSON.parse(JSON.stringify(answer), (_, v) => (typeof v === "number" ? String(v) : v)));

// answered lists the answers of a session, each with its item.
export const answered = (log) => log.trim().split("\n").map((line) => JSON.parse(line))
	.filter((event) => event.do === "answered")
	.map(({ item, answer }) => ({ item, answer: asFilled(answer) }));

// ask runs a subcommand of quiz/cmd/case on a session.
function ask(subcommand, log, id = "the-call") {
	const { folder, remove } = temporary();
	try {
		const file = path.join(folder, "session.jsonl");
		writeFileSync(file, log);
		return execFileSync(program("case"), [subcommand, `assets/cases/${id}/case.json`, file], { cwd: ROOT, encoding: "utf8" });
	} finally {
		remove();
	}
}

// report is the report on a session.
export const report = (log, id) => JSON.parse(ask("report", log, id));

// replayed is a recorded session, replayed on the case as it is now.
export const replayed = (log) => ask("replay", log);

// unpacked is the session that a short text stands for.
export const unpacked = (text, id) => execFileSync(program("case"), ["unpack", `assets/cases/${id}/case.json`, text], { cwd: ROOT, encoding: "utf8" });

// whole rounds a number as the debrief does.
export const whole = (n) => String(Math.floor(n + 0.5));

const text = async (game, node) => (await game.nodes(`[data-node="${node}"]`))[0]?.text ?? "";

// compare asserts that the debrief says what the report does.
export async function compare(game, r) {
	assert.equal((await text(game, "score")).match(/\d+/)[0], whole(r.score), "the score");
	for (const skill of r.skills) {
		if (skill.items > 0) {
			assert.equal(await text(game, `skill.${skill.skill}.value`), whole(skill.value), `the skill ${skill.skill}`);
		}
	}
	const counts = (await text(game, "discernment.counts")).match(/\d+/g).map(Number);
	const { hits, signals, false_alarms: alarms, noise } = r.discernment;
	assert.deepEqual(counts, [hits, signals, alarms, noise], "true ones and others believed");
	for (const level of r.calibration.levels) {
		if (level.answers > 0) {
			const numbers = (await text(game, `calibration.${level.certainty}.text`)).match(/\d+/g).map(Number);
			assert.deepEqual(numbers.slice(0, 2), [level.right, level.answers], `calibration at certainty ${level.certainty}`);
		}
	}
	const longest = r.belief.reduce((a, b) => (b.points.length >= a.points.length ? b : a));
	const points = (await game.nodes("li[data-node]")).filter((n) => /^belief\.\d+$/.test(n.node));
	assert.equal(points.length, longest.points.length, "the belief line has a point for every time it was asked");
}
