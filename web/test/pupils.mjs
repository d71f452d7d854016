// Pupils of a class who need no browser: they make the calls of the class server and
// keep their logs as a device does.
import assert from "node:assert/strict";
import { story } from "./player.mjs";

// A Classroom is a class of a server, with its pupils.
export class Classroom {
	constructor(url, code) {
		this.api = `${url}api/classes/${code}`;
		this.pupils = [];
	}

	async call(method, path, { key, body, type = "application/json" } = {}) {
		const response = await fetch(this.api + path, {
			method, body, headers: { ...(key && { Authorization: `Bearer ${key}` }), ...(body && { "Content-Type": type }) },
		});
		assert.ok(response.ok, `${method} ${path}: ${response.status} ${await response.clone().text()}`);
		return response.headers.get("Content-Type")?.includes("json") ? response.json() : response.text();
	}

	// enter has so many pupils join, and begin the game that the class plays.
	async enter(n) {
		const { code, pace, expires, open, ...game } = await this.call("GET", "");
		this.story = story(game.case);
		for (let i = 0; i < n; i++) {
			const seat = await this.call("POST", "/seats");
			const config = { format: 1, ...game, began: "2026-03-02T09:00:00Z", led: pace === "together" };
			const pupil = { ...seat, sent: 0, log: [JSON.stringify({ do: "started", config })] };
			this.pupils.push(pupil);
			await this.send(pupil);
		}
	}

	// send sends what a pupil has done since.
	async send(pupil) {
		const body = pupil.log.slice(pupil.sent).map((line) => `${line}\n`).join("");
		await this.call("PUT", `/seats/${pupil.seat}/log?from=${pupil.sent}`, { key: pupil.key, body, type: "application/jsonl" });
		pupil.sent = pupil.log.length;
	}

	// follow has all pupils go to a step.
	async follow(step) {
		for (const pupil of this.pupils) {
			pupil.log.push(JSON.stringify({ do: "went", step }));
			await this.send(pupil);
		}
	}

	// vote has pupils answer questions: answers is a function of a pupil's index.
	async vote(items, answers, pupils = this.pupils) {
		for (const [i, pupil] of pupils.entries()) {
			pupil.log.push(...items.map((item) => JSON.stringify({ do: "answered", item, answer: answers(i) })));
			await this.send(pupil);
		}
	}

	// revote has pupils answer questions a second time.
	async revote(items, answers, pupils = this.pupils) {
		for (const [i, pupil] of pupils.entries()) {
			for (const item of items) {
				await this.call("PUT", `/seats/${pupil.seat}/second/${item}`, { key: pupil.key, body: JSON.stringify(answers(i)) });
			}
		}
	}
}
