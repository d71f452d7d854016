// Chooses the language of the page before the program is there, by the program's
// own rules: the link's, then the player's choice, then the browser's. The site
// build puts the words of the other languages in front, and the page loads this
// before anything is painted.
"use strict";

(() => {
	const { fallback, words, story: first, translations } = window.pageWords;
	delete window.pageWords;
	const root = document.documentElement;
	const written = root.lang; // the language that the page is built in
	const there = [written, ...Object.keys(words)];

	// The available language for a wanted tag: the same, or a more general one, as
	// de is for de-AT.
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

	// tell puts the briefing of the link's case in the place of the one that the page
	// is built with.
	const tell = (briefing) => {
		for (const part of briefing.content.querySelectorAll("[data-part]")) {
			document.querySelector(`#page [data-part="${part.dataset.part}"]`).replaceWith(part.cloneNode(true));
		}
		for (const link of document.querySelectorAll("a[data-sheet]")) {
			link.href = briefing.dataset.sheet;
		}
		document.title = document.title.replace(/^.*(?= · )/, briefing.dataset.title);
	};

	const originals = new WeakMap();

	// speak translates the page. What it says of the case stays in the language in which
	// tell has told it.
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

	const { story } = window.holdTheLineProgram;
	const told = story ?? first;

	// The case's texts in this language, where there are some, are fetched beside the
	// program, which then finds them in the browser's cache.
	const texts = translations[told]?.[chosen];
	if (texts) {
		fetch(texts).catch(() => {}); // the program reports it
	}

	if (chosen !== written || story) {
		// Nothing is seen or heard until all of the page is there, tells of the right
		// case and is translated. The deferred scripts run after that.
		root.lang = chosen;
		root.dataset.turning = "";
		document.addEventListener("readystatechange", () => {
			const briefings = [...document.querySelectorAll("template[data-case]")].filter((one) => one.dataset.case === told);
			const briefing = briefings.find((one) => one.dataset.in === chosen) ?? briefings.find((one) => !one.dataset.in);
			if (briefing) {
				tell(briefing);
			}
			if (chosen !== written) {
				speak(chosen);
			}
			delete root.dataset.turning;
		}, { once: true });
	}
})();
