// A minimal WebDriver client for WebKit, which puppeteer can't drive: a page with
// the methods of puppeteer's that the tests use. https://www.w3.org/TR/webdriver2/
import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { writeFileSync } from "node:fs";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { PATIENCE } from "./own.mjs";

const MOMENT = 15; // ms between two polls

// WebDriver's key values by puppeteer's names.
const KEYS = {
	Space: " ", Tab: "\uE004", Enter: "\uE007", Shift: "\uE008", Control: "\uE009", Escape: "\uE00C",
	PageUp: "\uE00E", PageDown: "\uE00F", End: "\uE010", Home: "\uE011",
	ArrowLeft: "\uE012", ArrowUp: "\uE013", ArrowRight: "\uE014", ArrowDown: "\uE015",
};

// The driver has to be told a port, and another program may take it first. A random
// loopback address keeps two test runs from sharing a driver and its browser.
const ownAddress = () => `127.${randomInt(1, 255)}.${randomInt(1, 255)}.${randomInt(1, 255)}`;

const freePort = (host) => new Promise((resolve, reject) => {
	const server = net.createServer().once("error", reject).listen(0, host, () => {
		const { port } = server.address();
		server.close(() => resolve(port));
	});
});

// A Session is a browser with one tab, driven by a driver of its own.
export class Session {
	// start starts a driver, and with it a browser.
	static async start(driver, capabilities, env) {
		const host = ownAddress();
		const port = await freePort(host);
		const program = spawn(driver, [`--host=${host}`, `--port=${port}`], { env, stdio: ["ignore", "inherit", "inherit"] });
		const ended = new Promise((resolve) => program.once("close", resolve));
		program.once("error", () => {}); // close follows
		const session = new Session(`http://${host}:${port}`, async () => {
			program.kill("SIGTERM");
			await ended;
		});
		try {
			const { sessionId } = await session.begin({ capabilities: { alwaysMatch: capabilities } });
			session.path = `/session/${sessionId}`;
			await session.send("POST", "/timeouts", { script: PATIENCE, pageLoad: PATIENCE });
			return session;
		} catch (error) {
			await session.stop();
			throw error;
		}
	}

	constructor(url, stop) {
		this.url = url;
		this.stop = stop;
		this.path = "";
	}

	async begin(body) {
		for (const until = Date.now() + PATIENCE; ; await sleep(50)) {
			try {
				return await this.send("POST", "/session", body);
			} catch (error) {
				// Nobody listens yet.
				if (error.cause?.code !== "ECONNREFUSED" || Date.now() > until) {
					throw error;
				}
			}
		}
	}

	async send(method, command, body) {
		const response = await fetch(this.url + this.path + command, { method, body: body && JSON.stringify(body) });
		const { value } = await response.json();
		if (!response.ok) {
			throw new Error(`WebDriver, ${method} ${command}: ${value.error}: ${value.message}`);
		}
		return value;
	}

	async close() {
		try {
			await this.send("DELETE", "");
		} finally {
			await this.stop();
		}
	}
}

// A Page is the session's tab, as puppeteer has pages.
export class Page {
	constructor(session) {
		this.session = session;
		this.patience = PATIENCE;
		this.at = { x: 0, y: 0 };
		this.mouse = {
			move: (x, y, { steps = 1 } = {}) => {
				const from = this.at;
				this.at = { x, y };
				return this.pointer(...Array.from({ length: steps }, (_, n) => ({
					type: "pointerMove", duration: 0,
					x: Math.round(from.x + (x - from.x) * (n + 1) / steps),
					y: Math.round(from.y + (y - from.y) * (n + 1) / steps),
				})));
			},
			down: () => this.pointer({ type: "pointerDown", button: 0 }),
			up: () => this.pointer({ type: "pointerUp", button: 0 }),
			click: async (x, y, { delay = 0 } = {}) => {
				await this.mouse.move(x, y);
				await this.mouse.down();
				await sleep(delay);
				await this.mouse.up();
			},
		};
		this.keyboard = {
			down: (key) => this.act({ type: "key", id: "keyboard", actions: [{ type: "keyDown", value: KEYS[key] ?? key }] }),
			up: (key) => this.act({ type: "key", id: "keyboard", actions: [{ type: "keyUp", value: KEYS[key] ?? key }] }),
			press: async (key) => {
				await this.keyboard.down(key);
				await this.keyboard.up(key);
			},
		};
	}

	act(...actions) {
		return this.session.send("POST", "/actions", { actions });
	}

	pointer(...actions) {
		return this.act({ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions });
	}

	on() {} // WebDriver sends no events: watch.mjs records faults

	setDefaultTimeout(ms) {
		this.patience = ms;
	}

	// setViewport gives the page, not the window, this size.
	async setViewport({ width, height }) {
		await this.session.send("POST", "/window/rect", { width, height });
		const inner = await this.evaluate(() => [innerWidth, innerHeight]);
		await this.session.send("POST", "/window/rect", { width: 2 * width - inner[0], height: 2 * height - inner[1] });
		await this.waitForFunction((w, h) => innerWidth === w && innerHeight === h, {}, width, height);
	}

	goto(url) {
		return this.session.send("POST", "/url", { url });
	}

	reload() {
		return this.session.send("POST", "/refresh", {});
	}

	title() {
		return this.session.send("GET", "/title");
	}

	url() {
		return this.session.send("GET", "/url");
	}

	// evaluate runs a function in the page; it may be asynchronous.
	async evaluate(f, ...args) {
		const { value, error } = await this.session.send("POST", "/execute/async", {
			script: `
				const given = [...arguments];
				const done = given.pop();
				(async () => (${f}).apply(null, given))().then((value) => done({ value }), (error) => done({ error: String(error) }));`,
			args,
		});
		if (error) {
			throw new Error(`in the page: ${error}`);
		}
		return value;
	}

	$eval(selector, f) {
		return this.evaluate(`(selector) => (${f})(document.querySelector(selector))`, selector);
	}

	async waitForFunction(f, _options, ...args) {
		for (const until = Date.now() + this.patience; !await this.evaluate(f, ...args); await sleep(MOMENT)) {
			if (Date.now() > until) {
				throw new Error(`timed out waiting for ${f}`);
			}
		}
	}

	// screenshot resolves to a PNG in base64, and writes it to path if given.
	async screenshot({ path }) {
		const png = await this.session.send("GET", "/screenshot");
		if (path) {
			writeFileSync(path, Buffer.from(png, "base64"));
		}
		return png;
	}

	async close() {} // its session is closed instead
}
