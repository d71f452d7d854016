// The fragment of the page's address, for programs that keep something in it. Unlike
// the rest of the address it is never sent to a server. It comes after host.js.
"use strict";

(() => {
	const host = window.holdTheLine;

	host.fragment = () => [...new URLSearchParams(location.hash.slice(1))];

	// Replaces the fragment, also in the history, so that what stood in it is gone.
	host.setFragment = (text) => {
		history.replaceState(history.state, "", `${location.pathname}${location.search}${text ? `#${text}` : ""}`);
	};

	// A link to this page with another fragment only moves within it.
	host.onFragment = (changed) => addEventListener("hashchange", () => changed());
})();
