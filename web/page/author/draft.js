// A draft is the text of a case with its history, kept in this browser after every
// change: a crash, a closed lid or a wrong key loses nothing.
"use strict";

window.author = {};

(() => {
	const PREFIX = "hold-the-line-author:";
	const MOST_STEPS = 300; // of the history
	const JOIN = 1500; // ms within which changes of one place are one step

	// patch is the piece that differs between two texts: [where, old, new].
	const patch = (a, b) => {
		let from = 0;
		while (from < a.length && from < b.length && a[from] === b[from]) {
			from++;
		}
		let back = 0;
		while (back < a.length - from && back < b.length - from && a[a.length - 1 - back] === b[b.length - 1 - back]) {
			back++;
		}
		return [from, a.slice(from, a.length - back), b.slice(from, b.length - back)];
	};

	window.author.patch = patch;

	const undone = (text, [at, old, fresh]) => text.slice(0, at) + old + text.slice(at + fresh.length);
	const redone = (text, [at, old, fresh]) => text.slice(0, at) + fresh + text.slice(at + old.length);

	class Draft {
		constructor(key, { text = "", steps = [], at = steps.length, name = "" } = {}, store = window.localStorage) {
			this.key = key;
			this.text = text;
			this.name = name;
			this.steps = steps; // patches, the oldest first
			this.at = at; // how many of them are done
			this.store = store;
			this.last = { place: "", time: 0 };
			this.trouble = ""; // why it couldn't be kept
		}

		get canUndo() {
			return this.at > 0;
		}

		get canRedo() {
			return this.at < this.steps.length;
		}

		// change replaces the text. Changes of the same place in quick succession are
		// one step of the history.
		change(text, place = "", now = Date.now()) {
			if (text === this.text) {
				return;
			}
			const joins = place !== "" && place === this.last.place && now - this.last.time < JOIN && this.at === this.steps.length && this.at > 0;
			const before = joins ? undone(this.text, this.steps[this.at - 1]) : this.text;
			this.steps.length = joins ? this.at - 1 : this.at;
			this.steps.push(patch(before, text));
			if (this.steps.length > MOST_STEPS) {
				this.steps.shift();
			}
			this.at = this.steps.length;
			this.last = { place, time: now };
			this.text = text;
			this.keep();
		}

		undo() {
			if (this.canUndo) {
				this.text = undone(this.text, this.steps[--this.at]);
				this.last = { place: "", time: 0 };
				this.keep();
			}
		}

		redo() {
			if (this.canRedo) {
				this.text = redone(this.text, this.steps[this.at++]);
				this.last = { place: "", time: 0 };
				this.keep();
			}
		}

		// keep writes the draft to the browser's store. If that is full, the history
		// goes first.
		keep() {
			const kept = { name: this.name, text: this.text, steps: this.steps, at: this.at, saved: Date.now() };
			for (const one of [kept, { ...kept, steps: [], at: 0 }]) {
				try {
					this.store.setItem(this.key, JSON.stringify(one));
					this.trouble = "";
					return;
				} catch (why) {
					this.trouble = window.author.wording("trouble.kept", { why: why.name });
				}
			}
		}

		forget() {
			this.store.removeItem(this.key);
		}

		// open reads a draft that was kept.
		static open(key, store = window.localStorage) {
			return new Draft(key, JSON.parse(store.getItem(key)), store);
		}

		// create begins a new draft with a text.
		static create(text, name, store = window.localStorage) {
			let n = Date.now();
			while (store.getItem(PREFIX + n) !== null) {
				n++;
			}
			const draft = new Draft(PREFIX + n, { text, name }, store);
			draft.keep();
			return draft;
		}

		// list returns the drafts that are kept, the last changed first. What can't be
		// read isn't ours.
		static list(store = window.localStorage) {
			const all = [];
			for (let i = 0; i < store.length; i++) {
				const key = store.key(i);
				if (!key.startsWith(PREFIX)) {
					continue;
				}
				try {
					const { name, saved } = JSON.parse(store.getItem(key));
					all.push({ key, name, saved });
				} catch {
					// somebody else wrote it
				}
			}
			return all.sort((a, b) => b.saved - a.saved);
		}
	}

	window.author.Draft = Draft;
})();
