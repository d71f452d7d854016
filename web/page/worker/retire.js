// The service worker of a site that isn't to be kept on devices any more, made
// by the site build with -retire: it takes the place of the one before, throws
// its copies away and then itself. A game that is being played isn't touched.

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => event.waitUntil((async () => {
	await Promise.all((await ourCaches()).map((name) => caches.delete(name)));
	await self.registration.unregister();
})()));
