// A learning platform for tests: it opens a package of the game in a frame, with
// scorm-again as the run-time environment, and keeps what is committed. It serves
// files as such platforms do: nothing compressed, and unknown types as bytes.
import { readFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import zlib from "node:zlib";
import { bodyOf, ROOT } from "./site.mjs";

const PACKAGES = path.resolve(process.env.PACKAGES ?? path.join(ROOT, "build", "scorm"));
const RUN_TIME = path.join(ROOT, "web/test/node_modules/scorm-again/dist/scorm12.js");

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json" };

// unzip reads a package: its files by name, in the order of the archive.
export function unzip(id) {
	const data = readFileSync(path.join(PACKAGES, `scorm-${id}.zip`));
	const end = data.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
	const files = new Map();
	for (let n = data.readUInt16LE(end + 10), at = data.readUInt32LE(end + 16); n > 0; n--) {
		const [method, packed] = [data.readUInt16LE(at + 10), data.readUInt32LE(at + 20)];
		const [name, extra, comment] = [28, 30, 32].map((field) => data.readUInt16LE(at + field));
		const local = data.readUInt32LE(at + 42);
		const start = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
		const body = data.subarray(start, start + packed);
		files.set(data.toString("utf8", at + 46, at + 46 + name), method === 0 ? body : zlib.inflateRawSync(body));
		at += 46 + name + extra + comment;
	}
	return files;
}

// What runs in the page of the platform, before the package is opened. It makes the
// interface and keeps a note of every call. A strict one refuses what SCORM 1.2
// does not allow, which scorm-again mostly lets pass.
function run({ kept, strict, mode, mastery, refuse }) {
	const identifier = /^[A-Za-z0-9_-]{1,255}$/;
	const decimal = /^-?\d{0,3}(\.\d+)?$/;
	const timespan = /^\d{2,4}:\d{2}:\d{2}(\.\d{1,2})?$/;
	const allowed = [
		[/^cmi\.suspend_data$/, /^[\x20-\x7e]{0,4096}$/],
		[/^cmi\.core\.lesson_location$/, /^.{0,255}$/],
		[/^cmi\.core\.lesson_status$/, /^(passed|completed|failed|incomplete|browsed)$/],
		[/^cmi\.core\.exit$/, /^(time-out|suspend|logout|)$/],
		[/^cmi\.core\.score\.(raw|min|max)$/, decimal],
		[/^cmi\.core\.session_time$/, timespan],
		[/^cmi\.interactions\.\d+\.id$/, identifier],
		[/^cmi\.interactions\.\d+\.type$/, /^(true-false|choice|fill-in|matching|performance|sequencing|likert|numeric)$/],
		[/^cmi\.interactions\.\d+\.time$/, /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/],
		[/^cmi\.interactions\.\d+\.weighting$/, decimal],
		[/^cmi\.interactions\.\d+\.student_response$/, /^[^\x00-\x1f]{1,255}$/],
		[/^cmi\.interactions\.\d+\.result$/, /^(correct|wrong|unanticipated|neutral|\d{0,3}(\.\d+)?)$/],
		[/^cmi\.interactions\.\d+\.latency$/, timespan],
	];
	window.refuse = refuse; // names of functions that fail
	window.calls = [];
	const api = new Scorm12API({ autocommit: false, lmsCommitUrl: "/commit", logLevel: 5, strict_errors: strict, mastery_override: false });
	if (kept) {
		api.loadFromJSON(kept.cmi, "cmi");
	}
	if (mode) {
		api.cmi.core.lesson_mode = mode;
	}
	if (mastery) {
		api.cmi.student_data.mastery_score = mastery;
	}
	const real = {};
	window.API = {};
	let error = "0";
	for (const name of ["LMSInitialize", "LMSFinish", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSGetLastError", "LMSGetErrorString", "LMSGetDiagnostic"]) {
		real[name] = api[name].bind(api);
		window.API[name] = (...values) => {
			if (window.refuse.includes("throws")) {
				throw new Error("the platform is out of order");
			}
			if (name === "LMSGetLastError" && error !== "0") {
				return error;
			}
			let fault = "";
			if (name === "LMSSetValue") {
				const rule = allowed.find(([element]) => element.test(values[0]));
				fault = !rule ? "this element isn't known" : rule[1].test(values[1]) ? "" : "SCORM 1.2 does not allow this value";
			}
			error = "0";
			let answer;
			if (window.refuse.includes(name) || (strict && fault)) {
				error = "405";
				answer = "false";
			} else {
				answer = real[name](...values);
			}
			window.calls.push({ name, values, answer: String(answer), fault });
			if (name === "LMSInitialize" || name === "LMSFinish") {
				navigator.sendBeacon(`/${name}`, String(answer));
			}
			return answer;
		};
	}
}

// openPlatform serves a package. What it has kept survives the page, unless it is
// told otherwise.
export async function openPlatform(id, { strict = true, packed = true, mode = "", mastery = "", kept = null, refuse = [], interface: offered = true } = {}) {
	const files = unzip(id);
	const platform = { kept, commits: 0, started: 0, finished: 0, sent: new Map(), missing: [], refuse };
	const page = (query) => `<!doctype html><title>Platform</title><style>html,body,iframe{margin:0;border:0;width:100%;height:100%;display:block}</style>${offered
		? `<script src="/run-time.js"></script><script>(${run})(${JSON.stringify({ kept: platform.kept, strict, mode, mastery, refuse: platform.refuse })})</script>`
		: ""}<iframe name="package" src="/package/index.html${query}"></iframe>`;
	const server = http.createServer(async (request, response) => {
		const { pathname, search } = new URL(request.url, "http://localhost");
		const send = (type, body, status = 200) => response.writeHead(status, { "content-type": type }).end(body);
		const body = await bodyOf(request);
		if (body === undefined) {
			return undefined;
		}
		switch (pathname) {
			case "/":
				return send("text/html; charset=utf-8", page(search));
			case "/run-time.js":
				return send("text/javascript", readFileSync(RUN_TIME));
			case "/commit":
				platform.commits++;
				platform.kept = JSON.parse(body);
				return send("application/json", JSON.stringify({ result: true, errorCode: 0 }));
			case "/LMSInitialize":
				platform.started++;
				return send("text/plain", "");
			case "/LMSFinish":
				platform.finished++;
				return send("text/plain", "");
			case "/favicon.ico":
				return send("image/svg+xml", "");
		}
		const name = pathname.replace(/^\/package\//, "");
		const file = files.get(name);
		if (!file || (!packed && name.endsWith(".gz"))) {
			platform.missing.push(name);
			return send("text/plain", "", 404);
		}
		const type = TYPES[path.extname(name)] ?? "application/octet-stream";
		platform.sent.set(name, type);
		return send(type, file);
	});
	await new Promise((resolve) => { server.listen(0, "127.0.0.1", resolve); });
	return Object.assign(platform, {
		files,
		url: `http://127.0.0.1:${server.address().port}/`,
		stop: () => new Promise((resolve) => {
			server.close(resolve);
			server.closeAllConnections();
		}),
	});
}

// Inside is the frame of the package as if it were a tab, for browser.mjs.
export class Inside {
	constructor(page) {
		this.page = page;
	}

	get frame() {
		const frame = this.page.frames().find((one) => one.name() === "package" || one.url().includes("/package/"));
		if (!frame) {
			throw new Error("the frame is detached: the platform's page is being loaded");
		}
		return frame;
	}

	evaluate(...args) {
		return this.frame.evaluate(...args);
	}

	$eval(...args) {
		return this.frame.$eval(...args);
	}

	waitForFunction(...args) {
		return this.frame.waitForFunction(...args);
	}

	url() {
		return this.frame.url();
	}
}
