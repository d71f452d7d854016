// Hears what is announced, since the page takes it away again when a screen reader
// has had its time: a busy test may look too late.

// hear runs in the page, before anything else there does.
export function hear() {
	if (window.said) {
		return; // it hears already
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
