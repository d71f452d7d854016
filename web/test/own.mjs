// Temporary folders for browsers, and the timeout of all waits.
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

// PATIENCE is the timeout of all waits, in ms. A wait ends when its condition is met;
// the timeout is only for one that never is, so it is long enough for a slow and
// busy machine.
export const PATIENCE = 120_000;

const left = new Set(); // functions that remove the folders still there

// temporary makes a folder and a function that removes it. It is removed at the end
// of this program at the latest.
export function temporary() {
	const folder = mkdtempSync(path.join(os.tmpdir(), "hold-the-line-"));
	const remove = () => {
		// A browser that has just ended may still be writing.
		rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
		left.delete(remove);
	};
	left.add(remove);
	return { folder, remove };
}

process.on("exit", () => left.forEach((remove) => remove()));

// home is the environment of a program that keeps all its files in a folder:
// settings, caches, temporary files.
export const home = (folder) => ({
	...process.env, HOME: folder, TMPDIR: folder,
	XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder, XDG_CONFIG_HOME: folder, XDG_STATE_HOME: folder, XDG_RUNTIME_DIR: folder,
});
