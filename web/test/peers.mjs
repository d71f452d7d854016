// Builds the programs that the game is compared with, and measures download sizes.
import { execFile } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";
import { ROOT } from "./site.mjs";

const run = promisify(execFile);
const HERE = path.join(ROOT, "web", "test", "peers");

// The flags that every peer is built with, as in the engine's documentation.
export const PEER_FLAGS = ["-trimpath", "-ldflags=-s -w"];

export const PEERS = {
	empty: "./empty",
	hello: "./hello",
	ui: "github.com/hajimehoshi/ebiten/v2/examples/ui",
};

// buildPeer builds a peer with its page into a folder.
export async function buildPeer(name, folder) {
	mkdirSync(folder, { recursive: true });
	await run("go", ["build", "-buildvcs=false", ...PEER_FLAGS, "-o", path.join(folder, "main.wasm"), PEERS[name]], {
		cwd: HERE, env: { ...process.env, GOOS: "js", GOARCH: "wasm", GOFLAGS: "", CGO_ENABLED: "0" },
	});
	const { stdout } = await run("go", ["env", "GOROOT"]);
	copyFileSync(path.join(stdout.trim(), "lib", "wasm", "wasm_exec.js"), path.join(folder, "wasm_exec.js"));
	copyFileSync(path.join(HERE, "page.html"), path.join(folder, "index.html"));
	copyFileSync(path.join(HERE, "page.js"), path.join(folder, "page.js"));
}

export const PEER_FILES = ["index.html", "page.js", "wasm_exec.js", "main.wasm"];

const WINDOW = 24; // the largest that every browser takes, as a power of two

// pack compresses bytes with gzip and brotli.
export async function pack(bytes, quality) {
	const [gzip, brotli] = await Promise.all([
		promisify(zlib.gzip)(bytes, { level: 9 }),
		promisify(zlib.brotliCompress)(bytes, {
			params: {
				[zlib.constants.BROTLI_PARAM_QUALITY]: quality,
				[zlib.constants.BROTLI_PARAM_LGWIN]: WINDOW,
				[zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
			},
		}),
	]);
	return { gzip, brotli };
}

// weigh adds up the sizes of files: as they are, with gzip -9, and with brotli. With
// keep, compressed copies are written beside them for the server, and reused from
// there while the file is the same.
export async function weigh(folder, names, { quality = 11, keep = false } = {}) {
	const sum = { raw: 0, gzip: 0, brotli: 0 };
	for (const name of names) {
		const file = path.join(folder, name);
		const bytes = readFileSync(file);
		const packed = (keep && reuse(file, bytes)) || await pack(bytes, quality);
		if (keep) {
			writeFileSync(`${file}.gz`, packed.gzip);
			writeFileSync(`${file}.br`, packed.brotli);
		}
		sum.raw += bytes.length;
		sum.gzip += packed.gzip.length;
		sum.brotli += packed.brotli.length;
	}
	return sum;
}

function reuse(file, bytes) {
	if (!existsSync(`${file}.gz`) || !existsSync(`${file}.br`)) {
		return null;
	}
	const gzip = readFileSync(`${file}.gz`);
	return zlib.gunzipSync(gzip).equals(bytes) ? { gzip, brotli: readFileSync(`${file}.br`) } : null;
}
