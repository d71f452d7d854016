// The other browsers that the game is tested in, each with a virtual display, as
// Debian ships them. A missing one is an error: nothing is skipped.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import puppeteer from "puppeteer-core";
import { Browser, PATIENCE } from "./browser.mjs";
import { openDisplay } from "./display.mjs";
import { home, temporary } from "./own.mjs";
import { Page, Session } from "./webdriver.mjs";

// installed finds a program; the environment may name another.
function installed(name, variable, places) {
	const program = process.env[variable] ?? places.find(existsSync);
	if (!program) {
		throw new Error(`no ${name} is installed: run web/test/install.sh, or name one with ${variable}=`);
	}
	return program;
}

// isolated launches a browser with a folder and, unless it is headless, a display of
// its own. Closing the browser ends both.
async function isolated(launch, { headless = false } = {}) {
	const place = temporary();
	let display;
	const end = async () => {
		await display?.stop();
		place.remove();
	};
	try {
		display = headless ? undefined : await openDisplay();
		const browser = await launch({
			...home(place.folder), DISPLAY: display?.name ?? "", WAYLAND_DISPLAY: "",
			// No session bus: on a desktop machine it would start services that mount
			// folders in the browser's own, or open the page in a running browser.
			DBUS_SESSION_BUS_ADDRESS: "disabled:",
		}, place.folder);
		return new Browser({
			newPage: () => browser.newPage(),
			close: async () => {
				try {
					await browser.close();
				} finally {
					await display?.stop();
				}
			},
		}, place);
	} catch (error) {
		await end();
		throw error;
	}
}

// launchFirefox starts Firefox, driven by WebDriver BiDi. Headless it has no
// WebGL 2; on a display it draws in software.
export function launchFirefox({ headless = false, preferences = {} } = {}) {
	const executablePath = installed("Firefox", "FIREFOX", ["/usr/bin/firefox-esr", "/usr/bin/firefox"]);
	return isolated((env, folder) => {
		if (headless) {
			delete env.DISPLAY;
			delete env.WAYLAND_DISPLAY;
		}
		const userDataDir = path.join(folder, "profile");
		mkdirSync(userDataDir);
		return puppeteer.launch({
			browser: "firefox", executablePath, headless, env, userDataDir,
			extraPrefsFirefox: { "webgl.force-enabled": !headless, "ui.prefersReducedMotion": 1, ...preferences },
			timeout: PATIENCE, protocolTimeout: 2 * PATIENCE,
		});
	}, { headless });
}

// launchWebKit starts WebKitGTK's MiniBrowser.
export function launchWebKit() {
	const driver = installed("WebKit with its WebDriver", "WEBKIT_DRIVER", ["/usr/bin/WebKitWebDriver"]);
	return isolated(async (env, folder) => {
		// WebKit takes the preference for reduced motion from GTK.
		mkdirSync(path.join(folder, "gtk-3.0"));
		writeFileSync(path.join(folder, "gtk-3.0", "settings.ini"), "[Settings]\ngtk-enable-animations=false\n");
		const session = await Session.start(driver, {}, {
			...env, LIBGL_ALWAYS_SOFTWARE: "1", MESA_SHADER_CACHE_DISABLE: "true",
			WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", // as --no-sandbox: only our own page is opened
			// Where there is no graphics card it is quicker to paint pages without OpenGL.
			WEBKIT_SKIA_ENABLE_CPU_RENDERING: "1",
			// The last of its three compilers of WebAssembly takes more than it gives in a
			// short test: two tests took 92 s of the processor with it, 62 without.
			JSC_useOMGJIT: "0",
		});
		return { newPage: async () => new Page(session), close: () => session.close() };
	});
}
