// The checker and whatever else is written in Go, in workers of their own: in one what
// somebody waits for while writing, in another what takes longer and may come later, so
// that a change or a completion never waits behind a check.
"use strict";

(() => {
	const { lang, wording } = window.author;
	const { worker, engine } = document.currentScript.dataset;

	let pictures = []; // of the open draft, [name, Uint8Array] each

	// A Program is the program in a worker, which is started when it is first asked
	// something. It is compiled once: the first worker hands its module to the page, and
	// the page to the others, which need only memory of their own.
	class Program {
		constructor(first = null) {
			this.first = first; // the program that has the module
			this.waiting = new Map(); // by number of the request: its promise
			this.made = null;
			this.last = 0;
		}

		start() {
			this.made = new Worker(`${worker}?engine=${encodeURIComponent(engine)}`);
			this.module = new Promise((resolve) => {
				this.compiled = resolve;
			});
			this.made.onmessage = ({ data: { module, number, response, failed, absent } }) => {
				if (module) {
					this.compiled(module);
					return;
				}
				if (absent || failed) {
					this.compiled(null);
				}
				if (!this.waiting.has(number)) {
					return; // it was only to be started
				}
				const { resolve, reject } = this.waiting.get(number);
				this.waiting.delete(number);
				if (absent) {
					reject(new Error(wording("trouble.checker", { why: absent })));
				} else if (failed) {
					reject(new Error(failed));
				} else {
					resolve(response);
				}
			};
			this.made.onerror = ({ message }) => {
				this.compiled(null);
				for (const { reject } of this.waiting.values()) {
					reject(new Error(message || wording("trouble.checker", { why: worker })));
				}
				this.waiting.clear();
				this.made = null; // it is started again for the next request
			};
		}

		// begin starts the program, with the module of the first if that has one.
		async begin() {
			if (this.first) {
				this.first.made ?? this.first.begin();
				const module = await this.first.module;
				if (!this.made) {
					this.start();
					this.made.postMessage({ module });
					this.made.postMessage({ pictures });
				}
			} else if (!this.made) {
				this.start();
				this.made.postMessage({ share: true });
				this.made.postMessage({ pictures });
			}
		}

		async send(what, transfer = []) {
			await this.begin();
			return new Promise((resolve, reject) => {
				this.waiting.set(++this.last, { resolve, reject });
				this.made.postMessage({ number: this.last, ...what }, transfer);
			});
		}

		// end gives back the memory.
		end() {
			this.made?.terminate();
			this.made = null;
		}
	}

	const hand = new Program();
	const checker = new Program(hand);
	const LATER = ["check", "log"];

	// ask resolves to the response to a request. A sentence about why it can't be
	// answered is in its field error.
	window.author.ask = async (request) => {
		const what = { request: JSON.stringify({ lang, ...request }) };
		if (request.do !== "simulate") {
			return JSON.parse(await (LATER.includes(request.do) ? checker : hand).send(what));
		}
		// A thousand pupils take long, and nobody needs their program afterwards.
		const pupils = new Program(hand);
		try {
			return JSON.parse(await pupils.send(what));
		} finally {
			pupils.end();
		}
	};

	// givePictures tells the checker which pictures are beside the text.
	window.author.givePictures = (files) => {
		pictures = files;
		for (const program of [hand, checker]) {
			program.made?.postMessage({ pictures });
		}
	};

	// zip resolves to an archive of files, [name, Uint8Array] each.
	window.author.zip = (files) => hand.send({ files });
})();
