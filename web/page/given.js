// A case that is not one of the game's own: one that the author's page tries out, or
// one that the link carries in itself.
"use strict";

(() => {
	const host = window.holdTheLine;
	const link = new URLSearchParams(location.search);
	const TRY = "hold-the-line:try"; // where the author's page puts what it tries
	const MOST = 4 << 20; // bytes of a case

	// unpacked returns the text of a link's fragment, at most so much of it: a small
	// link can unpack to anything.
	const unpacked = async (words) => {
		try {
			return await inflated(words);
		} catch (why) {
			throw why instanceof TypeError || why instanceof DOMException ? new Error("the link has been cut off or changed on its way") : why;
		}
	};

	const inflated = async (words) => {
		const bytes = Uint8Array.from(atob(words.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
		const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
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

	const read = async () => {
		const carried = location.hash.match(/^#case=([\w-]+)$/)?.[1];
		if (link.has("try")) {
			const tried = JSON.parse(localStorage.getItem(TRY));
			return { text: tried.case, log: tried.log };
		}
		return { text: carried === undefined ? "" : await unpacked(carried), log: "" };
	};

	// given resolves once it is known which case is given: its text, or, in trouble,
	// why it can't be played.
	host.given = (async () => {
		try {
			return { trouble: "", ...await read() };
		} catch (why) {
			return { text: "", log: "", trouble: (why.message || String(why)).replace(/\.$/, "") };
		}
	})();
})();
