// The service worker that the site build makes with -retire: it replaces the one
// before, deletes its caches and unregisters itself. A running game isn't touched.

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => event.waitUntil((async () => {
	await Promise.all((await ourCaches()).map((name) => caches.delete(name)));
	await self.registration.unregister();
})()));
