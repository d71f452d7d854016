// Runs the part of the author's page that is written in Go. The site build puts Go's
// wasm_exec.js in front.
"use strict";

(() => {
	const engine = new URLSearchParams(self.location.search).get("engine");
	const ready = new Promise((resolve, reject) => {
		self.authorReady = resolve;
		const go = new self.Go();
		// Some hosts send another content type, and then a browser refuses to stream.
		fetch(engine).then(async (response) => {
			if (!response.ok) {
				throw Object.assign(new Error(`the checker can’t be loaded: ${response.status}`), { absent: response.status });
			}
			const { instance } = await WebAssembly.instantiate(await response.arrayBuffer(), go.importObject);
			go.run(instance).catch(reject);
		}).catch(reject);
	});

	self.onmessage = async ({ data: { number, request, files, pictures } }) => {
		try {
			await ready;
			if (pictures) {
				self.authorPictures(pictures);
				return;
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
