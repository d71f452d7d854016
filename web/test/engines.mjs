// The other browsers that the game is tested in, with a virtual display each.
// They are what Debian ships: nothing is skipped where one is missing.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import puppeteer from "puppeteer-core";
import { Browser, PATIENCE } from "./browser.mjs";
import { openDisplay } from "./display.mjs";
import { Page, Session } from "./webdriver.mjs";

// installed finds a program; the environment may name another.
function installed(name, variable, places) {
	const program = process.env[variable] ?? places.find(existsSync);
	if (!program) {
		throw new Error(`no ${name} is installed: run web/test/install.sh, or name one with ${variable}=`);
	}
	return program;
}

// onDisplay hands launch an environment with a display. The browser that comes
// of it takes the display with it when it closes.
async function onDisplay(launch) {
	const display = await openDisplay();
	try {
		// Without a session bus: on a desktop's machine it would start services that
		// mount folders of their own where the browser keeps its things.
		const browser = await launch({
			...process.env, DISPLAY: display.name, WAYLAND_DISPLAY: "", DBUS_SESSION_BUS_ADDRESS: "disabled:",
		});
		const close = browser.close.bind(browser);
		browser.close = async () => {
			try {
				await close();
			} finally {
				await display.stop();
			}
		};
		return browser;
	} catch (error) {
		await display.stop();
		throw error;
	}
}

// launchFirefox starts Firefox, driven by WebDriver BiDi. Headless it has no
// WebGL 2; on a display it draws in software.
export async function launchFirefox({ headless = false, preferences = {} } = {}) {
	const executablePath = installed("Firefox", "FIREFOX", ["/usr/bin/firefox-esr", "/usr/bin/firefox"]);
	const launch = async (env) => new Browser(await puppeteer.launch({
		browser: "firefox", executablePath, headless, env,
		extraPrefsFirefox: { "webgl.force-enabled": !headless, ...preferences },
		timeout: PATIENCE, protocolTimeout: 2 * PATIENCE,
	}));
	if (headless) {
		const { DISPLAY, WAYLAND_DISPLAY, ...env } = process.env;
		return launch(env);
	}
	return onDisplay(launch);
}

// launchWebKit starts the small browser that WebKitGTK brings along.
export async function launchWebKit() {
	const driver = installed("WebKit with its WebDriver", "WEBKIT_DRIVER", ["/usr/bin/WebKitWebDriver"]);
	return onDisplay(async (env) => {
		const home = mkdtempSync(path.join(os.tmpdir(), "hold-the-line-"));
		const session = await Session.start(driver, {}, {
			...env, XDG_DATA_HOME: home, XDG_CACHE_HOME: home, XDG_CONFIG_HOME: home,
			LIBGL_ALWAYS_SOFTWARE: "1", MESA_SHADER_CACHE_DISABLE: "true",
			WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", // as --no-sandbox: only our own page is opened
		});
		return new Browser({ newPage: async () => new Page(session), close: () => session.close() }, home);
	});
}
