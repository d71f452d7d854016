// A player who finds on the page what there is to answer and answers it by a
// rule of their own. They know nothing of the program: they go by the names of
// the nodes, which stand on the page, and by the case as its author wrote it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./site.mjs";

export const CASE = JSON.parse(readFileSync(path.join(ROOT, "assets/cases/the-call/case.json"), "utf8"));

const VERDICTS = ["real", "prank", "denied", "unconfirmed"];

// What a title in brackets, which isn't the source's own, looks like on screen.
const shown = (title) => title.replace(/^\[(.*)\]$/, "$1");

const byText = (a, b) => (a.text < b.text ? -1 : 1);

export class Player {
	// The game to play; how controls are pressed: "click", "tap" or "press" (by
	// the keyboard); and a function that is called on every screen.
	constructor(game, { hand = "click", onScreen = async () => {} } = {}) {
		this.game = game;
		this.hand = hand;
		this.onScreen = onScreen;
		this.answers = []; // what has been answered, as the session should have it
		this.count = 0;
	}

	async press(node) {
		await this.game[this.hand](node);
	}

	// choose makes sure that a radio or checkbox is checked.
	async choose(node) {
		const [before] = await this.game.nodes(`[data-node="${node}"]`);
		assert.ok(before, `${node} is on ${await this.game.screen()}`);
		if (!before.checked) {
			await this.press(node);
			const [now] = await this.game.nodes(`[data-node="${node}"]`);
			assert.ok(now.checked, `${node} is chosen once it is pressed`);
		}
	}

	// options lists the controls whose node begins so, such as "window.".
	async options(prefix) {
		return (await this.game.nodes("input[data-node]")).filter((n) => n.node.startsWith(prefix));
	}

	// step is the part of the case that the screen is about.
	async step() {
		const id = (await this.game.screen()).replace(/^screen\./, "");
		for (const room of CASE.rooms) {
			for (const beat of room.beats ?? []) {
				if (beat.id === id) {
					return { beat };
				}
			}
			for (const puzzle of room.puzzles ?? []) {
				if (puzzle.id === id) {
					return { puzzle };
				}
			}
		}
		return {};
	}

	// begin starts the game in a length.
	async begin(length) {
		await this.onScreen("briefing");
		await this.choose(`length.${length}`);
		await this.press("begin");
		assert.notEqual(await this.game.screen(), "screen.briefing", "the game has begun");
	}

	// play answers steps until the debrief, or until stop(screen) says so.
	async play(stop = () => false) {
		for (let n = 0; n < 60; n++) {
			const screen = await this.game.screen();
			if (screen === "screen.debrief" || stop(screen)) {
				return screen;
			}
			await this.answerStep();
		}
		throw new Error("the debrief isn't reached");
	}

	// answerStep answers everything that a screen asks and goes on from it.
	async answerStep() {
		const { beat, puzzle } = await this.step();
		const screen = beat?.id ?? puzzle?.id;
		assert.ok(screen, `${await this.game.screen()} is a step of the case`);
		if (beat) {
			await this.openTab(screen);
		}
		const items = beat ? beat.ask.map((ask) => ask.id) : [puzzle.id];
		for (const [i, item] of items.entries()) {
			const answer = beat ? await this.verdict() : await this[puzzle.kind](puzzle);
			await this.onScreen(`${screen}-${i + 1}-asked`);
			await this.press("submit");
			if (await this.game.has("keep-order")) {
				await this.press("keep-order");
			}
			this.answers.push({ item, answer });
			assert.ok(await this.game.has("next"), `after ${item} it goes on`);
			await this.onScreen(`${screen}-${i + 1}-answered`);
			await this.press("next");
		}
	}

	async openTab(screen) {
		const [tab] = (await this.game.nodes("button[data-node]")).filter((n) => n.node.startsWith("open.") && !n.disabled);
		if (tab) {
			await this.press(tab.node);
			await this.onScreen(`${screen}-0-reading`);
			await this.press("reading.done");
		}
	}

	async verdict() {
		const is = VERDICTS[this.count % VERDICTS.length];
		const certainty = 1 + (this.count % 3);
		this.count++;
		await this.choose(`verdict.${is}`);
		await this.choose(`certainty.${certainty}`);
		return { is, certainty };
	}

	async cards() {
		return (await this.game.nodes("li[data-node]")).filter((n) => n.node.startsWith("item.")).map((n) => ({ id: n.node.slice("item.".length), text: n.text }));
	}

	// order puts the cards into the order of the alphabet, each time by another
	// of the ways there are.
	async order() {
		const wanted = (await this.cards()).sort(byText).map((card) => card.id);
		this.count++;
		for (const [place, card] of wanted.entries()) {
			const now = (await this.cards()).map((c) => c.id);
			const from = now.indexOf(card);
			if (from === place) {
				continue;
			}
			if (this.count % 2 === 0) {
				await this.press(`card.${card}`);
				await this.press(`card.${now[place]}`);
			} else {
				for (let steps = from - place; steps > 0; steps--) {
					await this.press(`earlier.${card}`);
				}
			}
		}
		assert.deepEqual((await this.cards()).map((card) => card.id), wanted, "the cards lie as they were put");
		return wanted;
	}

	weigh() {
		return this.order();
	}

	async date(puzzle) {
		const windows = await this.options("window.");
		const i = this.count++ % windows.length;
		await this.choose(`window.${i}`);
		const texts = [...puzzle.clues, ...(puzzle.decoys ?? [])].map((clue) => clue.phrase);
		const phrases = [];
		for (const option of (await this.options("phrase.")).sort(byText).slice(0, 2)) {
			await this.choose(option.node);
			phrases.push(texts.filter((t) => option.text.includes(t)).sort((a, b) => b.length - a.length)[0]);
		}
		return { window: puzzle.windows[i], phrases };
	}

	async trace() {
		const [origin] = (await this.options("origin.")).sort(byText);
		await this.choose(origin.node);
		await this.choose("witness.1");
		return { origin: CASE.sources.find((s) => shown(s.title) === origin.text.trim()).id, witnesses: 1 };
	}

	point(text) {
		return CASE.points.find((p) => text.includes(p.question)).id;
	}

	async spot(puzzle) {
		const [place] = (await this.options("place.")).sort(byText);
		await this.choose(place.node);
		await this.choose("better.0");
		return { place: this.point(place.text), account: puzzle.sources[0] };
	}

	async slips() {
		const points = [];
		for (const option of (await this.options("point.")).sort(byText).slice(0, 2)) {
			await this.choose(option.node);
			points.push(this.point(option.text));
		}
		return points;
	}
}
