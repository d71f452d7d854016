// What the page says, in the language that the link names, or the reader has chosen for
// the game, or the browser prefers. The site build puts all languages in front.
"use strict";

(() => {
	const all = window.authorWords; // texts by language, then by key
	delete window.authorWords;
	const FALLBACK = "en";

	// The available language for a wanted tag: the same, or a more general one, as de
	// is for de-AT.
	const find = (wanted) => {
		let tag = String(wanted ?? "").toLowerCase();
		while (tag && !Object.hasOwn(all, tag)) {
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

	const lang = [new URLSearchParams(location.search).get("lang"), kept(), ...navigator.languages].map(find).find(Boolean) ?? FALLBACK;
	const texts = all[lang];
	const plurals = new Intl.PluralRules(lang);

	const has = (key) => Object.hasOwn(texts, key);

	// wording returns the text of a key, with values in the place of their names in braces.
	// Of a text that has plural forms, n chooses one.
	const wording = (key, values = {}) => {
		const forms = has(`${key}.other`);
		const form = forms && plurals.select(values.n);
		const text = forms ? texts[has(`${key}.${form}`) ? `${key}.${form}` : `${key}.other`] : texts[key];
		if (text === undefined) {
			throw new Error(`the author’s page has no text “${key}”`);
		}
		return text.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? values[name] : whole));
	};

	// wordOf is what a word of the format is called.
	const wordOf = (value) => (has(`word.${value}`) ? wording(`word.${value}`) : String(value));

	// english marks an element whose text is English whatever the page's language is, as
	// that of the checker is.
	const english = (element) => {
		element.lang = "en";
		return element;
	};

	const languages = Object.entries(all).map(([tag, own]) => ({ tag, name: own["language.name"] }));

	Object.assign(window.author, { wording, has, wordOf, english, lang, languages });
	document.documentElement.lang = lang;
	document.title = `${wording("begin.title")} · ${wording("game.title")}`;
})();
