// Runs the part of the author's page that is written in Go. The site build puts Go's
// wasm_exec.js in front.
"use strict";

(() => {
	const engine = new URLSearchParams(self.location.search).get("engine");

	const compiled = async () => {
		// Some hosts send another content type, and then a browser refuses to stream.
		const response = await fetch(engine);
		if (!response.ok) {
			throw Object.assign(new Error(`the checker can’t be loaded: ${response.status}`), { absent: response.status });
		}
		return WebAssembly.compile(await response.arrayBuffer());
	};

	// start runs the program, from a module that another worker has compiled if one is
	// given. It hands the module to the page if that asks for it, and resolves once the
	// program answers.
	const start = ({ module: given, share }) => new Promise((resolve, reject) => {
		self.authorReady = resolve;
		const go = new self.Go();
		(async () => {
			const module = given ?? await compiled();
			if (share) {
				self.postMessage({ module });
			}
			go.run(await WebAssembly.instantiate(module, go.importObject)).catch(reject);
		})().catch(reject);
	});

	let ready = null; // since the first message

	self.onmessage = async ({ data }) => {
		const { number, request, files, pictures } = data;
		ready ??= start(data);
		try {
			await ready;
			if (pictures) {
				self.authorPictures(pictures);
				return;
			}
			if (number === undefined) {
				return; // it was only to be started
			}
			if (files) {
				const archive = self.authorZip(files);
				if (archive instanceof Error) {
					throw archive;
				}
				self.postMessage({ number, response: archive }, [archive.buffer]);
				return;
			}
			self.postMessage({ number, response: self.authorAnswer(request) });
		} catch (why) {
			if (pictures) {
				return; // the next request says the same
			}
			self.postMessage({ number, failed: why.message, absent: why.absent });
		}
	};
})();
