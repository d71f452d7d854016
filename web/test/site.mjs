// Serves the built site on a free port of this machine with the project's own
// server and, for some tests, a proxy before it that injects faults.
import { execFile, spawn } from "node:child_process";
import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { temporary } from "./own.mjs";
import { program, ROOT } from "./programs.mjs";

export { ROOT };

// The folder of the site under test.
export const SITE = path.resolve(process.env.SITE ?? path.join(ROOT, "build", "play"));

if (!existsSync(path.join(SITE, "index.html"))) {
	throw new Error(`there is no site in ${SITE}: run make build/play first, or name another with SITE=`);
}

// serveSite starts the project's server on the site, or on another folder, and
// resolves to its address and a function that stops it. More flags and a port
// may be given.
export async function serveSite(folder = SITE, flags = [], port = 0) {
	const server = spawn(program("serve"), ["-addr", `127.0.0.1:${port}`, "-dir", folder, "-open=false", ...flags], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	const ended = new Promise((resolve) => server.once("exit", resolve));
	const stop = async () => {
		server.kill("SIGTERM");
		await ended;
	};
	for await (const line of createInterface({ input: server.stdout })) {
		const found = line.match(/http:\/\/\S+/);
		if (found) {
			server.stdout.resume();
			return { url: found[0], stop };
		}
	}
	throw new Error("the server ended before it named its address");
}

// buildSite builds another site: from a copy of the sources, with each file named in
// changes passed through its function, or with flags of the site command. It resolves
// to the site's folder, which is there until the tests end.
export async function buildSite({ changes = {}, flags = [] } = {}) {
	const work = temporary().folder;
	let root = ROOT;
	if (Object.keys(changes).length > 0) {
		root = path.join(work, "root");
		for (const part of ["go.mod", "go.sum", "assets", "game", "quiz", "web/author", "web/class", "web/codemirror", "web/jsqr", "web/page", "web/cmd/site/testdata"]) {
			cpSync(path.join(ROOT, part), path.join(root, part), { recursive: true });
		}
		for (const [name, change] of Object.entries(changes)) {
			const before = readFileSync(path.join(root, name), "utf8");
			const after = change(before);
			if (after === before) {
				throw new Error(`the test's change changes nothing in ${name}`);
			}
			writeFileSync(path.join(root, name), after);
		}
	}
	const folder = path.join(work, "dist");
	cpSync(SITE, folder, { recursive: true }); // what is the same needn't be compressed again
	await promisify(execFile)("go", ["run", "./web/cmd/site", "-quick", "-root", root, "-out", folder, ...flags], { cwd: ROOT });
	return folder;
}

// A Publisher publishes one site after another in the same folder, as a host does.
export class Publisher {
	constructor() {
		this.work = temporary();
		this.folder = path.join(this.work.folder, "dist");
	}

	publish(site) {
		const fresh = path.join(this.work.folder, "fresh");
		cpSync(site, fresh, { recursive: true });
		rmSync(this.folder, { recursive: true, force: true });
		renameSync(fresh, this.folder);
	}

	remove() {
		this.work.remove();
	}
}

// bodyOf is the text that a request brings, or undefined if it was broken off: a page
// that is being closed may still have been sending.
export async function bodyOf(request) {
	try {
		return await text(request);
	} catch {
		return undefined;
	}
}

// startProxy starts a proxy that forwards requests below prefix to url, except
// where intercept(request, response) returns true: that answers itself. change may
// edit the headers of a response.
export async function startProxy(url, { prefix = "/", intercept = () => false, change = () => {} } = {}) {
	const open = new Set();
	const server = http.createServer(async (request, response) => {
		if (!request.url.startsWith(prefix)) {
			response.writeHead(404).end();
			return;
		}
		if (await intercept(request, response)) {
			return;
		}
		const target = new URL(request.url.slice(prefix.length), url);
		const onward = http.request(target, { method: request.method, headers: { ...request.headers, host: target.host } }, (answer) => {
			const headers = { ...answer.headers };
			change(request, headers);
			response.writeHead(answer.statusCode, headers);
			answer.pipe(response);
		});
		onward.on("error", () => response.destroy());
		request.pipe(onward);
	});
	server.on("connection", (socket) => {
		open.add(socket);
		socket.on("close", () => open.delete(socket));
	});
	await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
	return {
		url: `http://127.0.0.1:${server.address().port}${prefix}`,
		stop: () => new Promise((resolve) => {
			server.close(resolve);
			open.forEach((socket) => socket.destroy());
		}),
	};
}
