// A case that is not one of the game's own: one that the author's page tries out, a
// file beside the page that the link names, one that the link carries in itself, or a
// file that is dropped on the page. What somebody else may have written is read by the
// author's checker first. That is fetched only then, so that the game itself needs no
// strict reader.
"use strict";

(() => {
	const { packed } = window;
	const host = window.toolkitHost;
	const { checker, engine } = document.currentScript.dataset;
	const link = new URLSearchParams(location.search);
	const TRY = "hold-the-line:try"; // where the author's page puts what it tries
	const MOST = 4 << 20; // bytes of a case
	// Beside the page or in a folder below it; package launch knows the same.
	const FILE = /^(?=.{1,200}$)(?:[\w-][\w.-]*\/)*[\w-][\w.-]*\.json$/;

	// read returns the text of a stream, at most so much of it.
	const read = async (stream) => {
		const reader = stream.getReader();
		const chunks = [];
		for (let came = 0; ;) {
			const { done, value } = await reader.read();
			if (done) {
				return new Blob(chunks).text();
			}
			came += value.length;
			if (came > MOST) {
				await reader.cancel();
				throw new Error("it is larger than 4 MB, which no case is");
			}
			chunks.push(value);
		}
	};

	// unpacked returns the text that a link's fragment holds: a small link can unpack to
	// anything.
	const unpacked = async (words) => {
		try {
			const bytes = Uint8Array.from(atob(words.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
			return await read(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")));
		} catch (why) {
			throw why instanceof TypeError || why instanceof DOMException ? new Error("the link has been cut off or changed on its way") : why;
		}
	};

	const fetched = async (name) => {
		const response = await fetch(name);
		if (!response.ok) {
			throw new Error(`${name}: ${response.status} ${response.statusText}`.trim());
		}
		return read(response.body);
	};

	// ask asks the author's checker, and rejects with why it can't answer.
	const ask = (request) => new Promise((resolve, reject) => {
		const worker = new Worker(`${checker}?engine=${encodeURIComponent(engine)}`);
		const end = (finish, what) => {
			worker.terminate();
			finish(what);
		};
		worker.onerror = ({ message }) => end(reject, new Error(message || "its checker can’t be loaded"));
		worker.onmessage = ({ data: { response, failed } }) => {
			const answer = failed ? { error: failed } : JSON.parse(response);
			end(answer.error ? reject : resolve, answer.error ? new Error(answer.error) : answer);
		};
		worker.postMessage({ number: 1, request: JSON.stringify(request) });
	});

	// compiled returns a case as the game reads it. An author's own text, in YAML, is
	// compiled first.
	const compiled = async (text) => {
		if (!text.trimStart().startsWith("{")) {
			const { compiled, problems } = await ask({ do: "check", text });
			if (!compiled) {
				const [{ line, message }] = problems;
				throw new Error(line ? `line ${line}: ${message}` : message);
			}
			return compiled;
		}
		await ask({ do: "foreign", text });
		return text;
	};

	const find = async () => {
		const carried = location.hash.match(/^#case=([\w-]+)$/)?.[1];
		if (link.has("try")) {
			const tried = JSON.parse(localStorage.getItem(TRY));
			if (!tried) {
				throw new Error("nothing is tried out in this browser");
			}
			return { text: tried.case, log: tried.log };
		}
		const file = link.get("case") ?? "";
		if (carried === undefined && !FILE.test(file)) {
			return { text: "", log: "" };
		}
		return { text: await compiled(carried === undefined ? await fetched(file) : await unpacked(carried)), log: "" };
	};

	const MOST_CARRIED = 1_900_000; // characters of a link to this page itself; browsers take 2 MB

	// open opens a dropped file as a link that carries it would. One that is too large is
	// refused in the same place, as what is longer than any case. How the game is to
	// speak and look stays; what else the link chose was for another story.
	const open = async (file) => {
		const tooLong = () => packed(" ".repeat(MOST + 1));
		let carried = file.size > MOST ? await tooLong() : await packed(await file.text());
		if (carried.length > MOST_CARRIED) {
			carried = await tooLong();
		}
		const kept = new URLSearchParams([...link].filter(([key]) => ["lang", "view"].includes(key)));
		location.assign(`${location.pathname}?${kept}#case=${carried}`);
	};

	// To the browser another fragment is another place in the same page.
	addEventListener("hashchange", ({ oldURL, newURL }) => {
		if ([oldURL, newURL].some((url) => new URL(url).hash.startsWith("#case="))) {
			location.reload();
		}
	});

	// Neither in a class, whose business it is what is played, nor in a test.
	if (!link.has("class") && !link.has("form")) {
		addEventListener("dragover", (event) => {
			if ([...event.dataTransfer.types].includes("Files")) {
				event.preventDefault();
			}
		});
		addEventListener("drop", (event) => {
			const [file] = event.dataTransfer.files;
			if (file) {
				event.preventDefault();
				open(file).catch((why) => console.error(why));
			}
		});
	}

	// given resolves once it is known which case is given: its text, or, in trouble,
	// why it can't be played.
	host.given = (async () => {
		try {
			return { trouble: "", ...await find() };
		} catch (why) {
			return { text: "", log: "", trouble: (why.message || String(why)).replace(/\.$/, "") };
		}
	})();
})();
