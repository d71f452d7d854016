// The checker and whatever else is written in Go, in a worker of its own.
"use strict";

(() => {
	const { lang, wording } = window.author;
	const { worker, engine } = document.currentScript.dataset;
	let pictures = []; // of the open draft, [name, Uint8Array] each
	const waiting = new Map(); // by number of the request: its promise
	let made = null;
	let last = 0;

	const start = () => {
		made = new Worker(`${worker}?engine=${encodeURIComponent(engine)}`);
		made.postMessage({ pictures });
		made.onmessage = ({ data: { number, response, failed, absent } }) => {
			const { resolve, reject } = waiting.get(number);
			waiting.delete(number);
			if (absent) {
				reject(new Error(wording("trouble.checker", { why: absent })));
			} else if (failed) {
				reject(new Error(failed));
			} else {
				resolve(response);
			}
		};
		made.onerror = ({ message }) => {
			for (const { reject } of waiting.values()) {
				reject(new Error(message || wording("trouble.checker", { why: worker })));
			}
			waiting.clear();
			made = null; // it is started again for the next request
		};
	};

	const send = (what, transfer = []) => new Promise((resolve, reject) => {
		if (!made) {
			start();
		}
		waiting.set(++last, { resolve, reject });
		made.postMessage({ number: last, ...what }, transfer);
	});

	// ask resolves to the response to a request. A sentence about why it can't be
	// answered is in its field error.
	window.author.ask = async (request) => JSON.parse(await send({ request: JSON.stringify({ lang, ...request }) }));

	// givePictures tells the checker which pictures are beside the text.
	window.author.givePictures = (files) => {
		pictures = files;
		made?.postMessage({ pictures });
	};

	// zip resolves to an archive of files, [name, Uint8Array] each.
	window.author.zip = (files) => send({ files });
})();
