// The service worker: keeps a whole copy of the site on the device, for when
// there is no network. A version lives in a cache of its own. It is complete
// when every file has arrived and is, byte for byte, what the build made; until
// then, and if that fails, the version before goes on as if nothing had been. A
// new version waits until the page says that the player wants it, or until the
// game is open nowhere any more.
//
// The site build puts three constants in front: VERSION, which names this
// version; CASES, the fingerprints of its cases; and FILES, a list of {name,
// type, sha256} with index.html first, so that a site that is just being
// replaced is noticed before the large files come.

const CACHE = OURS + VERSION;
const PAGE = "index.html"; // which is also what the folder itself answers with
const COMPLETE = new URL("complete", HOME); // marks a complete cache; no file of the site has this name

const byName = new Map(FILES.map((file) => [file.name, file]));

const address = (name) => new URL(name, HOME);

const isComplete = async (cache) => await (await caches.open(cache)).match(COMPLETE) !== undefined;

const sha256 = async (body) => {
	const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
	return [...sum].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

// sources lists where a file may be had, the cheapest first: another version's
// cache, what the browser has just fetched for the page, the network. What it is
// gets checked afterwards, so how old it is doesn't matter.
const sources = async (name) => {
	const list = [];
	for (const other of await ourCaches()) {
		list.push(async () => (await caches.open(other)).match(address(name)));
	}
	for (const cache of ["force-cache", "reload"]) {
		// Hosts differ in which of its two addresses the page has.
		for (const url of name === PAGE ? [HOME, address(PAGE)] : [address(name)]) {
			list.push(() => fetch(url, { cache }));
		}
	}
	return list;
};

// obtain resolves to a response with a file's body, verified.
const obtain = async ({ name, type, sha256: wanted }) => {
	for (const source of await sources(name)) {
		const response = await source().catch(() => undefined); // perhaps there is another
		if (response?.status !== 200) {
			continue;
		}
		const body = await response.arrayBuffer().catch(() => undefined);
		if (body === undefined || await sha256(body) !== wanted) {
			continue;
		}
		// The host's own headers stay, such as who may frame the page. Its type may
		// be wrong, and the body is neither packed nor redirected any more.
		const headers = new Headers(response.headers);
		headers.set("Content-Type", type);
		headers.delete("Content-Encoding");
		headers.set("Content-Length", body.byteLength);
		return new Response(body, { headers });
	}
	throw new Error(`${name} is not to be had as the build made it; the version before stays`);
};

// gather fills this version's cache. What earlier tries left half-done goes.
const gather = async () => {
	for (const cache of await ourCaches()) {
		if (!await isComplete(cache)) {
			await caches.delete(cache);
		}
	}
	if (await caches.has(CACHE)) {
		return; // a version that is gone back to
	}
	try {
		const cache = await caches.open(CACHE);
		for (const file of FILES) {
			await cache.put(address(file.name), await obtain(file));
		}
		await cache.put(COMPLETE, new Response());
	} catch (why) {
		await caches.delete(CACHE);
		throw why; // the browser gives this worker up, and tries again another day
	}
};

const takeOver = async () => {
	for (const cache of await ourCaches()) {
		if (cache !== CACHE) {
			await caches.delete(cache);
		}
	}
	await self.clients.claim(); // so that the next version waits for the first visit's page too
};

// answer answers from the cache, and from the network where the device has
// thrown the cache away. Who asks for a fresh copy gets one if there is one.
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

self.addEventListener("message", ({ data, ports }) => {
	if (data === "take over") {
		self.skipWaiting();
	} else if (data === "cases") {
		ports[0].postMessage(CASES);
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
	}
});
