// Dialogues of the page's own, for programs that take long texts or pictures from the
// camera. Like the browser's dialogue to choose files they stand over the program,
// whichever of its views is shown. It comes after host.js.
"use strict";

(() => {
	const host = window.toolkitHost;

	const make = (tag, properties = {}, ...children) => {
		const element = Object.assign(document.createElement(tag), properties);
		element.append(...children);
		return element;
	};

	// Shows a dialogue; the promise is fulfilled when it is closed.
	const show = (title, ...children) => {
		const dialog = make("dialog", {}, make("h2", { id: "ask.title", textContent: title }), ...children);
		dialog.setAttribute("aria-labelledby", "ask.title");
		dialog.addEventListener("keydown", (event) => event.stopPropagation()); // no shortcuts of the program
		const closed = new Promise((resolve) => {
			dialog.addEventListener("close", () => {
				dialog.remove();
				resolve();
			});
		});
		document.body.append(dialog);
		dialog.showModal();
		return { dialog, closed };
	};

	host.askLines = (words, answered) => {
		const field = make("textarea", { id: "ask.field", rows: 9, spellcheck: false, autocomplete: "off" });
		field.setAttribute("autocapitalize", "characters");
		field.setAttribute("aria-describedby", "ask.what");
		const take = make("button", { type: "button", textContent: words.do });
		const leave = make("button", { type: "button", textContent: words.cancel });
		const { dialog } = show(
			words.title,
			make("p", { id: "ask.what", textContent: words.what }),
			make("label", { htmlFor: "ask.field", textContent: words.label }),
			field,
			make("div", {}, leave, take),
		);
		leave.addEventListener("click", () => dialog.close());
		take.addEventListener("click", () => {
			dialog.close();
			answered(field.value);
			host.wake("lines");
		});
		field.focus();
	};

	const LOOK_EVERY = 120; // ms between two pictures
	const AGAIN_AFTER = 4_000; // ms until a code that stays in view is reported again
	const WIDEST = 1280; // pixels of a picture that is looked at

	// The browser's own reader of codes, or else one that is fetched now. It returns the
	// text of the code in view, or nothing.
	const reader = async (address) => {
		if (window.BarcodeDetector && (await BarcodeDetector.getSupportedFormats()).includes("qr_code")) {
			const detector = new BarcodeDetector({ formats: ["qr_code"] });
			return async (video) => (await detector.detect(video))[0]?.rawValue;
		}
		const { default: read } = await import(new URL(address, document.baseURI).href);
		const canvas = document.createElement("canvas");
		const pen = canvas.getContext("2d", { willReadFrequently: true });
		return async (video) => {
			const scale = Math.min(1, WIDEST / video.videoWidth);
			canvas.width = Math.round(scale * video.videoWidth);
			canvas.height = Math.round(scale * video.videoHeight);
			pen.drawImage(video, 0, 0, canvas.width, canvas.height);
			const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
			return read(data, canvas.width, canvas.height, { inversionAttempts: "dontInvert" })?.data;
		};
	};

	let said = null; // where the open dialogue says what became of a code

	host.scan = async (words, came) => {
		const video = make("video", { muted: true, playsInline: true, autoplay: true });
		video.setAttribute("aria-hidden", "true");
		const status = make("p", { textContent: words.starting });
		status.setAttribute("role", "status");
		const name = make("input", { id: "ask.name", type: "text", maxLength: 60, autocomplete: "off", spellcheck: false });
		const done = make("button", { type: "button", textContent: words.done });
		const { dialog, closed } = show(
			words.title,
			make("p", { textContent: words.what }),
			video,
			status,
			make("label", { htmlFor: "ask.name", textContent: words.name }),
			name,
			make("div", {}, done),
		);
		done.addEventListener("click", () => dialog.close());
		done.focus();
		said = status;
		let open = true;
		let stream = null;
		const stop = () => stream?.getTracks().forEach((track) => track.stop());
		closed.then(() => {
			open = false;
			said = said === status ? null : said;
			stop();
		});
		if (!navigator.mediaDevices?.getUserMedia) {
			status.textContent = words.insecure;
			return;
		}
		try {
			stream = await navigator.mediaDevices.getUserMedia({
				audio: false, video: { facingMode: "environment", width: { ideal: WIDEST }, height: { ideal: 720 } },
			});
		} catch (why) {
			status.textContent = ["NotAllowedError", "SecurityError"].includes(why.name) ? words.denied : words.absent;
			return;
		}
		if (!open) {
			stop(); // it was closed while the browser asked
			return;
		}
		video.srcObject = stream;
		let read;
		try {
			read = await reader(words.reader);
		} catch {
			status.textContent = words.unread;
			stop();
			return;
		}
		status.textContent = words.looking;
		let last = "";
		let seen = 0;
		const look = async () => {
			if (!open) {
				return;
			}
			if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && video.videoWidth > 0) {
				let text = "";
				try {
					text = await read(video);
				} catch {
					// a picture that can't be read: the next one may be
				}
				if (open && text && (text !== last || performance.now() - seen > AGAIN_AFTER)) {
					came(text, name.value);
					name.value = "";
					host.wake("scan");
					seen = performance.now();
				}
				last = text || last;
			}
			setTimeout(look, LOOK_EVERY);
		};
		look();
	};

	// The program's answer to a code that came from the camera.
	host.scanned = (words) => {
		if (said) {
			said.textContent = words;
		}
	};
})();
