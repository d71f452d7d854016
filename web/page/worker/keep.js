// The service worker: keeps a copy of the site on the device, for use offline.
// Each version has its own cache. It is complete when every file has arrived with
// the hash that the build gave it; until then, and if that fails, the version
// before stays in use. A new version waits until the player accepts it, or until
// no tab has the game open.
//
// The site build puts three constants in front: VERSION, which names this
// version; CASES, the fingerprints of its cases; and FILES, a list of {name,
// type, sha256} with index.html first, so that a site that is just being
// replaced is noticed before the large files come.

const CACHE = OURS + VERSION;
const PAGE = "index.html"; // also the answer for the folder itself
const COMPLETE = new URL("complete", HOME); // marks a complete cache; no file of the site has this name

const byName = new Map(FILES.map((file) => [file.name, file]));

const address = (name) => new URL(name, HOME);

const isComplete = async (cache) => await (await caches.open(cache)).match(COMPLETE) !== undefined;

const sha256 = async (body) => {
	const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
	return [...sum].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

// sources lists where a file may be found, the cheapest first: the caches of
// versions, the browser's own cache, the network. The file's hash is checked
// afterwards, so an old copy does no harm.
const sources = async (name) => {
	const list = [];
	for (const other of await ourCaches()) {
		list.push(async () => (await caches.open(other)).match(address(name)));
	}
	for (const cache of ["force-cache", "reload"]) {
		// Some hosts serve the page under only one of its two addresses.
		for (const url of name === PAGE ? [HOME, address(PAGE)] : [address(name)]) {
			list.push(() => fetch(url, { cache }));
		}
	}
	return list;
};

// obtain resolves to a response with a file's body, verified.
const obtain = async ({ name, type, sha256: wanted }) => {
	for (const source of await sources(name)) {
		const response = await source().catch(() => undefined); // try the next source
		if (response?.status !== 200) {
			continue;
		}
		const body = await response.arrayBuffer().catch(() => undefined);
		if (body === undefined || await sha256(body) !== wanted) {
			continue;
		}
		// The host's own headers stay, such as who may frame the page. Its type may
		// be wrong, and the body is neither compressed nor redirected any more.
		const headers = new Headers(response.headers);
		headers.set("Content-Type", type);
		headers.delete("Content-Encoding");
		headers.set("Content-Length", body.byteLength);
		return new Response(body, { headers });
	}
	throw new Error(`${name} can't be fetched as the build made it; the version before stays`);
};

// gather fills this version's cache. Incomplete caches of earlier tries are deleted.
const gather = async () => {
	for (const cache of await ourCaches()) {
		if (!await isComplete(cache)) {
			await caches.delete(cache);
		}
	}
	if (await caches.has(CACHE)) {
		return; // the site has gone back to this version
	}
	try {
		const cache = await caches.open(CACHE);
		for (const file of FILES) {
			await cache.put(address(file.name), await obtain(file));
		}
		await cache.put(COMPLETE, new Response());
	} catch (why) {
		await caches.delete(CACHE);
		throw why; // the browser drops this worker, and tries again later
	}
};

const takeOver = async () => {
	for (const cache of await ourCaches()) {
		if (cache !== CACHE) {
			await caches.delete(cache);
		}
	}
	await self.clients.claim(); // so that the next version waits for the page of the first visit too
};

// The page from which a class is led is kept once it has been used, with all its files:
// pupils never ask for them. The names of its scripts and its program have the beginning
// of their hash in them; the page itself is asked for anew whenever there is a network.
const HASHED = /\.([0-9a-f]{16})\.\w+$/;
const MAY_BE_LED = /^[\w.-]+\.(?:html|js|css|svg|wasm)$/;

const keepLed = async (names) => {
	const cache = await caches.open(LED);
	for (const name of names.filter((one) => MAY_BE_LED.test(one))) {
		const response = await fetch(address(name), { cache: HASHED.test(name) ? "force-cache" : "no-cache" });
		const body = await response.clone().arrayBuffer();
		const [, wanted] = name.match(HASHED) ?? [];
		if (response.status !== 200 || (wanted && !(await sha256(body)).startsWith(wanted))) {
			throw new Error(`${name} can't be fetched as the build made it; what was kept before stays`);
		}
		const headers = new Headers(response.headers);
		headers.delete("Content-Encoding");
		headers.set("Content-Length", body.byteLength);
		await cache.put(address(name), new Response(body, { headers }));
	}
	for (const { url } of await cache.keys()) {
		if (!names.some((name) => address(name).href === url)) {
			await cache.delete(url);
		}
	}
};

const answerLed = async (request, name) => {
	const kept = await caches.match(address(name), { cacheName: LED });
	if (kept && request.mode !== "navigate") {
		return kept;
	}
	try {
		return await fetch(request);
	} catch (why) {
		if (kept) {
			return kept;
		}
		throw why;
	}
};

// answer answers from the cache, or from the network if the device has deleted the
// cache. A request that reloads gets a fresh copy if there is one.
const answer = async (request, name) => {
	if (request.cache === "reload" && request.mode !== "navigate") {
		const fresh = await fetch(request).catch(() => undefined);
		if (fresh?.ok) {
			return fresh;
		}
	}
	const cache = await caches.open(CACHE);
	return await cache.match(address(name)) ?? fetch(request);
};

self.addEventListener("install", (event) => event.waitUntil(gather()));

self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

self.addEventListener("message", (event) => {
	const { data, ports } = event;
	if (data === "take over") {
		self.skipWaiting();
	} else if (data === "cases") {
		ports[0].postMessage(CASES);
	} else if (Array.isArray(data?.led)) {
		event.waitUntil(keepLed(data.led.map(String)).then(() => ports[0]?.postMessage("kept"), (why) => console.warn(why)));
	}
});

self.addEventListener("fetch", (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== "GET" || url.origin !== HOME.origin || !url.pathname.startsWith(HOME.pathname)) {
		return;
	}
	const name = url.pathname.slice(HOME.pathname.length) || PAGE;
	if (byName.has(name)) {
		event.respondWith(answer(request, name));
	} else if (MAY_BE_LED.test(name)) {
		event.respondWith(answerLed(request, name));
	}
});
