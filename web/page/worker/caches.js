// Which caches are this site's: for the service worker and for the one that
// removes it. Several copies of the site may share an origin, so a cache's name
// has the folder too. A path has no spaces.
"use strict";

const HOME = new URL("./", self.location);
const OURS = `hold-the-line ${HOME.pathname} `;

const ourCaches = async () => (await caches.keys()).filter((name) => name.startsWith(OURS));
