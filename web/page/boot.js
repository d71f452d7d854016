// Fetches the program and starts it, and says honestly how that goes. Every
// word it shows stands in the page already; it only uncovers the right ones.
// The site build puts Go's wasm_exec.js, host.js and mirror.js in front.
"use strict";

(() => {
	const { program, size } = document.currentScript.dataset;
	const total = Number(size); // bytes of the program once unpacked, from the build
	const root = document.documentElement;
	const host = window.holdTheLine;
	const loading = document.getElementById("loading");

	const LOOK_EVERY = 60; // ms between two looks at how much has come
	const PAINTED_AFTER = 50; // ms until the first words have been painted, most likely
	const QUIET_AFTER = 15_000; // ms without a byte until the network is called slow
	const SAVED = "hold-the-line:"; // what the keys of saved games begin with

	const GC_AT_START = 400; // percent, until the first frame; see usualGC in game/run

	root.dataset.script = "";

	// ---- what the page says ----

	const say = (what) => {
		for (const words of loading.querySelectorAll("[data-say]")) {
			words.hidden = words.dataset.say !== what;
		}
	};

	const megabytes = new Intl.NumberFormat(root.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
	const bar = loading.querySelector("progress");
	const cord = loading.querySelector(".came");
	const amount = loading.querySelector(".amount");
	const amountWords = document.getElementById("amount").textContent;

	let came = 0; // bytes
	let looking = 0; // the timer of the next look

	const look = () => {
		clearTimeout(looking);
		looking = 0;
		const share = Math.min(1, came / total);
		bar.value = share;
		cord.style.width = `${100 * share}%`;
		const figures = { done: megabytes.format(came / 1e6), total: megabytes.format(total / 1e6) };
		amount.textContent = amountWords.replace(/\{(\w+)\}/g, (_, name) => figures[name]);
	};

	const show = (bytes) => {
		came = bytes;
		if (came === 0 || came >= total) {
			look();
		} else {
			looking ||= setTimeout(look, LOOK_EVERY);
		}
	};

	const savedAnything = () => {
		try {
			return Object.keys(localStorage).some((key) => key.startsWith(SAVED));
		} catch {
			return false; // storage is forbidden
		}
	};

	const problems = [...document.querySelectorAll("[data-problem]")];

	// An Error of ours says which problem of the page's it is.
	class Trouble extends Error {
		constructor(problem, why) {
			super(why?.message ?? why ?? "");
			this.problem = problem;
		}
	}

	const fail = ({ problem, message }, again) => {
		if (root.dataset.state === "failed") {
			return; // what comes after the first failure only follows from it
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

	// ---- what the program needs ----

	const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

	const checkBrowser = () => {
		try {
			new WebAssembly.Module(EMPTY_MODULE);
		} catch (why) {
			throw new Trouble("wasm", why);
		}
	};

	// ---- fetching ----

	// Counts what has arrived, unpacked, so that compression on the way doesn't
	// make the bar lie.
	const count = async (body, keep) => {
		const chunks = [];
		let bytes = 0;
		let quiet = 0;
		const reader = body.getReader();
		try {
			for (;;) {
				quiet = setTimeout(say, QUIET_AFTER, "slow");
				const { done, value } = await reader.read();
				clearTimeout(quiet);
				if (done) {
					return { bytes, chunks };
				}
				bytes += value.length;
				if (keep) {
					chunks.push(value);
				}
				say("loading");
				show(bytes);
			}
		} finally {
			clearTimeout(quiet);
		}
	};

	const compile = async (response, imports) => {
		// Some hosts don't know the type, and then a browser refuses to stream.
		const type = (response.headers.get("Content-Type") || "").split(";")[0].trim();
		if (WebAssembly.instantiateStreaming && type === "application/wasm") {
			const counted = count(response.clone().body, false);
			counted.catch(() => {}); // told through the other half
			const { instance } = await WebAssembly.instantiateStreaming(response, imports);
			await counted;
			return instance;
		}
		const { bytes, chunks } = await count(response.body, true);
		const whole = new Uint8Array(bytes);
		let at = 0;
		for (const chunk of chunks) {
			whole.set(chunk, at);
			at += chunk.length;
		}
		const { instance } = await WebAssembly.instantiate(whole, imports);
		return instance;
	};

	const fetchProgram = async (imports, cache) => {
		let response;
		try {
			response = await fetch(program, { cache });
		} catch (why) {
			throw new Trouble("fetch", why);
		}
		if (!response.ok || !response.body) {
			throw new Trouble("fetch", `${response.status} ${response.statusText}`.trim());
		}
		try {
			return await compile(response, imports);
		} catch (why) {
			// All of it has arrived and is what the build made, yet the browser
			// can't make sense of it: it is too old for it.
			const arrived = bar.value === 1 && why instanceof WebAssembly.CompileError;
			throw new Trouble(arrived ? "wasm" : "fetch", why);
		}
	};

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

	const start = async (cache) => {
		try {
			root.dataset.state = "loading";
			loading.hidden = false;
			say("loading");
			show(0);
			checkBrowser();
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
			const instance = await fetchProgram(go.importObject, cache);
			show(total);
			say("starting");
			await go.run(instance);
			crash(lastWords || `exit ${code}`); // a game has no end of its own
		} catch (why) {
			if (why instanceof Trouble) {
				fail(why, why.problem === "fetch" ? () => start("reload") : reload);
			} else {
				crash(why);
			}
		}
	};

	// What goes wrong inside the program after its start comes out of one of the
	// browser's events.
	window.addEventListener("error", (event) => {
		if (root.dataset.state === "failed") {
			event.preventDefault(); // said already: those listeners are called in vain
		} else if (event.error instanceof WebAssembly.RuntimeError) {
			crash(event.error);
		}
	});

	start("default");
})();
