// Fetches and compiles the program while the page is built, painted and read. It
// is in the same file as language.js, which the page loads first.
"use strict";

window.holdTheLineProgram = (() => {
	// Only those who join a class load the program that can.
	const data = document.currentScript.dataset;
	const { lead } = data;
	const inClass = data.class && new URLSearchParams(location.search).get("class");
	const [address, size] = inClass ? [data.class, data.classSize] : [data.program, data.size];

	// A Trouble says which of the page's problems to show.
	class Trouble extends Error {
		constructor(problem, why) {
			super(why?.message ?? why ?? "");
			this.problem = problem;
		}
	}

	// The case that the link names, where it is not part of the program, is fetched
	// beside it. The program then finds it in the browser's cache.
	const { cases, forms } = window.pageWords;
	const link = new URLSearchParams(location.search);
	const form = link.get("form");
	const story = forms[form === "ab" ? "a" : form] ?? link.get("case");
	// Where another case is given, the page says nothing of the one it was built for:
	// see given.js.
	if (link.has("try") || location.hash.startsWith("#case=")) {
		document.documentElement.dataset.given = "";
	}
	if (Object.hasOwn(cases, story)) {
		fetch(cases[story]).catch(() => {}); // the program reports it
	}

	const program = {
		Trouble,
		story, // the id of a case, or null
		total: Number(size), // bytes of the program, not compressed, from the build
		came: 0, // bytes that have arrived, decompressed
		onBytes: () => {}, // called when bytes arrive, and with true at the end
	};

	const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

	const checkBrowser = () => {
		try {
			new WebAssembly.Module(EMPTY_MODULE);
		} catch (why) {
			throw new Trouble("wasm", why);
		}
	};

	// Counts the decompressed bytes, so that the bar is right under compression too.
	const count = async (body, keep) => {
		const chunks = [];
		const reader = body.getReader();
		try {
			for (;;) {
				const { done, value } = await reader.read();
				if (done) {
					return chunks;
				}
				program.came += value.length;
				if (keep) {
					chunks.push(value);
				}
				program.onBytes(false);
			}
		} finally {
			program.onBytes(true);
		}
	};

	const compile = async (response) => {
		// Some hosts send another type, and then a browser refuses to stream.
		const type = (response.headers.get("Content-Type") || "").split(";")[0].trim();
		if (WebAssembly.compileStreaming && type === "application/wasm") {
			const counted = count(response.clone().body, false);
			counted.catch(() => {}); // compileStreaming fails too
			const module = await WebAssembly.compileStreaming(response);
			await counted;
			return module;
		}
		const chunks = await count(response.body, true);
		const whole = new Uint8Array(program.came);
		let at = 0;
		for (const chunk of chunks) {
			whole.set(chunk, at);
			at += chunk.length;
		}
		return WebAssembly.compile(whole);
	};

	// Resolves to a WebAssembly.Module, or rejects with a Trouble.
	program.fetch = async (cache) => {
		checkBrowser();
		program.came = 0;
		let response;
		try {
			response = await fetch(address, { cache });
		} catch (why) {
			throw new Trouble("fetch", why);
		}
		if (response.status === 404 && inClass && navigator.serviceWorker?.controller) {
			// The page came from the service worker and names a program that the server has
			// replaced since. Without the worker the new page comes, and brings it again.
			await (await navigator.serviceWorker.getRegistration())?.unregister();
			location.reload();
		}
		if (!response.ok || !response.body) {
			throw new Trouble("fetch", `${response.status} ${response.statusText}`.trim());
		}
		try {
			return await compile(response);
		} catch (why) {
			// All of it has arrived, yet the browser can't compile it: the browser
			// is too old.
			const arrived = program.came >= program.total && why instanceof WebAssembly.CompileError;
			throw new Trouble(arrived ? "wasm" : "fetch", why);
		}
	};

	if (lead && link.get("play") === "together") {
		// Nothing is fetched here: a class on one screen is led from another page.
		program.first = new Promise(() => {});
		location.replace(lead + location.search);
	} else {
		program.first = program.fetch("default");
		program.first.catch(() => {}); // reported to those who await it
	}

	return program;
})();
