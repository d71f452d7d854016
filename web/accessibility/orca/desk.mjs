// A desktop with only Firefox and Orca: with its own display, session bus and home
// folder. It presses keys and collects what Orca says, which
// orca-customizations.py writes down.
import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openDisplay } from "../../test/display.mjs";

const HERE = path.dirname(fileURLToPath(import.meta.url));

const QUIET = 900; // ms of silence after which Orca is done
const ATTENTION = 700; // ms that Orca has to begin
const START = 60_000; // ms until a page is read

// Suppresses what a fresh Firefox asks or shows before the page.
const PREFERENCES = {
	"accessibility.force_disabled": -1, // accessibility on, on any desktop
	"app.update.enabled": false,
	"browser.aboutwelcome.enabled": false,
	"browser.newtab.preload": false,
	"browser.preonboarding.enabled": false,
	"browser.shell.checkDefaultBrowser": false,
	"datareporting.policy.dataSubmissionEnabled": false,
	"datareporting.policy.firstRunURL": "",
	"intl.locale.requested": "en-US",
	"termsofuse.bypassNotification": true,
	"toolkit.telemetry.reportingpolicy.firstRun": false,
	"webgl.force-enabled": true, // drawn in software
};

// A Desk is such a desktop.
export class Desk {
	static async open() {
		const desk = new Desk();
		try {
			await desk.start();
			return desk;
		} catch (error) {
			await desk.close();
			throw error;
		}
	}

	constructor() {
		this.home = mkdtempSync(path.join(os.tmpdir(), "hold-the-line-"));
		this.transcript = path.join(this.home, "transcript");
		this.programs = [];
		this.read = 0; // characters of the transcript
		this.takes = []; // what was pressed, and what was heard then
	}

	async start() {
		this.display = await openDisplay();
		this.env = {
			PATH: process.env.PATH, LANG: "C.UTF-8", HOME: this.home, DISPLAY: this.display.name,
			XDG_RUNTIME_DIR: path.join(this.home, "run"), XDG_DATA_HOME: path.join(this.home, "data"),
			XDG_CONFIG_HOME: path.join(this.home, "config"), XDG_CACHE_HOME: path.join(this.home, "cache"),
			TRANSCRIPT: this.transcript, GNOME_ACCESSIBILITY: "1", GTK_MODULES: "gail:atk-bridge", NO_AT_BRIDGE: "0",
			MOZ_ENABLE_WAYLAND: "0", LIBGL_ALWAYS_SOFTWARE: "1",
		};
		mkdirSync(this.env.XDG_RUNTIME_DIR, { mode: 0o700 });
		const orca = path.join(this.env.XDG_DATA_HOME, "orca");
		mkdirSync(orca, { recursive: true });
		copyFileSync(path.join(HERE, "orca-customizations.py"), path.join(orca, "orca-customizations.py"));
		writeFileSync(this.transcript, "");

		this.env.DBUS_SESSION_BUS_ADDRESS = await this.bus();
		await this.run("gsettings", "set", "org.gnome.desktop.interface", "toolkit-accessibility", "true");
		await this.run("gsettings", "set", "org.gnome.desktop.a11y.applications", "screen-reader-enabled", "true");
		this.launch("/usr/libexec/at-spi-bus-launcher", "--launch-immediately", "--screen-reader=1");
		this.launch("openbox");
		await sleep(1500);
		this.launch("orca", "--replace", ...(process.env.ORCA_LOG ? [`--debug-file=${path.resolve(process.env.ORCA_LOG)}`] : []));
		await this.heard(/Screen reader on/, "that Orca runs");
	}

	// bus starts a session bus and resolves to its address.
	async bus() {
		const daemon = this.launch("dbus-daemon", "--session", "--nofork", "--print-address");
		for await (const chunk of daemon.stdout) {
			daemon.stdout.resume();
			return String(chunk).trim();
		}
		await Promise.race([daemon.ended, sleep(QUIET)]);
		throw this.missing ?? new Error("the session bus didn't start");
	}

	launch(program, ...args) {
		const started = spawn(program, args, { env: this.env, stdio: ["ignore", "pipe", process.env.NOISE ? "inherit" : "ignore"] });
		started.stdout?.resume();
		started.ended = new Promise((resolve) => {
			started.once("exit", resolve);
			started.once("error", (error) => { // said by what waits, so that the desk is closed
				this.missing ??= new Error(`${program}: ${error.message}; README.md says what to install`);
				resolve(null);
			});
		});
		this.programs.push(started);
		return started;
	}

	async run(program, ...args) {
		const code = await this.launch(program, ...args).ended;
		this.programs.pop();
		if (this.missing) {
			throw this.missing;
		}
		if (code !== 0) {
			throw new Error(`${program} ${args.join(" ")} failed with ${code}`);
		}
	}

	// visit opens a page in a new Firefox, and resolves when Orca has said all that it
	// says by itself.
	async visit(url) {
		const profile = path.join(this.home, "profile");
		mkdirSync(profile, { recursive: true });
		writeFileSync(path.join(profile, "user.js"), Object.entries(PREFERENCES).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(""));
		this.begin("The page opens");
		this.launch("firefox-esr", "--profile", profile, "--no-remote", "--new-instance", "--kiosk", url);
		await this.heard(/Finished loading/, "that the page is there");
		return this.listen(6 * QUIET);
	}

	// press presses a key, such as Tab or Shift+h or Insert+a, and resolves to what
	// Orca says then.
	async press(key) {
		await this.listen(0); // what came late belongs to the key before
		this.begin(key);
		const keys = key.split("+").flatMap((name, i, all) => (i < all.length - 1 ? ["keydown", name] : ["key", name]));
		const up = key.split("+").slice(0, -1).flatMap((name) => ["keyup", name]);
		await this.run("xdotool", ...keys, ...up);
		await sleep(ATTENTION);
		return this.listen();
	}

	begin(key) {
		this.takes.push({ key, lines: [], at: Date.now() / 1000 });
	}

	// listen waits until nothing has been said for a while and resolves to all that was
	// said since the last key.
	async listen(quiet = QUIET) {
		const take = this.takes.at(-1);
		for (let silent = 0; ;) {
			const before = take?.lines.length;
			this.hear();
			if (take && take.lines.length !== before) {
				silent = 0;
			}
			if (silent >= quiet) {
				return take?.lines.filter((line) => !line.stop).map((line) => line.words) ?? [];
			}
			await sleep(100);
			silent += 100;
		}
	}

	hear() {
		const all = readFileSync(this.transcript, "utf8");
		const end = all.lastIndexOf("\n") + 1;
		for (const line of all.slice(this.read, end).split("\n").filter(Boolean)) {
			const [at, what, words] = JSON.parse(line);
			this.takes.at(-1)?.lines.push({ at, words, stop: what === "stop" });
		}
		this.read = end;
	}

	async heard(what, why) {
		for (const until = Date.now() + START; Date.now() < until; await sleep(100)) {
			if (what.test(readFileSync(this.transcript, "utf8"))) {
				return;
			}
			if (this.missing) {
				throw this.missing;
			}
		}
		throw new Error(`Orca never said ${why}`);
	}

	async close() {
		for (const program of this.programs.reverse()) {
			program.kill("SIGTERM");
			const late = setTimeout(() => program.kill("SIGKILL"), 5000);
			await program.ended;
			clearTimeout(late);
		}
		await this.display?.stop();
		rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
	}
}
