// The story's line: everything dated on one cord, in order of time. What can't be in
// that order is marked before anybody reads the check.
"use strict";

(() => {
	const { make, short } = window.author;

	const KINDS = { event: "Happened", known: "Known", source: "Published", added: "Added", status: "Finding", beat: "Moment" };

	const GAP = 21 * 24 * 3600; // seconds without anything that are worth a word

	const span = (seconds) => {
		const days = Math.round(seconds / 86_400);
		if (days < 60) {
			return `${days} days`;
		}
		return days < 730 ? `${Math.round(days / 30.4)} months` : `${Math.round(days / 365.25)} years`;
	};

	// storyLine shows what is dated. go goes to a path.
	window.author.storyLine = (dated, go) => {
		const list = make("ol", { className: "line" });
		let before = null;
		for (const one of dated) {
			if (before !== null && one.from - before > GAP) {
				list.append(make("li", { className: "gap" }, `${span(one.from - before)} pass`));
			}
			before = Math.max(before ?? one.to, one.to);
			list.append(make("li", { className: one.kind }, make("button", { type: "button", onclick: () => go(one.path) }, make("span", { className: "kind" }, KINDS[one.kind]), make("span", { className: "when" }, one.text), make("span", { className: "name" }, short(one.label, 90)), one.wrong && make("span", { className: "wrong" }, one.wrong))));
		}
		return make("section", {}, make("h2", { tabIndex: -1 }, "The story’s line"), dated.length === 0 ? make("p", { className: "what" }, "Nothing has a date yet.") : make("p", { className: "what" }, "Everything dated, in order of time. Press an entry to go to it."), list);
	};
})();
