// Registers the service worker, which keeps the site on the device, once the game
// runs and the browser is idle. Tells the program when a new version has arrived.
// Nothing depends on it: in a frame, without a secure connection, or where the
// host or the browser refuses, the game is just not kept.
"use strict";

(() => {
	const { worker } = document.currentScript.dataset; // missing on a site built with -retire
	const root = document.documentElement;
	const host = window.toolkitHost;

	const LONGEST_UPGRADE = 10_000; // ms until the page is loaded again in any case
	const CHECK_EVERY = 3_600_000; // ms between looks for a new version while the page stays open

	const framed = window.top !== window;
	if (!worker || framed || !window.isSecureContext || !("serviceWorker" in navigator)) {
		return;
	}

	// whenWaiting calls ready when a new version is installed and waits.
	const whenWaiting = (registration, ready) => {
		const look = () => {
			if (registration.waiting) {
				ready();
			}
		};
		const watch = () => registration.installing?.addEventListener("statechange", look);
		registration.addEventListener("updatefound", watch);
		watch();
		look();
	};

	const takeOver = (registration) => registration.waiting?.postMessage("take over");

	const upgrade = (registration) => {
		const reload = () => location.reload();
		if (!registration.waiting) {
			reload();
			return;
		}
		navigator.serviceWorker.addEventListener("controllerchange", reload, { once: true });
		setTimeout(reload, LONGEST_UPGRADE);
		takeOver(registration);
	};

	const checkNowAndThen = (registration) => {
		let checked = Date.now();
		document.addEventListener("visibilitychange", () => {
			if (document.visibilityState === "visible" && Date.now() - checked > CHECK_EVERY) {
				checked = Date.now();
				registration.update().catch(() => {}); // there is no network just now
			}
		});
	};

	const keep = async () => {
		const registration = await navigator.serviceWorker.register(worker, { updateViaCache: "none" });
		navigator.serviceWorker.ready.then(({ active }) => {
			// The worker keeps what is fetched through it. It is told of what was fetched past
			// it when that arrives: a language or a story chosen in the first seconds, say.
			const home = new URL("./", location.href).href;
			const tell = (names) => names.length > 0 && active.postMessage({ keep: names });
			const arrived = (entries) => tell(entries.filter(({ name, workerStart }) => !workerStart && name.startsWith(home)).map(({ name }) => name.slice(home.length)));
			arrived(performance.getEntriesByType("resource"));
			new PerformanceObserver((list) => arrived(list.getEntries())).observe({ entryTypes: ["resource"] });
			const sheet = document.querySelector("a[data-sheet]")?.getAttribute("href");
			tell(sheet ? [sheet] : []);
		});
		whenWaiting(registration, () => {
			// A page that no worker controls may be the new version already.
			if (navigator.serviceWorker.controller) {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = ({ data: cases }) => host.upgradeReady(cases, () => upgrade(registration));
				registration.waiting.postMessage("cases", [port2]);
			}
		});
		checkNowAndThen(registration);
	};

	// A version that doesn't run must not hold up the one that fixes it.
	const rescue = async () => {
		const registration = await navigator.serviceWorker.getRegistration();
		if (registration) {
			whenWaiting(registration, () => takeOver(registration));
			await registration.update();
		}
	};

	const silently = (what) => what().catch(() => {}); // the browser or the host refuses
	const whenIdle = window.requestIdleCallback ?? setTimeout;

	let begun = false;
	new MutationObserver(() => {
		const { state } = root.dataset;
		if (state === "playing" && !begun) {
			begun = true;
			whenIdle(() => silently(keep));
		} else if (state === "failed") {
			silently(rescue);
		}
	}).observe(root, { attributes: true, attributeFilter: ["data-state"] });
})();
