// Opens the game in a browser and does what a person does there: finds things by
// name, clicks and taps on the picture, presses keys, looks. The browser is
// Chromium; engines.mjs has others.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import puppeteer from "puppeteer-core";
import { hear } from "./hear.mjs";
import { home, PATIENCE, temporary } from "./own.mjs";

export { PATIENCE };

const CHROMIUM = process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);

// The same without tabs, menus and what else is around a page: it takes a quarter less
// time. Where it is missing, Chromium itself does.
const SHELL = process.env.CHROMIUM ?? ["/usr/bin/chromium-headless-shell"].find(existsSync) ?? CHROMIUM;

// Software rendering, and none of a browser's own traffic.
const FLAGS = [
	"--no-sandbox", "--disable-gpu", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
	"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
	"--disable-default-apps", "--disable-extensions", "--mute-audio", "--hide-scrollbars",
];

export const SIZES = {
	small: { width: 320, height: 640, deviceScaleFactor: 1, isMobile: true, hasTouch: true },
	phone: { width: 390, height: 844, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
	window: { width: 1000, height: 600 }, // laid out as on a laptop, with half the pixels to draw in software
	laptop: { width: 1366, height: 768 },
	large: { width: 1920, height: 1080 },
};

// coarse is a size with a sixteenth of the pixels, where nobody looks at the picture.
export const coarse = (size) => ({ ...size, deviceScaleFactor: 0.25 });

// atOnce has a page keep itself at once, not when the browser is idle, which it rarely is
// on a busy machine.
export const atOnce = (page) => page.evaluateOnNewDocument(() => { window.requestIdleCallback = (act) => setTimeout(act); });

// With motion reduced a screen is complete with its first frame.
export const REDUCED_MOTION = { name: "prefers-reduced-motion", value: "reduce" };

// A Browser has its own folder, with its profile and all that it writes. Closing
// the browser removes it.
export class Browser {
	// launch starts Chromium, on request in the place of one that was closed and kept, or
	// whole, where what it does around the page is tested too.
	static async launch({ flags = [], place = temporary(), whole = false } = {}) {
		if (!CHROMIUM) {
			throw new Error("no Chromium is installed: run web/test/install.sh, or name one with CHROMIUM=");
		}
		try {
			return new Browser(await puppeteer.launch({
				executablePath: whole ? CHROMIUM : SHELL, headless: whole ? true : "shell", userDataDir: path.join(place.folder, "profile"), env: home(place.folder),
				args: [...FLAGS, ...flags], timeout: PATIENCE, protocolTimeout: 2 * PATIENCE,
			}), place, (page) => page.emulateMediaFeatures([REDUCED_MOTION]));
		} catch (error) {
			place.remove();
			throw error;
		}
	}

	// reduceMotion reduces a page's motion, where the browser wasn't launched that way.
	constructor(browser, place, reduceMotion = async () => {}) {
		this.browser = browser;
		this.place = place;
		this.reduceMotion = reduceMotion;
	}

	// open opens an address in a new tab and doesn't wait for the program. Others may
	// add to faults. Drawing in software is most of what a test costs, so by default
	// the picture is coarse and nothing moves.
	async open(url, { size = coarse(SIZES.window), motion = false, before = async () => {}, faults = [] } = {}) {
		const page = await this.browser.newPage();
		await page.setViewport({ deviceScaleFactor: 1, ...size });
		if (!motion) {
			await this.reduceMotion(page);
		}
		page.setDefaultTimeout(PATIENCE);
		const game = new Game(page, new URL(url).origin, faults);
		await page.evaluateOnNewDocument?.(hear); // in other browsers watch.mjs does this
		await before(page);
		await page.goto(url, { waitUntil: "domcontentloaded" });
		return game;
	}

	// forget closes all tabs and clears what pages of a site have saved. What the
	// service worker keeps stays: it is the site's own files.
	async forget(url) {
		const [blank, ...tabs] = await this.browser.pages();
		for (const tab of tabs) {
			await tab.close();
		}
		const session = await blank.createCDPSession();
		await session.send("Storage.clearDataForOrigin", { origin: new URL(url).origin, storageTypes: "local_storage" });
		await session.detach();
	}

	async close({ keep = false } = {}) {
		try {
			await this.browser.close();
		} finally {
			if (!keep) {
				this.place.remove();
			}
		}
	}
}

// What runs in the page. A ResizeObserver's first report comes with the browser's
// next frame. requestAnimationFrame won't do: the program controls it. A page that
// isn't visible has no frames.

async function pass(n) {
	const task = () => new Promise((resolve) => { setTimeout(resolve); });
	const frame = () => new Promise((resolve) => {
		new ResizeObserver((_, observer) => {
			observer.disconnect();
			resolve();
		}).observe(document.documentElement);
	});
	for (; n > 0 && document.visibilityState === "visible"; n--) {
		await frame();
		await task();
	}
}

async function settle(patience) {
	const end = performance.now() + patience;
	const task = (ms = 0) => new Promise((resolve) => { setTimeout(resolve, ms); });
	const frame = () => (document.visibilityState !== "visible" ? task() : new Promise((resolve) => {
		new ResizeObserver((_, observer) => {
			observer.disconnect();
			resolve();
		}).observe(document.documentElement);
	}));
	const { toolkitHost } = window;
	if (!toolkitHost) {
		throw new Error("the context is that of a page whose scripts haven't run yet"); // see steadily
	}
	// The plain page draws no frames, so that nothing tells when it rests. The program
	// handles an event at once; what the browser does by itself, such as scrolling at a
	// key, comes with its frames.
	const plain = () => document.getElementById("mirror").dataset.view === "plain";
	const rests = () => plain() || toolkitHost.resting();
	const wakes = () => Object.values(toolkitHost.stats.wakes).reduce((sum, n) => sum + n, 0);
	for (let before = -1; !rests() || wakes() !== before;) {
		while (!rests()) {
			if (performance.now() > end) {
				throw new Error("the program doesn't come to rest");
			}
			await task(5);
		}
		before = wakes();
		await task();
		for (let n = plain() ? 2 : 1; n > 0; n--) {
			await frame();
			await task();
		}
	}
	toolkitHost.mirror?.letGo?.(); // don't wait for a screen reader
}

// A Game is one tab with the game in it. It records faults: what should not have
// happened. clean() asserts that there are none.
export class Game {
	constructor(page, origin, faults = []) {
		this.page = page;
		this.faults = faults;
		this.requests = [];
		page.on("request", (request) => {
			const url = request.url();
			this.requests.push(url);
			if (new URL(url).origin !== origin && !/^(blob|data):/.test(url)) {
				this.faults.push(`a request to another place: ${url}`);
			}
		});
		page.on("console", (message) => {
			if (message.type() === "error") {
				this.faults.push(`the console says: ${message.text()} ${message.location().url ?? ""}`);
			}
		});
		page.on("pageerror", (error) => this.faults.push(`uncaught: ${error.message}`));
		// What changes around a page comes to it with one of its next frames.
		for (const name of ["setViewport", "emulateMediaFeatures", "emulateMediaType"]) {
			const change = page[name]?.bind(page);
			page[name] = async (...to) => {
				await change(...to);
				await this.frames(2);
			};
		}
	}

	// expect removes the faults that a test means to provoke.
	expect(pattern) {
		const others = this.faults.filter((fault) => !pattern.test(fault));
		this.faults.splice(0, Infinity, ...others); // in place: others add to it
	}

	clean() {
		assert.deepEqual(this.faults, [], "nothing went wrong on the way");
	}

	// ---- waiting ----

	state() {
		return this.page.evaluate(() => document.documentElement.dataset.state);
	}

	// until waits for a condition on the page. It polls by a timer, since the program
	// controls the page's frames.
	until(condition, ...args) {
		return this.page.waitForFunction(condition, { polling: 15 }, ...args);
	}

	waitForState(state) {
		return this.until((s) => document.documentElement.dataset.state === s, state);
	}

	// playing waits until the program has drawn its first frame.
	async playing() {
		await this.waitForState("playing");
		await this.page.evaluate(hear); // a page from the service worker comes without watch.mjs
		await this.settled();
	}

	screen() {
		return this.page.evaluate(() => document.getElementById("mirror").dataset.screen);
	}

	waitForScreen(screen) {
		return this.until((s) => document.getElementById("mirror").dataset.screen === s, screen);
	}

	// kept waits until the service worker controls the page and has a file whose name
	// begins like this.
	kept(name) {
		return this.until(async (start) => navigator.serviceWorker.controller?.state === "activated" &&
			(await Promise.all((await caches.keys()).map(async (cache) => (await caches.open(cache)).keys())))
				.flat().some(({ url }) => url.includes(`/${start}`)), name);
	}

	// settled waits until the program has nothing more to do: it rests, and still does
	// after a frame or two of the browser's, with which pending events arrive.
	async settled() {
		await this.steadily(() => this.page.evaluate(settle, PATIENCE));
	}

	// frames waits for frames of the browser's, whether the program draws or not.
	async frames(n) {
		await this.steadily(() => this.page.evaluate(pass, n));
	}

	// steadily does something in the page, and again if the page is reloaded meanwhile.
	async steadily(look) {
		for (const until = Date.now() + PATIENCE; ;) {
			try {
				return await look();
			} catch (error) {
				if (!/context|navigat|detached|destroyed|realm|document unloaded/i.test(error.message) || Date.now() > until) {
					throw error;
				}
				// Deferred scripts run after the page is called interactive.
				await this.until(() => window.toolkitHost !== undefined && document.getElementById("mirror") !== null);
			}
		}
	}

	// ---- finding ----

	has(node) {
		return this.page.evaluate((id) => document.querySelector(`#mirror [data-node="${CSS.escape(id)}"]`) !== null, node);
	}

	waitFor(node) {
		return this.until((id) => document.querySelector(`#mirror [data-node="${CSS.escape(id)}"]`) !== null, node);
	}

	// nodes lists the nodes on the page, with their kind and state.
	nodes(selector = "[data-node]") {
		return this.page.evaluate((s) => [...document.querySelectorAll(`#mirror ${s}`)].map((e) => ({
			node: e.dataset.node, value: e.dataset.value ?? "", tag: e.localName, type: e.type ?? "", text: (e.labels?.[0] ?? e).textContent,
			checked: e.checked === true, disabled: e.disabled === true || e.getAttribute("aria-disabled") === "true",
			inert: e.closest("[inert]") !== null,
		})), selector);
	}

	// named finds one element by its role and name in the browser's accessibility
	// tree: what a screen reader would find.
	async named(role, name) {
		const found = await this.page.$$(`::-p-aria([name="${name}"][role="${role}"])`);
		assert.equal(found.length, 1, `one ${role} “${name}” on the page`);
		return found[0];
	}

	words(selector) {
		return this.page.$eval(selector, (e) => e.innerText);
	}

	focused() {
		return this.page.evaluate(() => document.activeElement?.dataset?.node ?? "");
	}

	// announced is the last announcement since the last call, or "".
	announced() {
		return this.page.evaluate(() => window.said.splice(0).at(-1) ?? "");
	}

	// ---- doing ----

	// box is a node's middle on the screen, and whether its whole height can be seen,
	// not cut off by what scrolls around it.
	box(node) {
		return this.page.evaluate((id) => {
			const element = document.querySelector(`#mirror [data-node="${CSS.escape(id)}"]`);
			const box = element.getBoundingClientRect();
			const within = (outer) => box.top >= outer.top - 1 && box.bottom <= outer.bottom + 1;
			let seen = within({ top: 0, bottom: innerHeight });
			for (let around = element.parentElement; around; around = around.parentElement) {
				seen &&= !around.hasAttribute("data-scroll") || within(around.getBoundingClientRect());
			}
			return { x: box.x + box.width / 2, y: box.y + box.height / 2, seen };
		}, node);
	}

	// place brings a node into view, as moving the focus there by key does, and
	// returns its box.
	async place(node) {
		let box = await this.box(node);
		if (!box.seen) {
			await this.focus(node);
			box = await this.box(node);
		}
		return box;
	}

	// focus moves the focus to a node. Over the canvas it is the game that scrolls, also
	// where the node has the focus and has moved out of view since.
	async focus(node) {
		await this.moveFocus(node);
		await this.settled();
	}

	moveFocus(node) {
		return this.page.evaluate((id) => {
			const mirror = document.getElementById("mirror");
			if (document.activeElement?.dataset?.node === id) {
				document.activeElement.blur();
			}
			mirror.querySelector(`[data-node="${CSS.escape(id)}"]`).focus({ preventScroll: mirror.dataset.view === "canvas" });
		}, node);
	}

	// click clicks on the picture, where the node is painted.
	async click(node) {
		const { x, y } = await this.place(node);
		await this.page.mouse.click(x, y, { delay: 20 });
		await this.settled();
	}

	// drag moves a card with the mouse to where another is and holds it there, a little
	// further on, so that it takes the other's place.
	async drag(node, onto) {
		const from = await this.place(node);
		const to = await this.place(onto);
		const past = to.y > from.y ? 8 : -8;
		await this.page.mouse.move(from.x, from.y);
		await this.page.mouse.down();
		await this.page.mouse.move(to.x, (from.y + to.y) / 2, { steps: 8 });
		await this.page.mouse.move(to.x, to.y + past, { steps: 8 });
	}

	async drop() {
		await this.page.mouse.up();
		await this.settled();
	}

	async tap(node) {
		const { x, y } = await this.place(node);
		await this.page.touchscreen.tap(x, y);
		await this.settled();
	}

	// invoke activates the node as a screen reader does, without pointer or key.
	async invoke(node) {
		await this.page.evaluate((id) => {
			document.querySelector(`#mirror [data-node="${CSS.escape(id)}"]`).click();
		}, node);
		await this.settled();
	}

	// press presses the node as the keyboard does: focus, then a key.
	async press(node, key = "Space") {
		await this.moveFocus(node);
		await this.page.keyboard.press(key);
		await this.settled();
	}

	async key(key) {
		await this.page.keyboard.press(key);
		await this.settled();
	}

	async reload() {
		await this.page.reload({ waitUntil: "domcontentloaded" });
	}

	close() {
		return this.page.close();
	}

	shot(path) {
		return this.page.screenshot({ path });
	}
}
