// Records what is announced: the page removes an announcement after a while, and a
// slow test may look too late.

// hear runs in the page, before anything else there does.
export function hear() {
	if (window.said) {
		return; // it is running already
	}
	window.said = [];
	let last = "";
	new MutationObserver(() => {
		const words = document.querySelector("#mirror [aria-live]")?.textContent ?? "";
		if (words !== last && words !== "") {
			window.said.push(words.trimEnd());
		}
		last = words;
	}).observe(document, { subtree: true, childList: true, characterData: true });
}
