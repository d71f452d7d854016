// The project's own programs that the tests run. run.mjs builds them once for all
// files; a file that runs by itself builds what it needs.
import { execFileSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { temporary } from "./own.mjs";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");

const PACKAGES = { serve: "./web/cmd/serve", case: "./quiz/cmd/case" };

// The variable that names the folder with the programs already built.
const BUILT = "HOLD_THE_LINE_PROGRAMS";

const fileOf = (folder, name) => path.join(folder, process.platform === "win32" ? `${name}.exe` : name);

const built = new Map();

// program is the file of the program with a name, built when it is first needed.
export function program(name) {
	if (process.env[BUILT]) {
		return fileOf(process.env[BUILT], name);
	}
	if (!built.has(name)) {
		const file = fileOf(temporary().folder, name);
		execFileSync("go", ["build", "-o", file, PACKAGES[name]], { cwd: ROOT });
		built.set(name, file);
	}
	return built.get(name);
}

// buildPrograms builds them all into a folder, and returns the variables by which
// other processes find them there.
export function buildPrograms(folder) {
	execFileSync("go", ["build", "-o", `${folder}${path.sep}`, ...Object.values(PACKAGES)], { cwd: ROOT });
	return { [BUILT]: folder };
}
