// Starts the program that program.js fetches, and shows the progress. All texts
// are in the page already; this shows the right ones. The site build puts Go's
// wasm_exec.js, host.js, mirror.js and offline.js in front.
"use strict";

(() => {
	const program = window.holdTheLineProgram;
	const { Trouble, total } = program;
	const { calls } = document.currentScript.dataset;
	const root = document.documentElement;
	const host = window.toolkitHost;
	const loading = document.getElementById("loading");

	const LOOK_EVERY = 60; // ms between updates of the progress bar
	const PAINTED_AFTER = 10; // ms until the first words have been painted, most likely
	const QUIET_AFTER = 15_000; // ms without a byte until the network is called slow
	const SAVED = "hold-the-line:"; // what the keys of everything saved begin with

	const GC_AT_START = 400; // percent, until the first frame; see usualGC in game/toolkit/run

	root.dataset.script = "";

	// ---- what the page says ----

	const say = (what) => {
		for (const words of loading.querySelectorAll("[data-say]")) {
			words.hidden = words.dataset.say !== what;
		}
	};

	const megabytes = (bytes) => new Intl.NumberFormat(root.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(bytes / 1e6);
	const bar = loading.querySelector("progress");
	const cord = loading.querySelector(".came");
	const amount = loading.querySelector(".amount");
	const amountWords = document.getElementById("amount");

	let looking = 0; // the timer of the next update

	const look = () => {
		clearTimeout(looking);
		looking = 0;
		const share = Math.min(1, program.came / total);
		bar.value = share;
		cord.style.width = `${100 * share}%`;
		const figures = { done: megabytes(program.came), total: megabytes(total) };
		amount.textContent = amountWords.textContent.replace(/\{(\w+)\}/g, (_, name) => figures[name]);
	};

	const show = () => {
		if (program.came === 0 || program.came >= total) {
			look();
		} else {
			looking ||= setTimeout(look, LOOK_EVERY);
		}
	};

	document.addEventListener("translated", look);

	let quiet = 0; // the timer until the network is called slow

	program.onBytes = (all) => {
		clearTimeout(quiet);
		if (!all) {
			quiet = setTimeout(say, QUIET_AFTER, "slow");
			say("loading");
			show();
		}
	};

	const savedAnything = () => {
		if (window.learningPlatform?.connected) {
			return true;
		}
		try {
			return Object.keys(localStorage).some((key) => key.startsWith(SAVED));
		} catch {
			return false; // storage is forbidden
		}
	};

	const problems = [...document.querySelectorAll("[data-problem]")];

	const fail = ({ problem, message }, again) => {
		if (root.dataset.state === "failed") {
			return; // later failures only follow from the first
		}
		root.dataset.state = "failed";
		window.speakPage?.(root.lang); // which the game may have changed since
		loading.hidden = true;
		const part = problems.find((p) => p.dataset.problem === problem);
		for (const words of part.querySelectorAll("[data-when]")) {
			words.hidden = (words.dataset.when === "saved") !== savedAnything();
		}
		const plain = part.querySelector("[data-plain]");
		if (plain) {
			plain.href = plainLink();
		}
		const details = part.querySelector("details");
		details.hidden = !message;
		details.querySelector("pre").textContent = message;
		part.querySelector("button").onclick = () => {
			part.hidden = true;
			again();
		};
		part.hidden = false;
		part.querySelector("h2").focus();
	};

	const reload = () => location.reload();

	const asked = new URLSearchParams(location.search);

	const plainLink = () => {
		const link = new URLSearchParams(asked);
		link.set("view", "plain");
		return `?${link}`;
	};

	// ---- a class ----

	// What joins a class's server is loaded only where the link names a class.
	const joined = new Promise((resolve) => {
		if (!calls || !asked.get("class")) {
			resolve();
			return;
		}
		document.querySelector("[data-alone]")?.remove(); // answers go to the class
		const script = document.createElement("script");
		script.src = calls;
		script.onload = () => {
			host.takeFragment(); // at once: it has a secret
			resolve();
		};
		script.onerror = resolve; // the program says what is missing
		document.head.append(script);
	});

	// ---- running ----

	let go = null;
	let lastWords = "";

	const crash = (why) => {
		host.stop();
		if (go) {
			go.exited = true; // so that the listeners it leaves behind can't call it
		}
		document.getElementById("mirror").replaceChildren();
		fail(new Trouble("crash", why), reload);
	};

	host.ready = () => {
		if (root.dataset.state !== "failed") {
			root.dataset.state = "playing";
			performance.mark("first-frame");
		}
	};

	host.failed = (why) => {
		lastWords = why;
		console.error(why);
	};

	const start = async (fetched) => {
		try {
			root.dataset.state = "loading";
			loading.hidden = false;
			say("loading");
			show();
			quiet = setTimeout(say, QUIET_AFTER, "slow");
			if (typeof Go === "undefined") {
				throw new Trouble("fetch", "wasm_exec.js");
			}
			go = new Go();
			go.env.GOGC = String(GC_AT_START);
			let code = 0;
			go.exit = (exitCode) => { code = exitCode; };
			if (asked.get("view") !== "plain") {
				setTimeout(host.canDraw, PAINTED_AFTER);
			}
			const module = await fetched;
			await joined;
			const instance = await WebAssembly.instantiate(module, go.importObject);
			host.givenCase = await host.given; // where the page has such a script
			clearTimeout(quiet);
			show();
			say("starting");
			await go.run(instance);
			crash(lastWords || `exit ${code}`); // a game has no end of its own
		} catch (why) {
			if (why instanceof Trouble) {
				fail(why, why.problem === "fetch" ? () => start(program.fetch("reload")) : reload);
			} else {
				crash(why);
			}
		}
	};

	// After its start the program runs in event listeners, so its errors arrive here.
	window.addEventListener("error", (event) => {
		if (root.dataset.state === "failed") {
			event.preventDefault(); // already reported: the dead program's listeners fail
		} else if (event.error instanceof WebAssembly.RuntimeError) {
			crash(event.error);
		}
	});

	start(program.first);
})();
