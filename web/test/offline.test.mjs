// The service worker: the game offline, after a restart, and from one version to
// the next; and where it must not be kept at all.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { before, test } from "node:test";
import { Author } from "./author.mjs";
import { Browser, PATIENCE } from "./browser.mjs";
import { Player } from "./player.mjs";
import { Publisher, SITE, buildSite, serveSite, startProxy } from "./site.mjs";

// The sites that are published one after another.
const NEW_WORD = "Start anew";
let renewed; // says NEW_WORD on the button that begins a game
let broken; // its program ends at once
let retired;

before(async () => {
	renewed = await buildSite({
		changes: { "assets/words/en.json": (text) => text.replace(/("briefing\.begin": )"[^"]*"/, `$1"${NEW_WORD}"`) },
	});
	broken = await buildSite({ flags: ["-program", "./web/cmd/site/testdata/program"] });
	retired = await buildSite({ flags: ["-retire"] });
});

// A Place is a published site, its requests in order, and a browser of its own that
// visits it: the whole of Chromium where only that can say whether the game can be
// installed, and for what has to outlive the browser. It takes twice the time.
class Place {
	static async open({ prefix = "/", intercept = () => false, change = () => {}, flags = [], whole = false } = {}) {
		const place = new Place();
		place.publisher = new Publisher();
		place.publisher.publish(SITE);
		place.server = await serveSite(place.publisher.folder);
		place.asked = [];
		place.front = await startProxy(place.server.url, {
			prefix, change,
			intercept: (request, response) => {
				place.asked.push(new URL(request.url, "http://x").pathname.slice(prefix.length));
				return intercept(request, response, place);
			},
		});
		place.url = place.front.url;
		place.browser = await Browser.launch({ flags, whole });
		return place;
	}

	publish(site) {
		this.publisher.publish(site);
	}

	// cut takes the site off the network: nothing answers at its address any more.
	async cut() {
		await this.front?.stop();
		this.front = undefined;
	}

	times(pattern) {
		return this.asked.filter((name) => pattern.test(name)).length;
	}

	async close() {
		await this.browser.close();
		await this.cut();
		await this.server.stop();
		this.publisher.remove();
	}
}

// visiting passes a place to use, and closes it in any case.
async function visiting(options, use) {
	const place = await Place.open(options);
	try {
		await use(place);
	} finally {
		await place.close();
	}
}

const PROGRAM = /\bhold-the-line\.[0-9a-f]+\.wasm$/;

// kept waits until the service worker has the whole site and controls the page.
const kept = (game) => game.until(() => navigator.serviceWorker?.controller?.state === "activated");

const cachesOf = (game) => game.page.evaluate(() => caches.keys());

// isKept tells how many workers and caches there are.
const isKept = async (page) => page.evaluate(async () => ({
	workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
	caches: window.isSecureContext ? (await caches.keys()).length : 0,
}));

// asking records, before any other script runs, every registration of a service
// worker and its outcome.
const asking = (page) => page.evaluateOnNewDocument(() => {
	window.asked = [];
	// The page registers when the browser is idle, which it rarely is on a busy machine.
	window.requestIdleCallback = (act) => setTimeout(act);
	const { prototype } = window.ServiceWorkerContainer ?? { prototype: {} };
	const { register } = prototype;
	prototype.register = function (...args) {
		const entry = { outcome: "" };
		window.asked.push(entry);
		const made = register.apply(this, args);
		made.then(() => { entry.outcome = "kept"; }, () => { entry.outcome = "refused"; });
		return made;
	};
});

// askedFor is how often the page has registered, once its time to do so has passed.
const askedFor = (page) => page.evaluate(async () => {
	await new Promise((resolve) => { setTimeout(resolve); });
	return window.asked.length;
});

// looksForNew has the browser check for a new version now, and resolves to whether
// one waits then.
const looksForNew = (game) => game.page.evaluate(async () => {
	const registration = await navigator.serviceWorker.getRegistration();
	// The first look may only join one that the page's loading has led to, before.
	for (let looks = 0; looks < 2; looks++) {
		await registration.update().catch(() => {});
		const fresh = registration.installing;
		if (fresh) {
			await new Promise((resolve) => fresh.addEventListener("statechange", resolve, { once: true }));
		}
	}
	return registration.waiting !== null;
});

// useNewVersion accepts the offer and waits until the page is loaded again.
async function useNewVersion(game) {
	// After ten seconds the page is loaded again, taken over or not.
	await game.page.evaluate(() => {
		const later = window.setTimeout;
		window.setTimeout = (act, ms, ...more) => (ms === 10_000 ? 0 : later(act, ms, ...more));
	});
	const { x, y } = await game.place("renewal.use");
	await Promise.all([game.page.waitForNavigation(), game.page.mouse.click(x, y)]);
}

const beginButton = async (game) => (await game.nodes(`[data-node="begin"]`))[0].text;

// answerBeat answers every question of the beat that is shown, and stays at the last
// one's outcome.
async function answerBeat(game) {
	const { beat } = await new Player(game).step();
	for (const [i] of beat.ask.entries()) {
		if (i > 0) {
			await game.click("next");
		}
		await game.click("verdict.unconfirmed");
		await game.click("certainty.2");
		await game.click("submit");
		await game.waitFor("next");
	}
}

test("after the first visit the game works offline, and was fetched only once", async () => {
	await visiting({}, async (place) => {
		const game = await place.browser.open(place.url);
		await game.playing();
		await kept(game);
		assert.equal(place.times(PROGRAM), 1, `the program was asked for once: ${place.asked}`);
		assert.ok(place.asked.indexOf("worker.js") > place.asked.findIndex((name) => PROGRAM.test(name)), "the worker comes after it");

		const player = new Player(game);
		await player.begin("quick");
		await answerBeat(game);
		await place.cut();
		await game.reload();
		await game.playing();
		assert.equal(await game.screen(), "screen.b1", "the game goes on where it was");
		assert.ok(await game.has("next"));
		await game.click("next");
		game.clean();

		const plain = await place.browser.open(`${place.url}?view=plain&length=lesson&mode=assessment`);
		await plain.waitForState("playing");
		assert.equal(await plain.screen(), "screen.briefing", "any other link is there too");
		plain.clean();
	});
});

test("a story that was begun on the author's page is written and checked offline", async () => {
	await visiting({}, async (place) => {
		const page = `${place.url}author.html`;
		const first = new Author(await place.browser.open(page));
		await first.copy("The Lost Cat");
		await first.field("title", "The Cat: gone");
		await first.editor("people:");
		await first.game.until(() => document.documentElement.dataset.kept === "text");
		await place.cut();

		const again = new Author(await place.browser.open(page));
		await again.press(".drafts", "My copy of The Lost Cat");
		await again.go("The story");
		await again.game.until(() => document.querySelector('[data-path="title"]') !== null);
		await again.field("title", "");
		await again.until("#side .problems", "“Title” is empty");
		await again.field("title", "The Cat: back");
		await again.until("#side", "Nothing is wrong");
		await again.editor("people:");
		again.game.clean();
	});
});

test("after the browser was closed the game still works offline, in the language it was played in", async () => {
	await visiting({ whole: true }, async (place) => {
		const game = await place.browser.open(`${place.url}?lang=de`);
		await game.playing();
		await kept(game);
		await game.until(async () => {
			const names = [];
			for (const cache of await caches.keys()) {
				names.push(...(await (await caches.open(cache)).keys()).map(({ url }) => url));
			}
			return ["language-de", "case-the-call-de", "worksheet-the-call-de"].every((name) => names.some((url) => url.includes(name)));
		});
		const player = new Player(game);
		await player.begin("quick");
		await answerBeat(game);
		await place.browser.close({ keep: true });
		await place.cut();

		place.browser = await Browser.launch({ place: place.browser.place, whole: true });
		const again = await place.browser.open(`${place.url}?lang=de`);
		await again.playing();
		assert.equal(await again.screen(), "screen.b1");
		assert.match(await again.words("#mirror [data-node=scene]"), /Spätschicht/);
		assert.ok(await again.has("next"), "the answer is kept");
		again.clean();
	});
});

test("a new version is offered between questions, can wait, and is used when the player says so", async () => {
	await visiting({ whole: true }, async (place) => {
		const game = await place.browser.open(`${place.url}?seed=3`);
		await game.playing();
		await kept(game);
		const word = await beginButton(game);
		const [old] = await cachesOf(game);
		const styles = place.times(/\.css$/);

		place.publish(renewed);
		await game.reload(); // this makes the browser check for a new version
		await game.playing();
		assert.equal(await beginButton(game), word, "the old version is played at once");
		await game.waitFor("renewal");
		await game.settled();
		assert.equal(place.times(/\.css$/), styles, "of a new version only what is new is fetched");
		assert.equal(place.times(PROGRAM), 2);
		assert.equal(await game.announced(), "A new version of the game is ready. Your answers are kept.");
		await game.click("renewal.later");
		assert.equal(await game.has("renewal"), false, "the offer can be put off");
		assert.equal(await beginButton(game), word);

		const player = new Player(game);
		await player.begin("quick");
		await game.reload();
		await game.playing();
		assert.equal(await game.has("renewal"), false, "no offer while a question is open");
		await answerBeat(game);
		await game.waitFor("renewal");
		assert.ok((await cachesOf(game)).includes(old), "until then the old version stays");
		const script = () => game.page.$eval("script[data-program]", (e) => e.dataset.program);
		const before = await script();
		await useNewVersion(game);
		await game.playing();
		assert.notEqual(await script(), before, "the new program runs");
		assert.equal(await game.screen(), "screen.b1", "the game goes on where it was");
		assert.ok(await game.has("next"));
		assert.equal(await game.has("renewal"), false, "there is nothing newer");
		const now = await cachesOf(game);
		assert.ok(now.length === 1 && now[0] !== old, `only the new version is kept: ${now}`);

		await place.cut();
		const fresh = await place.browser.open(`${place.url}?seed=4&length=full`);
		await fresh.playing();
		assert.equal(await beginButton(fresh), NEW_WORD, "the new version works offline");
		fresh.clean();
		game.clean();
	});
});

test("a player who never answers the offer has the new version when the game is next opened", async () => {
	await visiting({}, async (place) => {
		const game = await place.browser.open(`${place.url}?view=plain`);
		await game.waitForState("playing");
		await kept(game);
		place.publish(renewed);
		assert.equal(await looksForNew(game), true);
		await game.waitFor("renewal"); // the plain page offers it too
		game.clean();
		await game.page.close();
		const next = await place.browser.open(place.url);
		await next.playing();
		assert.equal(await beginButton(next), NEW_WORD);
		next.clean();
	});
});

for (const [what, spoil] of [
	["has a wrong byte", (program, response) => {
		program[program.length >> 1] ^= 1;
		response.writeHead(200, { "content-type": "application/wasm" });
		response.end(program);
	}],
	["breaks off half-way", (program, response) => {
		response.writeHead(200, { "content-type": "application/wasm", "content-length": program.length });
		response.write(program.subarray(0, program.length / 2), () => response.destroy());
	}],
	["is some other page", (_, response) => {
		response.writeHead(200, { "content-type": "text/html" });
		response.end("<h1>Please sign in to the school's network</h1>");
	}],
]) {
	test(`a new version whose program ${what} is refused, and the old one stays`, async () => {
		const name = readdirSync(renewed).find((file) => PROGRAM.test(file));
		let fixed = false;
		await visiting({
			intercept: (request, response) => {
				if (fixed || request.url !== `/${name}`) {
					return false;
				}
				spoil(readFileSync(path.join(renewed, name)), response);
				return true;
			},
		}, async (place) => {
			const game = await place.browser.open(`${place.url}?view=plain`);
			await game.playing();
			await kept(game);
			const word = await beginButton(game);
			const before = await cachesOf(game);

			place.publish(renewed);
			assert.equal(await looksForNew(game), false, "nothing waits to be used");
			assert.ok(place.asked.includes(name), "the spoiled program was fetched");
			assert.deepEqual(await cachesOf(game), before, "nothing of it is kept");
			await game.settled();
			assert.equal(await game.has("renewal"), false);
			await game.reload();
			await game.playing();
			assert.equal(await beginButton(game), word, "the old version is played");

			fixed = true;
			assert.equal(await looksForNew(game), true, "once the network works the new version comes");
			await game.waitFor("renewal");
			await game.page.close();
		});
	});
}

test("a version that doesn't run makes way for the one that fixes it", async () => {
	await visiting({}, async (place) => {
		const game = await place.browser.open(place.url);
		await game.playing();
		await kept(game);
		const word = await beginButton(game);
		place.publish(broken);
		assert.equal(await looksForNew(game), true);
		await game.waitFor("renewal");
		await useNewVersion(game);
		await game.waitForState("failed");
		const [dead] = await cachesOf(game);

		place.publish(SITE);
		await game.reload();
		await game.waitForState("failed");
		await game.until(async (name) => {
			const all = await caches.keys();
			return all.length === 1 && all[0] !== name && navigator.serviceWorker.controller.state === "activated";
		}, dead);
		await Promise.all([game.page.waitForNavigation(), game.page.click("[data-problem=crash] button")]);
		await game.playing();
		assert.equal(await beginButton(game), word);
	});
});

test("the game can be installed", async () => {
	await visiting({ prefix: "/below/", whole: true }, async (place) => {
		const game = await place.browser.open(place.url);
		await game.playing();
		await kept(game);
		const devtools = await game.page.createCDPSession();
		const { url, errors, data } = await devtools.send("Page.getAppManifest");
		assert.deepEqual(errors, []);
		assert.ok(url.startsWith(place.url), `the manifest is at ${url}`);
		const { start_url: start, icons } = JSON.parse(data);
		assert.equal(new URL(start, url).href, place.url, "the installed game starts where the page is");
		for (const { src } of icons) {
			const { status } = await fetch(new URL(src, url));
			assert.equal(status, 200, `${src} is there`);
		}
		const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
		assert.deepEqual(installabilityErrors, []);
		game.clean();
	});
});

test("the caches of other pages of the same origin are left alone", async () => {
	await visiting({ prefix: "/school/class%207b/" }, async (place) => {
		const game = await place.browser.open(place.url);
		await game.playing();
		await kept(game);
		assert.match((await cachesOf(game))[0], /^hold-the-line \/school\/class%207b\/ [0-9a-f]{16}$/);
		const scope = await game.page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).scope);
		assert.equal(scope, place.url, "the worker answers for the site's own folder only");
		const others = ["hold-the-line /school/ 0123456789abcdef", "somebody's"];
		await game.page.evaluate((names) => Promise.all(names.map((name) => caches.open(name))), others);

		place.publish(renewed);
		assert.equal(await looksForNew(game), true);
		await game.waitFor("renewal");
		await useNewVersion(game);
		await game.playing();
		const now = await cachesOf(game);
		assert.equal(now.length, 3, `the new version and what others keep: ${now}`);

		place.publish(retired);
		await looksForNew(game);
		await game.until(async () => (await navigator.serviceWorker.getRegistrations()).length === 0);
		assert.deepEqual((await cachesOf(game)).sort(), others, "what isn't its own stays");
		game.clean();
	});
});

test("a retired worker removes itself, and the game comes from the network", async () => {
	await visiting({}, async (place) => {
		const game = await place.browser.open(`${place.url}?view=plain`, { before: asking });
		await game.playing();
		await kept(game);
		place.publish(retired);
		const player = new Player(game);
		await player.begin("quick");
		await looksForNew(game);
		await game.until(async () => (await navigator.serviceWorker.getRegistrations()).length === 0 && (await caches.keys()).length === 0);
		await answerBeat(game); // the running game isn't touched

		const before = place.times(/^$/);
		await game.reload();
		await game.playing();
		assert.ok(place.times(/^$/) > before, "the page comes from the network");
		assert.equal(await game.screen(), "screen.b1");
		assert.equal(await askedFor(game.page), 0, "no worker is registered again");
		assert.deepEqual(await isKept(game.page), { workers: 0, caches: 0 });
		game.clean();
		await place.cut();
		await assert.rejects(game.page.goto(place.url), /ERR_/, "without a network there is nothing now");
	});
});

test("in another site's frame the game plays and nothing is kept", async () => {
	await visiting({}, async (place) => {
		const around = http.createServer((_, response) => {
			response.writeHead(200, { "content-type": "text/html" });
			response.end(`<!doctype html><html lang="en"><title>Our class</title><iframe title="Game" width="1000" height="700" src="${place.url}?length=quick&view=plain"></iframe></html>`);
		});
		await new Promise((resolve) => around.listen(0, "127.0.0.1", resolve));
		const page = await place.browser.browser.newPage();
		page.setDefaultTimeout(PATIENCE);
		await asking(page);
		const faults = [];
		page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
		page.on("pageerror", (error) => faults.push(error.message));
		try {
			// Another name for this machine is another site to the browser.
			await page.goto(`http://localhost:${around.address().port}/`, { waitUntil: "domcontentloaded" });
			const frame = await page.waitForFrame((f) => f.url().startsWith(place.url));
			await frame.waitForFunction(() => document.documentElement.dataset.state === "playing", { polling: 50 });
			await frame.evaluate(() => document.querySelector(`[data-node="begin"]`).click());
			await frame.waitForFunction(() => document.getElementById("mirror").dataset.screen === "screen.b1", { polling: 50 });
			assert.equal(await askedFor(frame), 0, "no worker is registered");
			assert.deepEqual(await isKept(frame), { workers: 0, caches: 0 });
			assert.equal(place.times(/^worker\.js$/), 0, "the worker wasn't asked for");
			assert.deepEqual(faults, []);
		} finally {
			await page.close();
			await new Promise((resolve) => {
				around.close(resolve);
				around.closeAllConnections();
			});
		}
	});
});

test("without a secure connection the game plays and nothing is kept", async () => {
	await visiting({ flags: ["--host-resolver-rules=MAP school.test 127.0.0.1"] }, async (place) => {
		const game = await place.browser.open(place.url.replace("127.0.0.1", "school.test"), { before: asking });
		await game.playing();
		assert.equal(await game.page.evaluate(() => window.isSecureContext), false);
		await game.click("begin");
		await game.waitForScreen("screen.b1");
		assert.equal(await askedFor(game.page), 0, "no worker is registered");
		assert.equal(place.times(/^worker\.js$/), 0, "the worker wasn't asked for");
		game.expect(/Cross-Origin-Opener-Policy header has been ignored/); // what the browser says of such a connection
		game.clean();
	});
});

for (const [what, options] of [
	["isn't there", { intercept: (request, response) => request.url === "/worker.js" && Boolean(response.writeHead(404).end()) }],
	["has a type that no browser takes", { change: (request, headers) => { if (request.url === "/worker.js") { headers["content-type"] = "text/plain"; } } }],
	["is against the host's rules", { change: (_, headers) => { headers["content-security-policy"] = `${headers["content-security-policy"]}, worker-src 'none'`; } }],
]) {
	test(`where the worker ${what} the game plays and nothing is kept`, async () => {
		await visiting(options, async (place) => {
			const game = await place.browser.open(`${place.url}?view=plain`, { before: asking });
			await game.playing();
			await game.click("begin");
			await game.waitForScreen("screen.b1");
			await game.until(() => window.asked[0]?.outcome === "refused");
			assert.deepEqual(await isKept(game.page), { workers: 0, caches: 0 });
			// The browser itself notes in its console what it refuses.
			game.expect(/worker\.js|worker-src|MIME type|fetching the script/);
			game.clean();
		});
	});
}

test("from a host that sends another type the program is kept with the right one", async () => {
	let looked;
	const first = new Promise((resolve) => { looked = resolve; });
	await visiting({
		intercept: async (request) => {
			if (request.url === "/worker.js") {
				await first; // the worker would answer the first look already
			}
			return false;
		},
		change: (request, headers) => {
			if (PROGRAM.test(request.url)) {
				headers["content-type"] = "application/octet-stream";
			}
		},
	}, async (place) => {
		const game = await place.browser.open(place.url);
		await game.playing();
		const type = () => game.page.evaluate(async () => (await fetch(document.querySelector("[data-program]").dataset.program)).headers.get("Content-Type"));
		assert.equal(await type(), "application/octet-stream");
		looked();
		await kept(game);
		assert.equal(await type(), "application/wasm");
		await game.reload();
		await game.playing();
		game.clean();
	});
});

test("over a whole game there is no request to another site, no cookie and no breach of the policy", async () => {
	// All of the browser's requests to other machines come through here. Chromium's
	// own are left out: if the page made one of those, it would be among its faults.
	const CHROMIUMS_OWN = /^(http:\/\/)?[a-z0-9.-]+\.(google|googleapis|gstatic|gvt1)\.com[:/]/;
	const elsewhere = [];
	const proxy = http.createServer((request, response) => {
		elsewhere.push(request.url);
		response.writeHead(502).end();
	});
	proxy.on("connect", (request, socket) => {
		elsewhere.push(request.url);
		socket.destroy();
	});
	await new Promise((resolve) => proxy.listen(0, "127.0.0.1", resolve));
	try {
		await visiting({ flags: [`--proxy-server=http://127.0.0.1:${proxy.address().port}`] }, async (place) => {
			const cookies = [];
			const game = await place.browser.open(`${place.url}?length=quick&seed=5`, {
				before: async (page) => {
					page.on("response", (response) => response.headers()["set-cookie"] && cookies.push(response.url()));
					await page.evaluateOnNewDocument(() => {
						window.violations = [];
						document.addEventListener("securitypolicyviolation", (event) => {
							window.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
						});
					});
				},
			});
			await game.playing();
			await kept(game);
			const violations = () => game.page.evaluate(() => window.violations);
			assert.deepEqual(await violations(), []);
			await game.reload(); // from the device this time
			await game.playing();
			const player = new Player(game);
			await player.begin("quick");
			await player.play();
			assert.equal(await game.screen(), "screen.debrief");
			assert.deepEqual(await violations(), []);
			assert.deepEqual(cookies, []);
			assert.deepEqual(await place.browser.browser.cookies(), []);
			assert.deepEqual(elsewhere.filter((address) => !CHROMIUMS_OWN.test(address)), [], "nothing left this machine");
			game.clean();
		});
	} finally {
		proxy.closeAllConnections();
		await new Promise((resolve) => proxy.close(resolve));
	}
});
