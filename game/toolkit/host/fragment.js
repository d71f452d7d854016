// The fragment of the page's address, for programs that keep something in it. Unlike
// the rest of the address it is never sent to a server. It comes after host.js.
"use strict";

(() => {
	const host = window.toolkitHost;

	host.fragment = () => [...new URLSearchParams(location.hash.slice(1))];

	// Replaces the fragment, also in the history, so that what stood in it is gone. The
	// arguments are keys and values by turns; an empty value leaves its pair out.
	host.setFragment = (...pairs) => {
		const kept = new URLSearchParams();
		for (let i = 0; i + 1 < pairs.length; i += 2) {
			if (pairs[i + 1] !== "") {
				kept.append(pairs[i], pairs[i + 1]);
			}
		}
		const text = kept.toString();
		history.replaceState(history.state, "", `${location.pathname}${location.search}${text ? `#${text}` : ""}`);
	};

	// A link to this page with another fragment only moves within it.
	host.onFragment = (changed) => addEventListener("hashchange", () => changed());
})();
