// Chooses the language of the page before the program is there, by the program's
// own rules: the link's, then the player's choice, then the browser's. Another language
// than the page's own is a file, which is fetched here; the program then finds it in the
// browser's cache. The site build puts their addresses in front, and the page loads this
// before anything is painted.
"use strict";

(() => {
	const { fallback, languages, drafts, rightToLeft, story: first, translations } = window.pageWords;
	delete window.pageWords;
	const root = document.documentElement;
	const written = root.lang; // the language that the page is built in
	const there = [written, ...Object.keys(languages)];
	const offered = there.filter((lang) => !drafts.includes(lang)); // drafts are for links alone

	const PATIENCE = 3000; // ms until the page is shown as it is written, and translated later

	// The available language for a wanted tag: the same, or a more general one, as
	// de is for de-AT.
	const find = (wanted, among) => {
		let tag = String(wanted ?? "").toLowerCase();
		while (tag && !among.includes(tag)) {
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

	const asked = find(new URLSearchParams(location.search).get("lang"), there);
	const chosen = asked || ([kept(), ...navigator.languages].map((lang) => find(lang, offered)).find(Boolean) ?? fallback);

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

	const all = { [written]: {} }; // what has arrived, by languages

	// fetchWords resolves to what the page says in a language, by keys.
	const fetchWords = async (lang) => {
		if (!all[lang]) {
			const response = await fetch(languages[lang]);
			if (!response.ok) {
				throw new Error(`${languages[lang]}: ${response.status}`);
			}
			const { page, texts } = await response.json();
			all[lang] = { ...texts, ...page };
		}
		return all[lang];
	};

	const originals = new WeakMap();

	// translate puts the words of a language on the page. What it lacks stays as it is
	// written. What the page says of the case stays in the language in which tell has told
	// it.
	const translate = (lang, words) => {
		for (const e of document.querySelectorAll("[data-words]")) {
			if (!originals.has(e)) {
				originals.set(e, e.textContent);
			}
			const text = words[e.dataset.words];
			e.textContent = text?.replace("{n}", e.dataset.n) ?? originals.get(e);
			if (text === undefined && lang !== written) {
				e.lang = written;
			} else {
				e.removeAttribute("lang");
			}
		}
		const page = document.getElementById("page");
		page.lang = root.lang = lang;
		page.dir = root.dir = rightToLeft.includes(lang) ? "rtl" : "ltr";
		document.dispatchEvent(new Event("translated"));
	};

	let wanted = chosen;

	// speak translates the page once the words have arrived. If they don't, it stays as
	// it is; the program tells of it.
	const speak = async (lang) => {
		wanted = lang;
		const words = await fetchWords(lang).catch(() => undefined);
		if (words && wanted === lang) {
			translate(lang, words);
		}
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

	window.holdTheLineProgram.languages = languages;
	if (chosen !== written || story) {
		// Nothing is seen or heard until all of the page is there, tells of the right
		// case and is translated. The deferred scripts run after the page is there.
		if (chosen !== written) {
			fetchWords(chosen).catch(() => {}); // so that they are on their way
		}
		root.dataset.turning = "";
		document.addEventListener("readystatechange", async () => {
			const briefings = [...document.querySelectorAll("template[data-case]")].filter((one) => one.dataset.case === told);
			const briefing = briefings.find((one) => one.dataset.in === chosen) ?? briefings.find((one) => !one.dataset.in);
			if (briefing) {
				tell(briefing);
			}
			if (chosen !== written) {
				await Promise.race([speak(chosen), new Promise((resolve) => { setTimeout(resolve, PATIENCE); })]);
			}
			delete root.dataset.turning;
		}, { once: true });
	}
})();
