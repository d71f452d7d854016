// Runs the browser tests: node run.mjs, optionally with names of test files and
// options of node --test. Processes or files that they leave behind are an error.
//
// Three processes run at a time, since each waits half of its time for frames. Most
// files of Chromium share four, and with each one browser.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { temporary } from "./own.mjs";
import { buildPrograms } from "./programs.mjs";

const HERE = path.dirname(fileURLToPath(import.meta.url));
// Each imports the files that share a browser. Node runs files in the order of their
// names, so these, the longest, come first.
const TOGETHER = ["chromium-audits.mjs", "chromium-games.mjs", "chromium-plain.mjs", "chromium-screens.mjs"];
const AT_ONCE = 3;

const isTest = (name) => name.endsWith(".test.mjs");
const shared = TOGETHER.flatMap((group) => [...readFileSync(path.join(HERE, group), "utf8").matchAll(/^import "\.\/(.+)";$/gm)].map(([, name]) => name));
const options = process.argv.slice(2).filter((argument) => argument.startsWith("--"));
const chosen = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const files = chosen.length > 0 ? chosen : [...TOGETHER, ...readdirSync(HERE).filter((name) => isTest(name) && !shared.includes(name))];

// Everything that the tests start has this folder in its TMPDIR: that identifies it.
const { folder, remove } = temporary();
const programs = temporary();
const built = buildPrograms(programs.folder);

const run = (command, args) => new Promise((resolve) => {
	const program = spawn(command, args, { cwd: HERE, stdio: "inherit", env: { ...process.env, ...built, TMPDIR: folder } });
	for (const signal of ["SIGINT", "SIGTERM"]) {
		process.on(signal, () => program.kill(signal));
	}
	program.once("exit", (code) => resolve(code ?? 1));
});

// leftovers lists the processes that the tests have left running.
function leftovers() {
	const found = [];
	for (const pid of process.platform === "linux" ? readdirSync("/proc").filter((name) => /^\d+$/.test(name)) : []) {
		try {
			if (readFileSync(`/proc/${pid}/environ`, "latin1").split("\0").some((entry) => entry.startsWith("TMPDIR=") && entry.includes(path.basename(folder)))) {
				found.push({ pid: Number(pid), command: readFileSync(`/proc/${pid}/cmdline`, "latin1").replaceAll("\0", " ").trim() });
			}
		} catch {
			// It has ended meanwhile, or is somebody else's.
		}
	}
	return found.filter(({ pid, command }) => pid !== process.pid && command !== "");
}

let code = await run(process.execPath, ["--test", `--test-concurrency=${AT_ONCE}`, "--test-reporter=spec", ...options, ...files]);
// A browser's helpers end a moment after it.
for (const until = Date.now() + 10_000; leftovers().length > 0 && Date.now() < until;) {
	await new Promise((resolve) => { setTimeout(resolve, 100); });
}
for (const { pid, command } of leftovers()) {
	console.error(`left behind: process ${pid}, ${command.slice(0, 200)}`);
	process.kill(pid, "SIGKILL");
	code ||= 1;
}
const kept = readdirSync(folder);
if (kept.length > 0) {
	console.error(`left behind: ${kept.join(", ")}`);
	code ||= 1;
}
remove();
programs.remove();
process.exitCode = code;
