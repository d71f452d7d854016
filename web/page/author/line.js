// The story's line: everything dated on one cord, in order of time. What can't be in
// that order is marked before anybody reads the check.
"use strict";

(() => {
	const { english, inTurns, make, short, wording } = window.author;

	const GAP = 21 * 24 * 3600; // seconds without anything that are worth a word

	const span = (seconds) => {
		const days = Math.round(seconds / 86_400);
		if (days < 60) {
			return wording("line.days", { n: days });
		}
		return days < 730 ? wording("line.months", { n: Math.round(days / 30.4) }) : wording("line.years", { n: Math.round(days / 365.25) });
	};

	// storyLine shows what is dated. go goes to a path.
	window.author.storyLine = (dated, go) => {
		let before = null;
		const list = inTurns(make("ol", { className: "line" }), dated, (one) => {
			const gap = before !== null && one.from - before > GAP ? [make("li", { className: "gap" }, span(one.from - before))] : [];
			before = Math.max(before ?? one.to, one.to);
			return [...gap, make("li", { className: one.kind }, make("button", { type: "button", onclick: () => go(one.path) }, make("span", { className: "kind" }, wording(`line.${one.kind}`)), make("span", { className: "when" }, one.text), make("span", { className: "name" }, short(one.label, 90)), one.wrong && english(make("span", { className: "wrong" }, one.wrong))))];
		});
		return make("section", {}, make("h2", { tabIndex: -1 }, wording("part.line")), make("p", { className: "what" }, wording(dated.length === 0 ? "line.none" : "line.what")), list);
	};
})();
