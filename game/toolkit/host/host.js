// The page's half of game/toolkit/host: everything about the canvas, input and frames
// that has to happen in the browser without waking the program. It must run
// before the program starts, since Ebitengine keeps the requestAnimationFrame
// that it finds at that moment.
"use strict";

(() => {
	// After anything that may change the picture, this many frames pass: one in
	// which the program sees the input, one for what follows from it, one spare.
	const FRAMES_PER_WAKE = 3;

	const nextFrame = window.requestAnimationFrame.bind(window);
	let held = []; // what waits for a frame while the program rests
	let granted = 0; // frames still to be let through
	let animatedUntil = 0; // on the clock of performance.now()
	let underWay = 0; // frames asked of the browser that haven't come yet
	let afterFrame = () => {};
	const stats = { frames: 0, wakes: {} };

	// Ebitengine asks for gamepads with every frame, and a browser that was asked
	// once looks for them for ever. The game has no use for any.
	navigator.getGamepads = () => [];

	let plain = false; // the plain page is shown: no frame is wanted

	const frame = (callback) => {
		underWay++;
		return nextFrame((now) => {
			underWay--;
			if (plain) {
				held.push(callback);
			} else {
				callback(now);
			}
		});
	};

	const pass = (callback) => {
		if (performance.now() >= animatedUntil) {
			granted--;
		}
		return frame((now) => {
			stats.frames++;
			callback(now);
			afterFrame();
		});
	};

	window.requestAnimationFrame = (callback) => {
		if (!plain && (granted > 0 || performance.now() < animatedUntil)) {
			return pass(callback);
		}
		held.push(callback);
		return 0;
	};

	const release = () => {
		if (plain) {
			return;
		}
		const waiting = held;
		held = [];
		waiting.forEach(pass);
	};

	const wake = (reason) => {
		stats.wakes[reason] = (stats.wakes[reason] || 0) + 1;
		granted = FRAMES_PER_WAKE;
		release();
	};

	const animate = (milliseconds) => {
		animatedUntil = Math.max(animatedUntil, performance.now() + milliseconds);
		granted = Math.max(granted, FRAMES_PER_WAKE);
		release();
	};

	// After the program has ended nothing may call it any more.
	const stop = () => {
		held = [];
		granted = 0;
		animatedUntil = 0;
		window.requestAnimationFrame = () => 0;
	};

	const host = {
		stats,
		// Whether the program has nothing to do until something happens.
		resting: () => held.length > 0 && underWay === 0,
		wake,
		animate,
		stop,
		view: [1, 0, 0, 0, 0], // device pixels per CSS pixel; insets top, right, bottom, left
		viewVersion: 0,
	};
	window.toolkitHost = host;

	for (const type of [
		"pointerdown", "pointermove", "pointerup", "pointercancel", "wheel",
		"touchstart", "touchmove", "touchend", "touchcancel",
		"keydown", "keyup", "focusin", "focus", "pageshow",
	]) {
		window.addEventListener(type, () => wake(type), { capture: true, passive: true });
	}
	document.addEventListener("visibilitychange", () => wake("visibilitychange"));

	// ---- the plain page in the canvas's place ----

	// The canvas is hidden, or dead: nothing that would draw on it gets through,
	// neither a frame nor a change of size, at which Ebitengine draws at once.
	let preferencesChanged = () => {};

	window.addEventListener("resize", (event) => {
		if (plain) {
			event.stopImmediatePropagation();
			preferencesChanged();
		}
	}, { capture: true });

	host.setPlain = (on) => {
		plain = on;
		if (!on) {
			window.dispatchEvent(new Event("resize"));
			wake("view");
		}
	};

	// Whether there is something to draw with. The browser's half that draws starts
	// when it is first asked, which takes a while: the page asks as long as the
	// program is still on its way.
	let drawing;

	host.canDraw = () => {
		if (drawing === undefined) {
			try {
				const gl = document.createElement("canvas").getContext("webgl2");
				drawing = Boolean(gl?.getParameter(gl.VERSION));
				gl?.getExtension("WEBGL_lose_context")?.loseContext(); // only a few are allowed at a time
			} catch {
				drawing = false; // there are browsers that throw where WebGL is forbidden
			}
		}
		return drawing;
	};

	// Ebitengine would load the page anew. The context isn't asked back either:
	// everything that was on the graphics card is gone.
	host.onLost = (lost) => {
		const canvas = document.querySelector("canvas");
		window.addEventListener("webglcontextlost", (event) => {
			event.stopImmediatePropagation();
			if (event.target === canvas) {
				lost();
			}
		}, { capture: true });
	};

	host.reload = (view) => {
		const link = new URLSearchParams(location.search);
		link.set("view", view);
		location.replace(`?${link}`);
	};

	// Changes keys of the page's link without loading anything; null takes one away.
	host.setLink = (keys, values) => {
		const link = new URLSearchParams(location.search);
		keys.forEach((key, i) => {
			if (values[i] === null) {
				link.delete(key);
			} else {
				link.set(key, values[i]);
			}
		});
		history.replaceState(history.state, "", `?${link}`);
	};

	// Fetches a file beside the page.
	// fetchFile resolves to the bytes of a file, of which there may be so many at most.
	host.fetchFile = async (name, most) => {
		const response = await fetch(name);
		if (!response.ok) {
			throw new Error(`${name}: ${response.status} ${response.statusText}`.trim());
		}
		const parts = [];
		let length = 0;
		const reader = response.body.getReader();
		for (let part = await reader.read(); !part.done; part = await reader.read()) {
			parts.push(part.value);
			length += part.value.length;
			if (length > most) {
				await reader.cancel();
				throw new Error(`${name}: more than ${most} bytes`);
			}
		}
		return new Uint8Array(await new Blob(parts).arrayBuffer());
	};

	// Whether the server says a header with its files. It is asked for one that every
	// site has, and offline the service worker has it: the request doesn't fail.
	host.offers = async (header) => {
		const icon = document.querySelector("link[rel=icon]");
		const response = icon && await fetch(icon.href, { cache: "reload" }).catch(() => null);
		return response?.headers.has(header) ?? false;
	};

	// ---- the pixel ratio and the safe area ----

	const measure = () => {
		const root = getComputedStyle(document.documentElement);
		const inset = (side) => parseFloat(root.getPropertyValue(`--safe-${side}`)) || 0;
		const view = [
			window.devicePixelRatio || 1,
			inset("top"), inset("right"), inset("bottom"), inset("left"),
		];
		if (view.some((n, i) => n !== host.view[i])) {
			host.view = view;
			host.viewVersion++;
		}
	};

	// A change of the pixel ratio alone (browser zoom, another monitor) fires no
	// resize in every browser, and a media query is about one ratio only.
	const watchPixelRatio = () => {
		const query = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
		query.addEventListener("change", () => {
			watchPixelRatio();
			window.dispatchEvent(new Event("resize"));
		}, { once: true });
	};

	// Ebitengine sets the buffer to CSS pixels; it is to have device pixels.
	// Writing an unchanged size would clear the picture.
	const ownSize = (canvas, name, side) => {
		const native = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, name);
		Object.defineProperty(canvas, name, {
			configurable: true,
			get: () => native.get.call(canvas),
			set: () => {
				const pixels = Math.max(1, Math.floor(document.body[side] * (window.devicePixelRatio || 1) + 0.5));
				if (native.get.call(canvas) !== pixels) {
					native.set.call(canvas, pixels);
				}
			},
		});
	};

	// ---- the canvas ----

	const guideTouches = (canvas, canceled) => {
		window.addEventListener("wheel", (event) => {
			if (event.ctrlKey || event.metaKey) {
				event.stopImmediatePropagation();
			}
		}, { capture: true, passive: true });

		let zooming = false;
		for (const type of ["touchstart", "touchmove", "touchend", "touchcancel"]) {
			window.addEventListener(type, (event) => {
				if (event.target !== canvas || own) {
					return;
				}
				if (event.touches.length > 1 && !zooming) {
					zooming = true;
					waiting = [];
					canceled();
					sendTouches(canvas, "touchend", { length: 0, item: () => null });
				}
				if (zooming) {
					event.stopImmediatePropagation();
					zooming = event.touches.length > 0;
				} else if (type !== "touchcancel") {
					takeTurns(canvas, event);
				}
			}, { capture: true, passive: type !== "touchstart" });
		}
	};

	// Ebitengine only asks a touch for its targetTouches, so a plain event with
	// those will do in every browser.
	const sendTouches = (canvas, type, touches) => {
		const event = new Event(type, { cancelable: true });
		Object.defineProperty(event, "targetTouches", { value: touches });
		Object.defineProperty(event, "touches", { value: touches });
		sendOwn(canvas, event);
	};

	let own = false; // the event is our own
	const sendOwn = (canvas, event) => {
		own = true;
		canvas.dispatchEvent(event);
		own = false;
	};

	// Ebitengine looks once a frame where the mouse and the fingers are and what
	// is down. What comes in the same frame as a press would be taken for its
	// place, and a quick tap would be missed. So whatever follows a press or a
	// release waits until the frame has passed that sees it.
	const EDGES = new Set(["mousedown", "mouseup", "touchstart", "touchend"]);
	let waiting = []; // events, in their order
	let edgeAt = -1; // frames that had passed at the last press or release

	const takeTurns = (canvas, event) => {
		if (waiting.length === 0 && edgeAt !== stats.frames) {
			if (EDGES.has(event.type)) {
				edgeAt = stats.frames;
			}
			return;
		}
		event.stopImmediatePropagation();
		if (event.type === "mousedown" || event.type === "touchstart") {
			event.preventDefault(); // as Ebitengine does: the focus stays, and no mouse follows a finger
		}
		const last = waiting[waiting.length - 1];
		if (last && last.type === event.type && !EDGES.has(event.type)) {
			waiting.pop(); // of several moves the last one counts
		}
		waiting.push(event);
		wake("turn");
	};

	const handOn = (canvas) => {
		for (let edge = false; waiting.length > 0 && !edge;) {
			const event = waiting.shift();
			if (event.targetTouches) {
				sendTouches(canvas, event.type, event.targetTouches);
			} else {
				sendOwn(canvas, new MouseEvent(event.type, event));
			}
			if (EDGES.has(event.type)) {
				edge = true;
				edgeAt = stats.frames;
			}
			wake("turn");
		}
	};

	const guideMouse = (canvas) => {
		for (const type of ["mousedown", "mousemove", "mouseup"]) {
			window.addEventListener(type, (event) => {
				if (event.target === canvas && !own) {
					takeTurns(canvas, event);
				}
			}, { capture: true });
		}
	};

	const moveMouse = (canvas, x, y) => {
		canvas.dispatchEvent(new MouseEvent("mousemove", { clientX: x, clientY: y, cancelable: true }));
	};

	host.prepare = (canceled) => {
		const canvas = document.querySelector("canvas");
		canvas.removeAttribute("tabindex");
		canvas.setAttribute("aria-hidden", "true");
		canvas.focus = () => {}; // the focus belongs to the mirror

		const extra = [...document.querySelectorAll("meta[name=viewport]")].slice(1);
		extra.forEach((meta) => meta.remove());
		document.body.style.backgroundColor = "";

		ownSize(canvas, "width", "clientWidth");
		ownSize(canvas, "height", "clientHeight");
		measure();
		watchPixelRatio();
		const resized = () => {
			measure();
			wake("resize");
		};
		window.addEventListener("resize", resized, { capture: true });
		new ResizeObserver(resized).observe(canvas);

		guideTouches(canvas, canceled);
		guideMouse(canvas);
		afterFrame = () => handOn(canvas);
		canvas.addEventListener("touchcancel", (event) => {
			waiting = [];
			canceled();
			sendTouches(canvas, "touchend", event.targetTouches); // it knows no touchcancel
		});
		canvas.addEventListener("pointerdown", (event) => {
			if (event.pointerType !== "touch") {
				canvas.setPointerCapture(event.pointerId);
			}
		});
		canvas.addEventListener("pointercancel", (event) => {
			if (event.pointerType !== "touch") {
				canceled();
				canvas.dispatchEvent(new MouseEvent("mouseup", { button: 0, cancelable: true }));
			}
		});
		canvas.addEventListener("mouseleave", (event) => {
			if (event.buttons === 0) {
				moveMouse(canvas, -1, -1); // nothing stays under the pointer
			}
		});
	};

	// ---- what the player prefers ----

	const queries = {
		reducedMotion: matchMedia("(prefers-reduced-motion: reduce)"),
		moreContrast: matchMedia("(prefers-contrast: more)"),
		forcedColors: matchMedia("(forced-colors: active)"),
		dark: matchMedia("(prefers-color-scheme: dark)"),
	};
	const USUAL_TEXT = 16; // CSS pixels

	host.preferences = () => {
		const preferences = {
			// What the player chose in the game, for the plain page, is none of the browser's.
			text: parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL_TEXT / (host.textScale || 1) || 1,
			languages: [...(navigator.languages || [])],
		};
		for (const [name, query] of Object.entries(queries)) {
			preferences[name] = query.matches;
		}
		return preferences;
	};

	host.onPreferences = (changed) => {
		const tell = () => {
			changed();
			wake("preferences");
		};
		preferencesChanged = tell;
		for (const query of Object.values(queries)) {
			query.addEventListener("change", tell);
		}
		window.addEventListener("languagechange", tell);
	};

	// ---- a new version ----

	let upgrade = null; // the fingerprints of its cases, and what loads the page again with it
	let told = null;

	const tellOfUpgrade = () => {
		if (upgrade && told) {
			told(upgrade.cases);
			wake("upgrade");
		}
	};

	host.upgradeReady = (cases, use) => {
		upgrade = { cases, use };
		tellOfUpgrade();
	};

	host.onUpgrade = (ready) => {
		told = ready;
		tellOfUpgrade();
	};

	host.applyUpgrade = () => upgrade.use();

	// ---- sounds ----

	// They are made on the spot from tones and noise: there is nothing to fetch.
	// Nothing of it exists until the first one is asked for, which the program
	// does only when the player has switched sounds on.
	const AudioContext = window.AudioContext || window.webkitAudioContext;
	const STALE = 400; // ms after which a sound belongs to nothing on the screen
	const SILENCE = 2500; // ms without a sound until the browser's audio rests too
	let audio = null;
	let resting = 0;

	const loudness = (at, level, length) => {
		const gain = audio.createGain();
		gain.gain.setValueAtTime(level, at);
		gain.gain.exponentialRampToValueAtTime(0.0005, at + length);
		gain.connect(audio.destination);
		return gain;
	};

	// Frequencies are in Hz, times in seconds.
	const tone = (at, from, to, length, level) => {
		const oscillator = audio.createOscillator();
		oscillator.frequency.setValueAtTime(from, at);
		oscillator.frequency.exponentialRampToValueAtTime(to, at + length);
		oscillator.connect(loudness(at, level, length));
		oscillator.start(at);
		oscillator.stop(at + length);
	};

	const noise = (at, pitch, length, level) => {
		const buffer = audio.createBuffer(1, Math.ceil(length * audio.sampleRate), audio.sampleRate);
		const samples = buffer.getChannelData(0);
		samples.forEach((_, i) => { samples[i] = 2 * Math.random() - 1; });
		const source = audio.createBufferSource();
		source.buffer = buffer;
		const filter = audio.createBiquadFilter();
		filter.type = "bandpass";
		filter.frequency.value = pitch;
		source.connect(filter).connect(loudness(at, level, length));
		source.start(at);
	};

	const sounds = {
		stamp: (at) => {
			tone(at, 160, 45, 0.18, 0.5);
			noise(at, 800, 0.06, 0.35);
		},
		card: (at) => {
			noise(at, 2400, 0.1, 0.14);
			noise(at + 0.05, 4500, 0.07, 0.08);
		},
		tick: (at) => tone(at, 1900, 1100, 0.035, 0.1),
		// A clapper between the two gongs of an old telephone; two rings.
		bell: (at) => {
			for (const ring of [0, 0.55]) {
				for (let strike = 0; strike < 8; strike++) {
					const gong = strike % 2 ? 1320 : 1050;
					tone(at + ring + strike * 0.05, gong, gong, 0.14, 0.06);
				}
			}
		},
	};

	host.canPlay = Boolean(AudioContext);

	host.play = (name) => {
		audio ??= new AudioContext();
		const asked = performance.now();
		audio.resume().then(() => {
			clearTimeout(resting);
			resting = setTimeout(() => audio.suspend(), SILENCE);
			if (performance.now() - asked < STALE) {
				sounds[name](audio.currentTime);
			}
		}, () => {}); // without a loudspeaker the game goes on as it is
	};

	// Some browsers let audio begin only within a gesture, and the program plays
	// a moment after it.
	for (const type of ["pointerup", "keydown"]) {
		window.addEventListener(type, () => {
			if (audio?.state === "suspended") {
				audio.resume().catch(() => {});
			}
		}, { capture: true, passive: true });
	}

	// ---- the rest ----

	host.link = () => [...new URLSearchParams(location.search)];

	const saveBlob = (name, blob) => {
		const address = URL.createObjectURL(blob);
		const anchor = document.createElement("a");
		anchor.href = address;
		anchor.download = name;
		anchor.click();
		// The download has its own hold on the data once it has begun.
		setTimeout(() => URL.revokeObjectURL(address), 60_000);
	};

	host.address = (name) => new URL(name, document.baseURI).href;

	host.saveFile = (name, type, bytes) => saveBlob(name, new Blob([bytes], { type }));

	// A canvas that is on no page encodes a picture. At once and not later, so
	// that what goes wrong can be told to the program.
	const encode = (name, pixels, width, height) => {
		const canvas = document.createElement("canvas");
		canvas.width = width;
		canvas.height = height;
		canvas.getContext("2d").putImageData(new ImageData(pixels, width, height), 0, 0);
		const [head, data] = canvas.toDataURL(PNG).split(",");
		if (!head.includes(PNG) || !data) {
			throw new Error("this browser can't encode a picture of this size");
		}
		return new File([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], name, { type: PNG });
	};
	const PNG = "image/png";

	host.savePicture = (name, pixels, width, height) => saveBlob(name, encode(name, pixels, width, height));

	host.canShare = () => {
		try {
			return navigator.canShare({ files: [new File([], "picture.png", { type: PNG })] });
		} catch {
			return false; // there is no sharing, or none of files
		}
	};

	host.sharePicture = (name, pixels, width, height, title) => {
		const file = encode(name, pixels, width, height);
		navigator.share({ files: [file], title }).catch((why) => {
			if (why.name !== "AbortError") { // the player thought better of it
				saveBlob(name, file);
			}
		});
	};

	// Pages without HTTPS, such as a class server's, have no clipboard but this.
	const copySelected = (text) => {
		const focused = document.activeElement;
		const field = document.createElement("textarea");
		field.value = text;
		document.body.append(field);
		field.select();
		const copied = document.execCommand("copy");
		field.remove();
		focused?.focus({ preventScroll: true });
		if (!copied) {
			throw new Error("this browser doesn't allow it; select the code and copy it by hand");
		}
	};

	// ---- pictures ----

	const pictures = new Map(); // by key: the file, and its address on this page

	host.addPicture = (key, type, bytes) => {
		const file = new Blob([bytes], { type });
		URL.revokeObjectURL(pictures.get(key)?.address);
		pictures.set(key, { file, address: URL.createObjectURL(file) });
	};

	host.pictureAddress = (key) => pictures.get(key)?.address ?? "";

	// Browsers make a picture smaller by taking a few of its pixels: in steps of a half
	// none is left out. Paper is white, where a picture has holes too.
	host.decodePicture = async (key, width, height, came) => {
		let pixels = new Uint8Array();
		try {
			let from = await createImageBitmap(pictures.get(key).file);
			for (let done = false; !done;) {
				const [w, h] = [Math.max(width, Math.ceil(from.width / 2)), Math.max(height, Math.ceil(from.height / 2))];
				done = w === width && h === height;
				const canvas = document.createElement("canvas");
				Object.assign(canvas, { width: w, height: h });
				const context = canvas.getContext("2d", { willReadFrequently: done });
				context.imageSmoothingQuality = "high";
				context.fillStyle = "white";
				context.fillRect(0, 0, w, h);
				context.drawImage(from, 0, 0, w, h);
				from.close?.();
				from = canvas;
				if (done) {
					pixels = new Uint8Array(context.getImageData(0, 0, w, h).data.buffer);
				}
			}
		} catch {
			// What stands in its place stays.
		}
		came(pixels);
		wake("picture");
	};

	host.copyText = (text) => {
		if (navigator.clipboard?.writeText) {
			navigator.clipboard.writeText(text).catch(() => copySelected(text));
		} else {
			copySelected(text);
		}
	};

	host.print = () => window.print();

	host.openLink = (address) => {
		window.open(address, "_blank", "noopener,noreferrer");
	};
})();
