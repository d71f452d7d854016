// Has the service worker keep this page on the device once something is written with it,
// so that it works without a network. Nothing depends on it, as in offline.js.
"use strict";

(() => {
	const { keeper, worker, engine, editor, stories } = document.currentScript.dataset; // keeper is missing on a site built with -retire
	const able = keeper && window.top === window && window.isSecureContext && "serviceWorker" in navigator;

	// nameOf is an address without its folder. The worker keeps those files that it
	// doesn't keep for everybody.
	const nameOf = (url) => new URL(url, location.href).pathname.split("/").pop();
	const own = () => [
		location.href, worker, engine, ...JSON.parse(stories).map(({ file }) => file),
		...[...document.scripts].map(({ src }) => src).filter(Boolean),
		...[...document.querySelectorAll("link[rel=stylesheet]")].map(({ href }) => href),
	];

	const send = async (urls) => {
		await navigator.serviceWorker.register(keeper, { updateViaCache: "none" });
		const { active } = await navigator.serviceWorker.ready;
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			// For tests. What was asked for first may come last.
			const { dataset } = document.documentElement;
			dataset.kept = urls.includes(editor) ? "text" : dataset.kept ?? "forms";
		};
		active.postMessage({ keep: urls.map(nameOf) }, [port2]);
	};

	const asked = new Set();
	const once = (what, urls) => {
		if (able && !asked.has(what)) {
			asked.add(what);
			(window.requestIdleCallback ?? setTimeout)(() => send(urls()).catch(() => {})); // the browser or the host refuses
		}
	};

	// keepPage keeps the page; keepEditor its editor of text, which was fetched.
	window.author.keepPage = () => once("page", own);
	window.author.keepEditor = () => once("editor", () => [...own(), editor]);
})();
