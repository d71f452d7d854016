// The service worker: keeps a copy of the site on the device, for use offline.
// Each version has its own cache. It is complete when every file has arrived with
// the hash that the build gave it; until then, and if that fails, the version
// before stays in use. A new version waits until the player accepts it, or until
// no tab has the game open.
//
// The site build puts three constants in front: VERSION, which names this
// version; CASES, the fingerprints of its cases; and FILES, a list of {name,
// type, sha256, used} with index.html first, so that a site that is just being
// replaced is noticed before the large files come. Files with used, such as those of
// languages and of the teacher's page, are kept once they were used, in this version or
// the one before.

const CACHE = OURS + VERSION;
const PAGE = "index.html"; // also the answer for the folder itself
const COMPLETE = new URL("complete", HOME); // marks a complete cache; no file of the site has this name

const byName = new Map(FILES.map((file) => [file.name, file]));

const address = (name) => new URL(name, HOME);

// The part of a name that doesn't change with the content.
const stem = (name) => name.split(".", 1)[0];

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

// usedBefore resolves to the stems of all files in the caches of other versions.
const usedBefore = async () => {
	const stems = new Set();
	for (const name of await ourCaches()) {
		for (const { url } of await (await caches.open(name)).keys()) {
			stems.add(stem(url.slice(HOME.href.length)));
		}
	}
	return stems;
};

// keepUsed keeps a file that is used, and resolves to a response with it.
const keepUsed = async (file) => {
	const response = await obtain(file);
	await (await caches.open(CACHE)).put(address(file.name), response.clone());
	return response;
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
		const stems = await usedBefore();
		for (const file of FILES) {
			if (!file.used) {
				await cache.put(address(file.name), await obtain(file));
			} else if (stems.has(stem(file.name))) {
				await keepUsed(file).catch(() => {}); // it comes again when it is next used
			}
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

// keepFiles keeps those of the named files that are kept once they were used.
const keepFiles = async (names) => {
	const cache = await caches.open(CACHE);
	await Promise.all(names.map(async (name) => {
		const file = byName.get(name);
		if (file?.used && !await cache.match(address(name))) {
			await keepUsed(file);
		}
	}));
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
	const kept = await cache.match(address(name));
	const file = byName.get(name);
	if (kept && file.used && request.mode === "navigate") {
		// Such a page doesn't tell anybody of a new version: it comes from the network if
		// there is one. All that it loads has its hash in its name.
		return fetch(request).then((fresh) => fresh.ok ? fresh : kept, () => kept);
	}
	if (kept) {
		return kept;
	}
	return file.used ? keepUsed(file).catch(() => fetch(request)) : fetch(request);
};

self.addEventListener("install", (event) => event.waitUntil(gather()));

self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

self.addEventListener("message", (event) => {
	const { data, ports } = event;
	if (data === "take over") {
		self.skipWaiting();
	} else if (data === "cases") {
		ports[0].postMessage(CASES);
	} else if (Array.isArray(data?.keep)) {
		// What can't be had now comes when it is next used.
		event.waitUntil(keepFiles(data.keep).then(() => ports[0]?.postMessage("kept"), () => {}));
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
