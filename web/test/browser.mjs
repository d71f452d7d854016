// Opens the game in a browser and does there what a person does: finds things by
// what they are called, clicks and taps on the picture, presses keys, looks.
// The browser is Chromium; engines.mjs has others.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import puppeteer from "puppeteer-core";

const CHROMIUM = process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);

// Software drawing, and none of the traffic a browser makes on its own.
const FLAGS = [
	"--no-sandbox", "--disable-gpu", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
	"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
	"--disable-default-apps", "--disable-extensions", "--mute-audio", "--hide-scrollbars",
];

export const SIZES = {
	small: { width: 320, height: 640, deviceScaleFactor: 1, isMobile: true, hasTouch: true },
	phone: { width: 390, height: 844, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
	laptop: { width: 1366, height: 768 },
	large: { width: 1920, height: 1080 },
};

const MOMENT = 40; // ms
export const PATIENCE = 60_000; // ms; this runs on slow machines too

// A Browser has a profile of its own, thrown away with it unless it is to be kept
// for the next one.
export class Browser {
	static async launch({ flags = [], profile = mkdtempSync(path.join(os.tmpdir(), "hold-the-line-")) } = {}) {
		if (!CHROMIUM) {
			throw new Error("no Chromium is installed: run web/test/install.sh, or name one with CHROMIUM=");
		}
		const browser = await puppeteer.launch({
			executablePath: CHROMIUM, headless: true, userDataDir: profile,
			args: [...FLAGS, ...flags], timeout: PATIENCE, protocolTimeout: 2 * PATIENCE,
		});
		return new Browser(browser, profile);
	}

	constructor(browser, profile = "") {
		this.browser = browser;
		this.profile = profile;
	}

	// open opens an address in a new tab and doesn't wait for the program. Faults
	// are those that somebody else sees.
	async open(url, { size = SIZES.laptop, before = async () => {}, faults = [] } = {}) {
		const page = await this.browser.newPage();
		await page.setViewport({ deviceScaleFactor: 1, ...size });
		page.setDefaultTimeout(PATIENCE);
		const game = new Game(page, new URL(url).origin, faults);
		await before(page);
		await page.goto(url, { waitUntil: "domcontentloaded" });
		return game;
	}

	async close({ keepProfile = false } = {}) {
		await this.browser.close();
		if (this.profile && !keepProfile) {
			rmSync(this.profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
		}
	}
}

// A Game is one tab with the game in it. It notes everything that should not
// have happened; clean() asserts that nothing has.
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
	}

	// expect takes out the faults that a test means to provoke.
	expect(pattern) {
		const others = this.faults.filter((fault) => !pattern.test(fault));
		this.faults.splice(0, Infinity, ...others); // whoever adds to them goes on doing so
	}

	clean() {
		assert.deepEqual(this.faults, [], "nothing went wrong on the way");
	}

	// ---- waiting ----

	state() {
		return this.page.evaluate(() => document.documentElement.dataset.state);
	}

	// until waits for a condition on the page. It looks by the clock, since the
	// page's frames are the program's to grant.
	until(condition, ...args) {
		return this.page.waitForFunction(condition, { polling: 15 }, ...args);
	}

	waitForState(state) {
		return this.until((s) => document.documentElement.dataset.state === s, state);
	}

	// playing waits until the program has drawn its first frame.
	async playing() {
		await this.waitForState("playing");
		await this.settled();
	}

	screen() {
		return this.page.evaluate(() => document.getElementById("mirror").dataset.screen);
	}

	waitForScreen(screen) {
		return this.until((s) => document.getElementById("mirror").dataset.screen === s, screen);
	}

	// settled waits until the program has nothing more to do: it rests, and still
	// does a moment later, when what the page tells afterwards has arrived.
	async settled() {
		await this.until((moment) => {
			const now = performance.now();
			// The plain page draws no frames that one could wait for.
			const plain = document.getElementById("mirror").dataset.view === "plain";
			if (!plain && !window.holdTheLine.resting()) {
				window.restingSince = now;
			}
			window.restingSince ??= now;
			return now - window.restingSince > moment;
		}, MOMENT);
		await this.page.evaluate(() => {
			delete window.restingSince;
			window.holdTheLine.mirror?.letGo?.(); // nobody here takes a moment to hear
		});
	}

	// ---- finding ----

	has(node) {
		return this.page.evaluate((id) => document.querySelector(`#mirror [data-node="${CSS.escape(id)}"]`) !== null, node);
	}

	waitFor(node) {
		return this.until((id) => document.querySelector(`#mirror [data-node="${CSS.escape(id)}"]`) !== null, node);
	}

	// nodes lists the nodes that there are, with what they are and how they stand.
	nodes(selector = "[data-node]") {
		return this.page.evaluate((s) => [...document.querySelectorAll(`#mirror ${s}`)].map((e) => ({
			node: e.dataset.node, value: e.dataset.value ?? "", tag: e.localName, type: e.type ?? "", text: (e.labels?.[0] ?? e).textContent,
			checked: e.checked === true, disabled: e.disabled === true || e.getAttribute("aria-disabled") === "true",
			inert: e.closest("[inert]") !== null,
		})), selector);
	}

	// named finds one element by its role and name in the browser's own
	// accessibility tree: what a screen reader would find.
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

	announced() {
		return this.page.$eval("#mirror [aria-live]", (e) => e.textContent.trimEnd());
	}

	// ---- doing ----

	// box is where a node's middle lies on the screen, and whether all of it can
	// be seen: not cut off by what scrolls around it.
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
	// tells where its middle lies.
	async place(node) {
		let box = await this.box(node);
		if (!box.seen) {
			await this.focus(node);
			box = await this.box(node);
		}
		return box;
	}

	// focus moves the focus there. Over the canvas it is the game that scrolls.
	async focus(node) {
		await this.page.evaluate((id) => {
			const mirror = document.getElementById("mirror");
			mirror.querySelector(`[data-node="${CSS.escape(id)}"]`).focus({ preventScroll: mirror.dataset.view === "canvas" });
		}, node);
		await this.settled();
	}

	// click clicks on the picture, where the node is painted.
	async click(node) {
		const { x, y } = await this.place(node);
		await this.page.mouse.click(x, y, { delay: 20 });
		await this.settled();
	}

	// drag takes one card with the mouse to where another lies and holds it there.
	// Going down it goes a little further, so that it comes to lie behind.
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
		await this.focus(node);
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

	shot(path) {
		return this.page.screenshot({ path });
	}
}
