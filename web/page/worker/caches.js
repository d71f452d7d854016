// What the service worker and the one that retires it both know: which caches
// are this site's. Several copies of the site may lie below one origin, so a
// cache is named after the folder too; a path never holds a space.
"use strict";

const HOME = new URL("./", self.location);
const OURS = `hold-the-line ${HOME.pathname} `;

const ourCaches = async () => (await caches.keys()).filter((name) => name.startsWith(OURS));
