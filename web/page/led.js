// Has the service worker keep this page too, once the program asks for it: a classroom
// where a class is led on one screen may have no network the next time. Nothing depends
// on it, as in offline.js.
"use strict";

(() => {
	const { worker } = document.currentScript.dataset; // missing on a site built with -retire
	const root = document.documentElement;
	const host = window.toolkitHost;

	host.keepPage = () => {};
	if (!worker || window.top !== window || !window.isSecureContext || !("serviceWorker" in navigator)) {
		return;
	}

	// nameOf is an address without its folder; files are all that the page is made of. The
	// worker keeps those that it doesn't keep for everybody.
	const nameOf = (url) => new URL(url, location.href).pathname.split("/").pop();
	const files = () => [
		location.href, document.querySelector("script[data-program]").dataset.program, window.holdTheLineProgram.languages[root.lang],
		...[...document.scripts].map(({ src }) => src),
		...[...document.querySelectorAll("link[rel=stylesheet], link[rel=icon]")].map(({ href }) => href),
	].filter(Boolean).map(nameOf);

	const keep = async () => {
		await navigator.serviceWorker.register(worker, { updateViaCache: "none" });
		const { active } = await navigator.serviceWorker.ready;
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			root.dataset.kept = ""; // for tests
		};
		active.postMessage({ keep: files() }, [port2]);
	};

	let asked = false;
	host.keepPage = () => {
		if (!asked) {
			asked = true;
			(window.requestIdleCallback ?? setTimeout)(() => keep().catch(() => {})); // the browser or the host refuses
		}
	};
})();
