// Records faults from inside the page, for browsers whose drivers don't report them:
// a proxy puts a script into the page, which sends back what goes wrong.
import { hear } from "./hear.mjs";
import { bodyOf, startProxy } from "./site.mjs";

const SCRIPT = "watch.js";
const FAULTS = "watch-faults";

// What runs in the page, before anything else there does.
function watch(to) {
	const tell = (words) => navigator.sendBeacon(to, words);
	// What an earlier visit left.
	window.found = { controlled: Boolean(navigator.serviceWorker?.controller), saved: localStorage.length };
	const say = console.error;
	console.error = (...words) => {
		tell(`the console says: ${words.join(" ")}`);
		say.apply(console, words);
	};
	window.addEventListener("error", (event) => {
		const { src, href } = event.target;
		tell(event.message ? `uncaught: ${event.message}` : `not loaded: ${src ?? href}`);
	}, true);
	window.addEventListener("unhandledrejection", (event) => tell(`unhandled: ${event.reason}`));
	document.addEventListener("securitypolicyviolation", (event) => {
		tell(`against the policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
	});
}

// watched starts the proxy before the site at url. Its faults are those of every
// page that it has served, in the order they came.
export async function watched(url) {
	const faults = [];
	const server = await startProxy(url, {
		intercept: async (request, response) => {
			const { pathname, search } = new URL(request.url, url);
			if (pathname === `/${SCRIPT}`) {
				response.writeHead(200, { "content-type": "text/javascript" }).end(`(${watch})(${JSON.stringify(FAULTS)}); (${hear})();`);
				return true;
			}
			if (pathname === `/${FAULTS}`) {
				faults.push(await bodyOf(request) ?? "a fault whose words were broken off");
				response.writeHead(204).end();
				return true;
			}
			if (pathname !== "/" && !pathname.endsWith(".html")) {
				return false;
			}
			const page = await fetch(new URL(pathname.slice(1) + search, url));
			const text = await page.text();
			response.writeHead(page.status, {
				"content-type": page.headers.get("content-type"),
				"content-security-policy": page.headers.get("content-security-policy") ?? "",
			});
			response.end(text.replace("<head>", `<head><script src="${SCRIPT}"></script>`));
			return true;
		},
	});
	return { ...server, faults };
}
