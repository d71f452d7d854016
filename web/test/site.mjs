// Serves the built site on a free port of this machine: with the project's own
// server, and in front of it, where a test needs trouble, with one that makes
// trouble on demand.
import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");

// The folder of the site under test.
export const SITE = path.resolve(process.env.SITE ?? path.join(ROOT, "build", "play"));

const SERVER = path.join(ROOT, "build", process.platform === "win32" ? "serve.exe" : "serve");

if (!existsSync(path.join(SITE, "index.html"))) {
	throw new Error(`there is no site in ${SITE}: run make build/play first, or name another with SITE=`);
}

// serveSite starts the project's server and resolves to its address and a
// function that stops it.
export async function serveSite() {
	await promisify(execFile)("go", ["build", "-o", SERVER, "./web/cmd/serve"], { cwd: ROOT });
	const server = spawn(SERVER, ["-addr", "127.0.0.1:0", "-dir", SITE, "-open=false"], {
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

// troubleBefore starts a server that hands every request on to another one,
// below a path of its own, except where trouble(request, response) returns
// true: then that has answered, or will.
export async function troubleBefore(url, { prefix = "/", trouble = () => false, change = () => {} } = {}) {
	const open = new Set();
	const server = http.createServer(async (request, response) => {
		if (!request.url.startsWith(prefix)) {
			response.writeHead(404).end();
			return;
		}
		if (await trouble(request, response)) {
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
