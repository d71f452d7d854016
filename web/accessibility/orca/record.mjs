// Plays a Quick game with Orca and Firefox and writes down what was pressed and
// what was said. The player knows nothing but what they hear: no picture, no
// page, no program.
//
//	node web/accessibility/orca/record.mjs [-view plain] [FILE]
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { serveSite } from "../../test/site.mjs";
import { Desk } from "./desk.mjs";

const MOST_KEYS = 40; // to find one thing; after that it isn't there
const MOST_SCREENS = 40;
const HEARING = 6000; // ms that hearing an outcome takes; here nothing is spoken

// What the keys do in Orca's browse mode, for readers of the record.
const KEYS = {
	"Control+Home": "Ctrl+Home", KP_Add: "Keypad +: read on from here", Return: "Enter", space: "Space",
	r: "R: next choice",
};

// The player's stamp for a claim, and how sure they are, by the claim's words.
const OPINIONS = [
	[/has said publicly|really comes from|says that the pranksters/, /^Real\b/, /^Certain/],
	[/two Russian pranksters|accepts/i, /^Real\b/, /^Fairly sure/],
	[/./, /^Can’t know yet/, /^Fairly sure/],
];

// The buttons that lead on.
const ONWARD = /^(Next question|On to|To the question|To the debrief)/;

class Player {
	constructor(desk) {
		this.desk = desk;
	}

	press(key) {
		return this.desk.press(key);
	}

	// seek presses a key until something wanted is said.
	async seek(key, wanted) {
		for (let n = 0; n < MOST_KEYS; n++) {
			const said = await this.press(key);
			if (said.some((line) => wanted.test(line))) {
				return said;
			}
			if (said.some((line) => /tool bar|New Tab/.test(line))) {
				throw new Error(`${key} led out of the page before ${wanted} was said`);
			}
		}
		throw new Error(`${key} never led to ${wanted}`);
	}

	// readOn hears all from here to the end of the page.
	readOn() {
		return this.press("KP_Add");
	}

	async play() {
		await this.press("Control+Home");
		await this.readOn();
		await this.press("Control+Home");
		await this.seek("Tab", /^Begin push button/);
		await this.press("Return");
		for (let n = 0; n < MOST_SCREENS; n++) {
			const said = await this.readOn();
			const offers = (name) => said.some((line) => name.test(line));
			if (offers(/^Stamp it/)) {
				await this.stamp(said);
			} else if (offers(/^Check my answer/)) {
				await this.order();
			} else if (offers(ONWARD)) {
				await this.goOn();
			} else {
				return said;
			}
		}
		throw new Error("the debrief isn't reached");
	}

	// stamp judges a claim, hears the outcome and goes on.
	async stamp(said) {
		const [, stamp, sure] = OPINIONS.find(([claim]) => said.some((line) => claim.test(line)));
		await this.seek("r", stamp);
		await this.press("space");
		await this.seek("r", sure);
		await this.press("space");
		await this.seek("Tab", /^Stamp it push button/);
		await this.press("Return");
		await sleep(HEARING);
		await this.readOn();
		await this.goOn();
	}

	// order moves a card by its arrow, and another by taking it up and putting it down,
	// and hands the order in.
	async order() {
		await this.seek("Tab", /^Move up: .* push button/);
		await this.press("Return");
		await this.press("Return");
		await this.seek("Tab", /, 5 of \d/);
		await this.press("Return");
		await this.seek("Tab", /, 7 of \d/);
		await this.press("Return");
		await this.seek("Tab", /^Check my answer push button/);
		await this.press("Return");
		await this.readOn();
		await this.goOn();
	}

	async goOn() {
		await this.seek("Tab", ONWARD);
		await this.press("Return");
	}
}

// written is a take as it is in the record. Speech that was interrupted is marked.
function written({ key, lines }) {
	const said = lines.flatMap(({ words, stop }, i) => {
		if (stop) {
			return [];
		}
		const cut = lines.slice(i + 1).some((line) => line.stop);
		return [`    ${words}${cut ? "  (broken off)" : ""}`];
	});
	return [`[${KEYS[key] ?? key}]`, ...said].join("\n");
}

const version = (program, pattern) => execFileSync(program, ["--version"], { encoding: "utf8" }).match(pattern)[0];

const args = process.argv.slice(2);
const plain = args[0] === "-view" && args.splice(0, 2)[1] === "plain";
const file = args[0] ?? new URL(plain ? "spoken-plain.txt" : "spoken.txt", import.meta.url);

const site = await serveSite();
const desk = await Desk.open();
try {
	await desk.visit(`${site.url}?length=quick&seed=1&lang=en&view=${plain ? "plain" : "canvas"}`);
	await new Player(desk).play();
} finally {
	const head = `A Quick game, ${plain ? "as a plain page" : "on the canvas"}, with Orca ${version("orca", /[\d.]+/)} and ${version("firefox-esr", /Firefox [\d.]+/)}.\nIn brackets what was pressed, below it what was said.`;
	writeFileSync(file, `${head}\n\n${desk.takes.map(written).join("\n\n")}\n`);
	await desk.close();
	await site.stop();
}
