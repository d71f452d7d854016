// A class server on a port of its own, and the teacher of a class, by HTTP calls.
import path from "node:path";
import { PATIENCE, temporary } from "./own.mjs";
import { serveSite, SITE } from "./site.mjs";

// A School is a site with a class server. It can be stopped and started again: its
// address and its classes stay.
export class School {
	static async open() {
		const school = new School();
		school.work = temporary();
		await school.start();
		return school;
	}

	async start() {
		this.site = await serveSite(SITE, ["-class", path.join(this.work.folder, "kept")], this.url ? Number(new URL(this.url).port) : 0);
		this.url = this.site.url;
	}

	async stop() {
		await this.site?.stop();
		this.site = undefined;
	}

	async close() {
		await this.stop();
		this.work.remove();
	}

	// begin opens a class with settings such as {pace: "together"}.
	async begin(settings) {
		const answer = await fetch(new URL("api/classes", this.url), { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(settings) });
		if (answer.status !== 201) {
			throw new Error(`no class is opened: ${answer.status} ${await answer.text()}`);
		}
		return new Class(this, await answer.json());
	}
}

// A Class is one as its teacher has it.
export class Class {
	constructor(school, { code, teacher }) {
		Object.assign(this, { school, code, teacher, version: 0 });
	}

	// call makes a call as the teacher and resolves to its JSON.
	async call(method, rest, body) {
		const answer = await fetch(new URL(`api/classes/${this.code}${rest}`, this.school.url), {
			method, headers: { Authorization: `Bearer ${this.teacher}`, "Content-Type": "application/json" },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await answer.text();
		if (!answer.ok) {
			throw new Error(`${method} ${rest}: ${answer.status} ${text}`);
		}
		return text && JSON.parse(text);
	}

	// lead takes the class to a step and phase.
	async lead(step, phase, paused = false) {
		const pace = await this.call("POST", "/pace", { step, phase, paused, expect: this.version });
		this.version = pace.version;
	}

	state() {
		return this.call("GET", "/state?after=0");
	}

	// log is what the server has of a seat, as lines.
	async log(seat) {
		const answer = await fetch(new URL(`api/classes/${this.code}/seats/${seat}/log`, this.school.url), { headers: { Authorization: `Bearer ${this.teacher}` } });
		return answer.text();
	}

	// until asks for the state until a condition on it holds.
	async until(what, condition, patience = PATIENCE) {
		for (const end = Date.now() + patience; ;) {
			const state = await this.state();
			if (condition(state)) {
				return state;
			}
			if (Date.now() > end) {
				throw new Error(`never ${what}: ${JSON.stringify(state)}`);
			}
			await new Promise((resolve) => { setTimeout(resolve, 50); });
		}
	}
}
