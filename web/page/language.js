// Chooses the language of the page that is there before the program, by the same
// rules as the program: the link's, the one the player has chosen before, the
// browser's. The site build writes the words of the other languages in front,
// and the page asks for this before anything is painted.
"use strict";

(() => {
	const { fallback, words } = window.pageWords;
	delete window.pageWords;
	const root = document.documentElement;
	const written = root.lang; // the language that the page comes in
	const there = [written, ...Object.keys(words)];

	// The language that there is for a wanted one: the very one, or the one that
	// it is a kind of, as de is for de-AT.
	const find = (wanted) => {
		let tag = String(wanted ?? "").toLowerCase();
		while (tag && !there.includes(tag)) {
			tag = tag.replace(/[-_]?[^-_]*$/, "");
		}
		return tag;
	};

	const kept = () => {
		try {
			return JSON.parse(localStorage.getItem("hold-the-line:settings"))?.lang;
		} catch {
			return ""; // storage is forbidden or broken
		}
	};

	const asked = new URLSearchParams(location.search).get("lang");
	const chosen = [asked, kept(), ...navigator.languages].map(find).find(Boolean) ?? fallback;

	const originals = new WeakMap();

	// speak has the page say everything in a language. What it says of the case
	// stays in the case's.
	const speak = (lang) => {
		for (const e of document.querySelectorAll("[data-words]")) {
			if (!originals.has(e)) {
				originals.set(e, e.textContent);
			}
			const text = words[lang]?.[e.dataset.words];
			e.textContent = text?.replace("{n}", e.dataset.n) ?? originals.get(e);
		}
		document.getElementById("page").lang = root.lang = lang;
	};
	window.speakPage = speak;

	if (chosen !== written) {
		// Nothing is to be seen, or heard, in the wrong language until all of it is
		// there to be changed. The scripts that wait for the page come after that.
		root.lang = chosen;
		root.dataset.turning = "";
		document.addEventListener("readystatechange", () => {
			speak(chosen);
			delete root.dataset.turning;
		}, { once: true });
	}
})();
