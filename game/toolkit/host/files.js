// The page's half of files that are chosen or dropped, for programs that take any. It
// comes after host.js.
"use strict";

(() => {
	const host = window.toolkitHost;

	// They are read here and go nowhere but to the program.
	const readFiles = async (files, { most, each, all }) => {
		const read = [];
		for (const file of files.slice(0, most)) {
			let bytes = new Uint8Array();
			let fault = "";
			if (file.size > each || file.size > all) {
				fault = "large";
			} else {
				try {
					bytes = new Uint8Array(await file.arrayBuffer());
					all -= bytes.length;
				} catch {
					fault = "unreadable"; // a folder, or the file is gone
				}
			}
			read.push({ name: file.name, bytes, fault });
		}
		return { read, left: Math.max(0, files.length - most) };
	};

	// One that belongs to no page opens the browser's dialogue all the same. It is
	// kept, or it could be collected while the dialogue is open.
	let chooser = null;

	host.chooseFiles = (limits, chosen) => {
		chooser = document.createElement("input");
		chooser.type = "file";
		chooser.multiple = true;
		const input = chooser;
		input.addEventListener("change", async () => {
			chosen(await readFiles([...input.files], limits));
			host.wake("files");
		});
		input.click();
	};

	// Whatever lies below, the window takes them: Ebitengine would, and a browser
	// would leave the page to show a file.
	host.onDrop = (limits, dropped) => {
		const files = (event) => event.dataTransfer?.types.includes("Files");
		window.addEventListener("dragover", (event) => {
			if (files(event)) {
				event.preventDefault();
				event.dataTransfer.dropEffect = "copy";
			}
		}, { capture: true });
		window.addEventListener("drop", async (event) => {
			if (!files(event)) {
				return;
			}
			event.preventDefault();
			event.stopImmediatePropagation();
			const node = event.target.closest?.("#mirror [data-node]")?.dataset.node ?? "";
			dropped(await readFiles([...event.dataTransfer.files], limits), event.clientX, event.clientY, node);
			host.wake("files");
		}, { capture: true });
	};
})();
