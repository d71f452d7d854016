// The pictures of the open draft. They are kept in this browser beside its text, which only
// names them: a name goes with one content for ever, so that undoing a step of the text
// brings back what was seen. A picture that is chosen is drawn anew, small enough, and
// nothing of the file is left but what is seen.
"use strict";

(() => {
	const { givePictures, wording } = window.author;
	const STORE = "pictures";
	const LONGEST = 1200; // pixels, of the longer side
	const ENOUGH = 200 << 10; // bytes; the checker's bound is higher
	const ENOUGH_PNG = 120 << 10; // a drawing that is larger is a photograph
	const MOST_FILE = 60 << 20; // bytes that are read at all
	const TYPES = { png: "image/png", jpg: "image/jpeg", jpeg: "image/jpeg", webp: "image/webp" };

	let held = new Map(); // by name: { bytes, url }
	let key = ""; // of the draft

	// ---- where they are kept ----

	const opened = () => new Promise((resolve, reject) => {
		const asked = indexedDB.open("hold-the-line-author", 1);
		asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
		asked.onsuccess = () => resolve(asked.result);
		asked.onerror = () => reject(asked.error);
	});

	// within does something with the store and resolves to its result once it is done.
	const within = async (mode, f) => {
		const db = await opened();
		try {
			return await new Promise((resolve, reject) => {
				const doing = db.transaction(STORE, mode);
				const asked = f(doing.objectStore(STORE));
				doing.oncomplete = () => resolve(asked.result);
				doing.onerror = doing.onabort = () => reject(doing.error);
			});
		} finally {
			db.close();
		}
	};

	// of are the keys of a draft's pictures.
	const of = (draft) => IDBKeyRange.bound([draft], [draft, []]);

	const hold = (name, bytes) => {
		URL.revokeObjectURL(held.get(name)?.url);
		const type = TYPES[name.split(".").pop().toLowerCase()] ?? "image/png";
		held.set(name, { bytes, url: URL.createObjectURL(new Blob([bytes], { type })) });
	};

	const give = () => givePictures([...held].map(([name, { bytes }]) => [name, bytes]));

	// put keeps pictures, [name, bytes] each, with a draft. It returns why the browser
	// doesn't keep them, or "".
	const put = async (draft, files) => {
		try {
			await within("readwrite", (store) => {
				let last = { result: undefined };
				for (const [name, bytes] of files) {
					last = store.put(bytes, [draft, name]);
				}
				return last;
			});
			return "";
		} catch (why) {
			return wording("trouble.picture.kept", { why: why?.name ?? why });
		}
	};

	// open makes the pictures of a draft those that the checker and the forms see. more are
	// of a file that was just opened.
	const open = async (draft, more = []) => {
		for (const { url } of held.values()) {
			URL.revokeObjectURL(url);
		}
		[held, key] = [new Map(), draft];
		const trouble = more.length > 0 ? await put(draft, more) : "";
		try {
			const [names, files] = [await within("readonly", (store) => store.getAllKeys(of(draft))), await within("readonly", (store) => store.getAll(of(draft)))];
			names.forEach(([, name], i) => hold(name, files[i]));
		} catch {
			// A browser that keeps nothing: what was just opened is there all the same.
		}
		more.forEach(([name, bytes]) => hold(name, bytes));
		give();
		return trouble;
	};

	const forget = async (draft) => {
		await within("readwrite", (store) => store.delete(of(draft))).catch(() => {});
	};

	// ---- a picture that is chosen ----

	const drawn = (from, width, height) => {
		const canvas = document.createElement("canvas");
		Object.assign(canvas, { width, height });
		const context = canvas.getContext("2d");
		context.imageSmoothingQuality = "high";
		context.fillStyle = "white";
		context.fillRect(0, 0, width, height);
		context.drawImage(from, 0, 0, width, height);
		return canvas;
	};

	// smaller draws a picture in a size. Browsers take a few of its pixels only: in steps of
	// a half none is left out.
	const smaller = (from, width, height) => {
		let now = from;
		while (now.width > 2 * width || now.height > 2 * height) {
			now = drawn(now, Math.max(width, Math.ceil(now.width / 2)), Math.max(height, Math.ceil(now.height / 2)));
		}
		return drawn(now, width, height);
	};

	const encoded = (canvas, type, quality) => new Promise((resolve, reject) => {
		canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(type))), type, quality);
	});

	// shrunk is a picture as a file that is small enough.
	const shrunk = async (bitmap, isDrawing) => {
		for (let longest = LONGEST; ; longest *= 0.8) {
			const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
			const canvas = smaller(bitmap, Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale)));
			if (isDrawing) {
				const blob = await encoded(canvas, "image/png");
				if (blob.size <= ENOUGH_PNG) {
					return blob;
				}
			}
			for (const quality of [0.85, 0.75, 0.65]) {
				const blob = await encoded(canvas, "image/jpeg", quality);
				if (blob.size <= ENOUGH) {
					return blob;
				}
			}
		}
	};

	// mark tells contents apart: FNV-1a. The page need not be served securely, and then
	// browsers have no hashes.
	const mark = (bytes) => {
		let sum = 0x811c9dc5;
		for (const byte of bytes) {
			sum = Math.imul(sum ^ byte, 0x01000193);
		}
		return (sum >>> 0).toString(16).padStart(8, "0");
	};

	// add takes a file that was chosen and returns the name by which the text knows it. What
	// can't be taken is an error that says why.
	const add = async (file) => {
		const begin = new TextDecoder().decode(await file.slice(0, 512).arrayBuffer()).replace("\ufeff", "").trimStart();
		if (begin.startsWith("<") || file.type === "image/svg+xml") {
			throw new Error(wording("trouble.picture.drawing", { file: file.name }));
		}
		let bitmap;
		try {
			if (file.size > MOST_FILE) {
				throw new RangeError();
			}
			bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
		} catch {
			throw new Error(wording("trouble.picture", { file: file.name }));
		}
		const blob = await shrunk(bitmap, /png|gif/.test(file.type));
		bitmap.close();
		const bytes = new Uint8Array(await blob.arrayBuffer());
		const words = file.name.replace(/\.[^.]*$/, "").toLowerCase().normalize("NFD").replace(/[^a-z0-9]+/g, "-").slice(0, 40).replace(/^-+|-+$/g, "") || "picture";
		const name = `${words}-${mark(bytes)}.${blob.type === "image/png" ? "png" : "jpg"}`;
		const trouble = await put(key, [[name, bytes]]);
		hold(name, bytes);
		give();
		return { name, trouble };
	};

	// ---- one file with all in it ----

	const toBase64 = (bytes) => {
		let binary = "";
		for (let i = 0; i < bytes.length; i += 0x8000) {
			binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
		}
		return btoa(binary);
	};

	const fromBase64 = (words) => {
		try {
			return Uint8Array.from(atob(String(words).replace(/\s/g, "")), (c) => c.charCodeAt(0));
		} catch {
			return new Uint8Array(); // the checker says that the file is empty
		}
	};

	// named are the files that a case shows and this draft has, by name, as base64.
	const named = (data) => {
		const sources = Array.isArray(data?.sources) ? data.sources : [];
		const names = new Set(sources.map((source) => source?.picture?.file).filter((name) => held.has(name)));
		return Object.fromEntries([...names].map((name) => [name, toBase64(held.get(name).bytes)]));
	};

	// whole is a compiled case with its pictures in it.
	const whole = (compiled) => {
		const data = JSON.parse(compiled);
		const files = named(data);
		return Object.keys(files).length > 0 ? JSON.stringify({ ...data, pictures: { ...data.pictures, ...files } }) : compiled;
	};

	// files are what a case has in itself, [name, bytes] each.
	const files = (pictures) => Object.entries(pictures ?? {}).map(([name, words]) => [name, fromBase64(words)]);

	window.author.pictures = { add, open, forget, named, whole, files, get: (name) => held.get(name) };
})();
