// A player who finds the questions on the page and answers them by rules of their
// own. They know neither the program nor any kind of question: groups of choices
// and lists of cards name the field that they fill in, as data-value. Which
// questions a step asks they know from the case.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./site.mjs";

// story reads a case.
export const story = (id) => JSON.parse(readFileSync(path.join(ROOT, `assets/cases/${id}/case.json`), "utf8"));

const THE_CALL = story("the-call");

// sole is the answer, or if it has a single field, that field's value.
export const sole = (answer) => {
	const values = Array.isArray(answer) ? [] : Object.values(answer);
	return values.length === 1 ? values[0] : answer;
};

const byText = (a, b) => (a.text < b.text ? -1 : 1);

export class Player {
	// hand is how controls are pressed: "click", "tap", "press" (by keyboard) or
	// "invoke". onScreen is called on every screen. story is the case that is played.
	constructor(game, { hand = "click", onScreen = async () => {}, story = THE_CALL } = {}) {
		this.game = game;
		this.story = story;
		this.hand = hand;
		this.onScreen = onScreen;
		this.answers = []; // as the session should have them
		this.count = 0; // of the questions answered
		this.orders = 0; // of the lists put into order
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

	// step is the beat or puzzle of the case that the screen shows.
	async step() {
		const id = (await this.game.screen()).replace(/^screen\./, "");
		for (const room of this.story.rooms) {
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

	// play answers steps until the debrief, or until stop(screen) is true.
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
			const answer = await this.answer();
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

	// answerTest answers a step of a test, which goes on by itself.
	async answerTest() {
		const { beat, puzzle } = await this.step();
		for (const item of beat ? beat.ask.map((ask) => ask.id) : [puzzle.id]) {
			const answer = await this.answer();
			await this.onScreen(`${item}-asked`);
			await this.press("submit");
			if (await this.game.has("keep-order")) {
				await this.press("keep-order");
			}
			this.answers.push({ item, answer });
			await this.onScreen(`${item}-answered`);
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

	// answer fills in everything that is asked, and returns it as the session should
	// have it: the values by field, or the value of the only one.
	async answer() {
		const given = {};
		for (const group of await this.game.nodes("fieldset[data-value]")) {
			given[group.value] = await this.fill(group.node);
		}
		for (const list of await this.game.nodes("ol[data-value]")) {
			given[list.value] = await this.game.has("table.box") ? await this.pull(list.node) : await this.arrange();
		}
		assert.notDeepEqual(given, {}, `${await this.game.screen()} asks something`);
		this.count++;
		return sole(given);
	}

	// fill chooses one radio button, each time another, or two checkboxes.
	async fill(group) {
		const options = await this.game.nodes(`[data-node="${group}"] input[data-value]`);
		if (options.every((option) => option.type === "radio")) {
			const option = options[this.count % options.length];
			await this.choose(option.node);
			return option.value;
		}
		const chosen = [];
		for (const option of options.sort(byText).slice(0, 2)) {
			await this.choose(option.node);
			chosen.push(option.value);
		}
		return chosen;
	}

	// hung is what hangs in a list of cards with cords, in its order.
	async hung(list = "cord") {
		return (await this.game.nodes(`[data-node="${list}"] > li[data-value]`)).map((n) => n.value);
	}

	// pull pulls the cord of the card that hangs already to a card on the table, and
	// the cord of that to the next; one more is hung up for itself.
	async pull(list) {
		const [report] = await this.hung(list);
		const [first, second, third] = (await this.game.nodes('[data-node="table"] > li[data-value]')).sort(byText).map((n) => n.value);
		for (const [lifted, onto] of [[`card.${report}`, `card.${first}`], [`card.${first}`, `card.${second}`], [`card.${third}`, "claim.press"]]) {
			await this.press(lifted);
			await this.press(onto);
		}
		assert.deepEqual((await this.hung(list)).sort(), [report, first, second, third].sort(), "the cards hang on the cord");
		return { [report]: first, [first]: second, [third]: null };
	}

	async cards() {
		return (await this.game.nodes("ol[data-value] > li[data-value]")).map((n) => ({ id: n.value, text: n.text }));
	}

	// arrange sorts the cards by their text, by the buttons and by taking them up in
	// turn.
	async arrange() {
		const wanted = (await this.cards()).sort(byText).map((card) => card.id);
		this.orders++;
		for (const [place, card] of wanted.entries()) {
			const now = (await this.cards()).map((c) => c.id);
			const from = now.indexOf(card);
			if (from === place) {
				continue;
			}
			if (this.orders % 2 === 0) {
				await this.press(`card.${card}`);
				await this.press(`card.${now[place]}`);
			} else {
				for (let steps = from - place; steps > 0; steps--) {
					await this.press(`earlier.${card}`);
				}
			}
		}
		assert.deepEqual((await this.cards()).map((card) => card.id), wanted, "the cards are in order");
		return wanted;
	}
}
