// The page around the game: what it shows before the program is there, and what it
// says when the program can't be loaded.
import assert from "node:assert/strict";
import { test } from "node:test";
import { coarse, SIZES } from "./browser.mjs";
import { startProxy } from "./site.mjs";
import { browser, site } from "./stage.mjs";

const isProgram = (request) => new URL(request.url, "http://x").pathname.endsWith(".wasm");

// throughProxy opens the page through a server that changes or breaks responses.
async function throughProxy(intercept, use, options = {}) {
	const proxy = await startProxy(site.url, { intercept, ...options });
	const game = await browser.open(proxy.url, options.open);
	try {
		await use(game, proxy);
	} finally {
		await game.page.close();
		await proxy.stop();
	}
}

const problem = (game, name) => game.page.waitForSelector(`[data-problem=${name}]:not([hidden])`);

// canBeRead compares with the text as painted, where labels are in capitals.
async function canBeRead(game, ...all) {
	const text = (await game.words("body")).toLowerCase();
	for (const words of all) {
		assert.ok(text.includes(words.toLowerCase()), `“${words}” can be read`);
	}
}

test("the briefing can be read before the first byte of the program has come", async () => {
	let release;
	const held = new Promise((resolve) => { release = resolve; });
	await throughProxy(async (request) => {
		if (isProgram(request)) {
			await held;
		}
		return false;
	}, async (game) => {
		await canBeRead(game, "The Call", "Before you start", "about 30 minutes", "Who is in it", "there is no account", "on its way");
		assert.equal(await game.state(), "loading");
		assert.equal(await game.page.$eval("progress", (e) => e.value), 0, "nothing has arrived, and that is what the bar says");
		release();
		await game.playing();
		assert.equal(await game.page.$eval("#page", (e) => getComputedStyle(e).display), "none", "the briefing has made way");
		game.clean();
	});
});

test("the program is fetched before the page's own script and waits for it", async () => {
	let arrived;
	const whole = new Promise((resolve) => { arrived = resolve; });
	await throughProxy(async (request, response) => {
		if (isProgram(request)) {
			response.on("finish", arrived);
		} else if (request.url.includes("/boot.")) {
			await whole; // for ever, if nothing but this script asked for it
		}
		return false;
	}, async (game) => {
		await game.playing();
		assert.equal(await game.page.$eval("progress", (e) => e.value), 1, "all of it has arrived, and that is what the bar says");
		assert.equal(game.requests.filter((url) => url.endsWith(".wasm")).length, 1, "it was fetched once");
		game.clean();
	});
});

test("progress counts decompressed bytes", async () => {
	let half;
	let rest;
	const until = new Promise((resolve) => { rest = resolve; });
	await throughProxy(async (request, response) => {
		if (!isProgram(request)) {
			return false;
		}
		const program = Buffer.from(await (await fetch(new URL(request.url, site.url), { headers: { "accept-encoding": "identity" } })).arrayBuffer());
		half = Math.floor(program.length / 2);
		// Level 0 doesn't shrink: half of the gzip bytes are half of the program.
		const { createGzip } = await import("node:zlib");
		response.writeHead(200, { "content-type": "application/wasm", "content-encoding": "gzip" });
		const gzip = createGzip({ level: 0 });
		gzip.pipe(response);
		gzip.write(program.subarray(0, half));
		gzip.flush();
		await until;
		gzip.end(program.subarray(half));
		return true;
	}, async (game) => {
		await game.until(() => document.querySelector("progress").value > 0.45);
		// Both at once: more may come between two looks.
		const [share, said] = await game.page.evaluate(() => [document.querySelector("progress").value, document.querySelector(".amount").innerText]);
		assert.ok(share > 0.45 && share <= 0.505, `half has come, and the bar says ${share}`);
		const [done, total] = said.match(/[\d.]+/g).map(Number);
		assert.ok(Math.abs(done / total - share) < 0.02, `the figures say the same: ${said}`);
		rest();
		await game.playing();
		game.clean();
	});
});

test("when the network fails the page says so, and trying again works", async () => {
	let network = "cut";
	await throughProxy((request, response) => {
		if (!isProgram(request) || network === "fine") {
			return false;
		}
		if (network === "cut") {
			response.destroy();
		} else {
			response.writeHead(503).end();
		}
		return true;
	}, async (game) => {
		const part = await problem(game, "fetch");
		await canBeRead(game, "The game could not be fetched", "Check that this device is online", "The Call");
		network = "out of order";
		await (await part.$("button")).click();
		await game.until(() => document.querySelector("[data-problem=fetch]:not([hidden]) pre")?.textContent.includes("503"));
		network = "fine";
		await (await part.$("button")).click();
		await game.playing();
		game.expect(/Failed to load resource/);
		game.clean();
	});
});

test("a program that is cut off on the way is fetched again", async () => {
	let tries = 0;
	await throughProxy(async (request, response) => {
		if (!isProgram(request) || ++tries > 1) {
			return false;
		}
		const program = Buffer.from(await (await fetch(new URL(request.url, site.url), { headers: { "accept-encoding": "identity" } })).arrayBuffer());
		response.writeHead(200, { "content-type": "application/wasm" });
		response.end(program.subarray(0, program.length / 3));
		return true;
	}, async (game) => {
		const part = await problem(game, "fetch");
		await (await part.$("button")).click();
		await game.playing();
		game.clean();
	});
});

for (const script of ["head", "boot"]) {
	test(`where ${script}.js doesn't come the page says after a while how to go on`, async () => {
		await throughProxy((request, response) => {
			if (!request.url.includes(`/${script}.`)) {
				return false;
			}
			response.destroy();
			return true;
		}, async (game) => {
			const seen = () => game.page.$eval(".late", (e) => getComputedStyle(e).visibility === "visible" && e.offsetHeight > 0);
			assert.equal(await seen(), false, "not at once");
			await game.page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
			assert.equal(await seen(), true);
			assert.equal(await game.page.$eval(".late a", (e) => e.getAttribute("href")), "", "a link to the same page");
			game.expect(/not loaded|console says|uncaught/);
			game.clean();
		});
	});
}

test("the game works from a host that sends another type", async () => {
	await throughProxy(undefined, async (game) => {
		await game.playing();
		game.clean();
	}, {
		change: (request, headers) => {
			if (isProgram(request)) {
				headers["content-type"] = "application/octet-stream";
			}
		},
	});
});

test("the site works below any path", async () => {
	await throughProxy(undefined, async (game) => {
		await game.playing();
		game.clean();
	}, { prefix: "/school/class%207b/" });
});

test("without WebAssembly the page says what to do", async () => {
	const game = await browser.open(site.url, {
		before: (page) => page.evaluateOnNewDocument(() => { delete globalThis.WebAssembly; }),
	});
	await problem(game, "wasm");
	await canBeRead(game, "needs WebAssembly", "ask whoever looks after it");
	assert.ok(!game.requests.some((url) => url.endsWith(".wasm")), "the program isn't fetched");
	game.clean();
	await game.page.close();
});

const withoutWebGL = (page) => page.evaluateOnNewDocument(() => {
	const getContext = HTMLCanvasElement.prototype.getContext;
	HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
		return kind === "webgl2" ? null : getContext.call(this, kind, ...rest);
	};
});

test("without WebGL 2 the plain page is shown by itself", async () => {
	const game = await browser.open(`${site.url}?length=quick`, { size: coarse(SIZES.laptop), before: withoutWebGL });
	await game.waitForState("playing");
	await canBeRead(game, "can’t draw the game");
	await (await game.named("button", "Begin")).click();
	await game.waitForScreen("screen.b1");
	for (const node of ["verdict.prank", "certainty.1"]) {
		const label = `label:has([data-node="${node}"])`;
		await game.page.$eval(label, (e) => e.scrollIntoView({ block: "center" })); // out from under the bar
		await game.page.click(label);
	}
	await game.until(() => document.querySelector(`[data-node="submit"]`).getAttribute("aria-disabled") !== "true");
	await game.page.click(`[data-node="submit"]`);
	await game.waitFor("next");
	await game.page.evaluate(() => localStorage.clear());
	game.clean();
	await game.page.close();
});

test("without scripts the page can be read and says how to play", async () => {
	const game = await browser.open(site.url, { before: (page) => page.setJavaScriptEnabled(false) });
	await canBeRead(game, "The Call", "Before you start", "switch on JavaScript", "do it on paper");
	await game.page.close();
});

test("when the program crashes the page says so and offers to reload", async () => {
	const game = await browser.open(site.url);
	await game.playing();
	// What the browser does when the program traps.
	await game.page.evaluate(() => {
		localStorage.setItem("hold-the-line:session.the-call.lesson.practice", "kept");
		window.dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") }));
	});
	await problem(game, "crash");
	const text = await game.words(".bar");
	assert.match(text, /has stopped/);
	assert.match(text, /is saved on this device/);
	assert.doesNotMatch(text, /Nothing could be saved/);
	assert.equal(await game.page.$eval("canvas", (e) => getComputedStyle(e).visibility), "hidden");
	await Promise.all([game.page.waitForNavigation(), game.page.click("[data-problem=crash] button")]);
	await game.playing();
	assert.equal(await game.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("hold-the-line:")).length > 0), true);
	await game.page.evaluate(() => localStorage.clear());
	game.expect(/Go program has already exited/); // the listeners it left behind
	game.clean();
	await game.page.close();
});

test("there is no request to another site and no cookie", async () => {
	const game = await browser.open(site.url);
	await game.playing();
	assert.deepEqual(await browser.browser.cookies(), []);
	const origin = new URL(site.url).origin;
	assert.ok(game.requests.length >= 4, "the page, its style, its script and the program were asked for");
	assert.deepEqual(game.requests.filter((url) => !url.startsWith(origin)), []);
	game.clean();
	await game.page.close();
});

test("what Ebitengine does to the page is undone", async () => {
	const game = await browser.open(site.url, { size: { ...SIZES.laptop, deviceScaleFactor: 1 } });
	await game.playing();
	const canvas = () => game.page.$eval("canvas", (e) => ({
		tabindex: e.getAttribute("tabindex"), hidden: e.getAttribute("aria-hidden"),
		width: e.width, height: e.height,
	}));
	assert.deepEqual(await canvas(), { tabindex: null, hidden: "true", width: 1366, height: 768 });
	assert.equal(await game.page.$$eval("meta[name=viewport]", (all) => all.length), 1);
	assert.notEqual(await game.page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(0, 0, 0)");

	// Another monitor, or the browser's zoom: sharp again without a reload.
	await game.page.setViewport({ width: 800, height: 600, deviceScaleFactor: 2 });
	await game.until(() => document.querySelector("canvas").width === 1600 && document.querySelector("canvas").height === 1200);
	await game.settled();
	game.clean();
	await game.page.close();
});

test("the program rests while nothing happens and wakes for the mouse", async () => {
	const game = await browser.open(site.url, {
		before: (page) => page.evaluateOnNewDocument(() => {
			window.drawn = new Set(); // the numbers of the frames in which something was drawn
			for (const name of ["drawElements", "drawArrays", "clear"]) {
				const draw = WebGL2RenderingContext.prototype[name];
				WebGL2RenderingContext.prototype[name] = function (...how) {
					window.drawn.add(window.toolkitHost.stats.frames);
					return draw.apply(this, how);
				};
			}
		}),
	});
	await game.playing();
	await game.page.bringToFront(); // the tab before it may only now be closing, and hand on the focus
	await game.until(() => window.toolkitHost.stats.wakes.program > 0); // it knows whether the server has classes
	await game.settled();
	const counts = () => game.page.evaluate(() => ({ frames: window.toolkitHost.stats.frames, drawn: window.drawn.size }));
	const before = await counts();
	assert.ok(before.drawn > 0, "the game has been drawn");
	await game.frames(60);
	assert.deepEqual(await counts(), before, "no frame of its own in a second of the browser's");
	await game.page.mouse.move(2, 2); // where nothing is
	await game.until((n) => window.toolkitHost.stats.frames > n, before.frames);
	await game.settled();
	assert.equal((await counts()).drawn, before.drawn, "and draws nothing if nothing has changed");
	await game.key("Tab");
	const after = await counts();
	assert.ok(after.frames - before.frames > 4, "frames come after a key, in case it leads to more");
	assert.equal(after.drawn, before.drawn + 1, "and one of them draws what it has changed");
	game.clean();
	await game.page.close();
});
