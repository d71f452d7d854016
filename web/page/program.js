// Fetches the program and has it compiled from the page's first moment on: while
// that goes on, the page is put together, painted and read. It comes in the same
// file as language.js, which the page asks for before all else.
"use strict";

window.holdTheLineProgram = (() => {
	const { program: address, size } = document.currentScript.dataset;

	// An Error of ours says which problem of the page's it is.
	class Trouble extends Error {
		constructor(problem, why) {
			super(why?.message ?? why ?? "");
			this.problem = problem;
		}
	}

	const program = {
		Trouble,
		total: Number(size), // bytes of the program once unpacked, from the build
		came: 0, // bytes
		onBytes: () => {}, // called whenever some have come, and when no more will
	};

	const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

	const checkBrowser = () => {
		try {
			new WebAssembly.Module(EMPTY_MODULE);
		} catch (why) {
			throw new Trouble("wasm", why);
		}
	};

	// Counts what has arrived, unpacked, so that compression on the way doesn't
	// make the bar lie.
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
		// Some hosts don't know the type, and then a browser refuses to stream.
		const type = (response.headers.get("Content-Type") || "").split(";")[0].trim();
		if (WebAssembly.compileStreaming && type === "application/wasm") {
			const counted = count(response.clone().body, false);
			counted.catch(() => {}); // told through the other half
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

	// What comes is a WebAssembly.Module, or a Trouble.
	program.fetch = async (cache) => {
		checkBrowser();
		program.came = 0;
		let response;
		try {
			response = await fetch(address, { cache });
		} catch (why) {
			throw new Trouble("fetch", why);
		}
		if (!response.ok || !response.body) {
			throw new Trouble("fetch", `${response.status} ${response.statusText}`.trim());
		}
		try {
			return await compile(response);
		} catch (why) {
			// All of it has arrived and is what the build made, yet the browser
			// can't make sense of it: it is too old for it.
			const arrived = program.came >= program.total && why instanceof WebAssembly.CompileError;
			throw new Trouble(arrived ? "wasm" : "fetch", why);
		}
	};

	program.first = program.fetch("default");
	program.first.catch(() => {}); // reported to those who await it

	return program;
})();
