// What a browser leaves on a disk, and how long anything is waited for.
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

// PATIENCE is the one limit of all waits, in ms. A wait ends with its condition;
// the limit is only for what never comes, so it may be long: this runs on slow
// and busy machines too.
export const PATIENCE = 120_000;

const left = new Set(); // folders that are to be removed

// temporary makes a folder with a function that removes it. At the latest it is
// removed when this program ends.
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

// home is the environment of a program that keeps all its things in a folder:
// settings, caches, temporary files, whatever it calls its profile.
export const home = (folder) => ({
	...process.env, HOME: folder, TMPDIR: folder,
	XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder, XDG_CONFIG_HOME: folder, XDG_STATE_HOME: folder, XDG_RUNTIME_DIR: folder,
});
