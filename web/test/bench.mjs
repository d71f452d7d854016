// Measures the game and its peers by turns in one run, and prints the results as
// ratios: make bench. The flags are in node bench.mjs -help.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { autoplay, memory } from "./autoplay.mjs";
import { Browser, SIZES } from "./browser.mjs";
import { cpuSeconds, median, percentile } from "./measure.mjs";
import { buildPeer, PEER_FILES, PEER_FLAGS, PEERS, weigh } from "./peers.mjs";
import { Player } from "./player.mjs";
import { probe } from "./probe.mjs";
import { ROOT, serveSite } from "./site.mjs";
import { compare, tables } from "./tables.mjs";

const HELP = `Measures the game beside the engine's hello, the engine's own UI example and an
empty Go program: download, start, rest, frames, memory. It takes about a quarter
of an hour and wants the machine to itself.

  -rounds N       how often each thing is measured; the median counts (5)
  -out FILE       where the numbers go (build/bench.json)
  -against FILE   compare with the numbers of an earlier run
  -readme         write the tables into web/README.md, between its bench marks
  -quality N      of brotli, 0 to 11 (11)
  -idle N         seconds at rest (8)
  -help           this

The peers are built with ${PEER_FLAGS.join(" ")}, the game as make site builds it.
All are compressed by the same tool and served by the game's own server.`;

const { values: flags } = parseArgs({
	args: process.argv.slice(2).map((arg) => arg.replace(/^-(?=\w\w)/, "--")),
	options: {
		rounds: { type: "string", default: "5" }, out: { type: "string", default: path.join(ROOT, "build", "bench.json") },
		against: { type: "string" }, readme: { type: "boolean", default: false },
		quality: { type: "string", default: "11" }, idle: { type: "string", default: "8" }, help: { type: "boolean", default: false },
	},
});
if (flags.help) {
	console.log(HELP);
	process.exit(0);
}
const ROUNDS = Number(flags.rounds);
const IDLE = Number(flags.idle) * 1000;
const earlier = flags.against ? JSON.parse(readFileSync(flags.against, "utf8")) : null;

// What "slow" means: an old laptop's processor, a school's network.
const SLOW = { cpu: 4, download: 10e6 / 8, upload: 10e6 / 8, latency: 40 };
const CALM = 3000; // ms after the start until a page counts as at rest
const DRAGS = 10;
const REVEAL = 1500; // ms until an answer has been revealed

const say = (...words) => console.error(...words);
const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

// ---- building ----

const folder = path.join(ROOT, "build", "bench");

// prepare builds everything into one folder, which the server serves.
async function prepare() {
	mkdirSync(folder, { recursive: true });
	say("building the peers and the game");
	execFileSync("go", ["run", "./web/cmd/site", "-quick", "-out", "build/play"], { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
	const game = path.join(folder, "game");
	const fresh = path.join(ROOT, "build", "play");
	// Of an earlier build only unchanged files stay, with their compressed copies.
	const bytes = (of, name) => (existsSync(path.join(of, name)) ? readFileSync(path.join(of, name)) : null);
	for (const old of existsSync(game) ? readdirSync(game) : []) {
		const name = old.replace(/\.(br|gz)$/, "");
		if (!bytes(game, name)?.equals(bytes(fresh, name) ?? Buffer.alloc(0))) {
			rmSync(path.join(game, old), { recursive: true });
		}
	}
	cpSync(fresh, game, { recursive: true, filter: (name) => !/\.(br|gz)$|\/\./.test(name.slice(fresh.length)) });
	for (const name of Object.keys(PEERS)) {
		await buildPeer(name, path.join(folder, name));
	}
	forgetOtherQuality();
	writeFileSync(path.join(folder, "index.html"), "<!doctype html>\n<html lang=\"en\"><title>Blank</title></html>\n");
}

// forgetOtherQuality removes files that an earlier run compressed with another
// quality: all must be compressed alike.
function forgetOtherQuality() {
	const note = path.join(folder, "quality");
	if (existsSync(note) && readFileSync(note, "utf8") === flags.quality) {
		return;
	}
	for (const name of readdirSync(folder, { recursive: true }).filter((file) => /\.(br|gz)$/.test(file))) {
		rmSync(path.join(folder, name));
	}
	writeFileSync(note, flags.quality);
}

// sizes measures what is downloaded before the first playable screen: for the
// game, what a browser asks for until then.
async function sizes(site) {
	const browser = await Browser.launch({ whole: true });
	const asked = new Set();
	try {
		const game = await browser.open(`${site.url}game/`, { size: SIZES.laptop, motion: true });
		await game.playing();
		for (const url of game.requests.filter((u) => u.startsWith(`${site.url}game/`))) {
			asked.add(decodeURIComponent(url.slice(`${site.url}game/`.length)) || "index.html");
		}
	} finally {
		await browser.close();
	}
	say("compressing; the first time this takes minutes");
	const options = { quality: Number(flags.quality), keep: true };
	const result = { game: await weigh(path.join(folder, "game"), asked, options) };
	for (const name of Object.keys(PEERS)) {
		result[name] = await weigh(path.join(folder, name), PEER_FILES, options);
	}
	return result;
}

// ---- measuring ----

// visit opens an address in a new browser, with nothing cached.
async function visit(url, slow, use) {
	const browser = await Browser.launch({ whole: true });
	try {
		const game = await browser.open(url, {
			size: SIZES.window, motion: true,
			before: async (page) => {
				await page.setCacheEnabled(false);
				await probe(page);
				await startedUp(browser);
				if (slow) {
					await page.emulateCPUThrottling(SLOW.cpu);
					await page.emulateNetworkConditions({ download: SLOW.download, upload: SLOW.upload, latency: SLOW.latency });
				}
			},
		});
		return await use(game, browser);
	} finally {
		await browser.close();
	}
}

// startedUp waits until the browser has started up: until then that would be
// measured too.
async function startedUp(browser) {
	const pid = browser.browser.process().pid;
	for (let quiet = 0, looks = 0; quiet < 4 && looks < 60; looks++) {
		const before = cpuSeconds(pid);
		await pause(250);
		quiet = cpuSeconds(pid) - before <= 0.02 ? quiet + 1 : 0;
	}
}

// By what each program is known to have started.
const THERE = {
	blank: () => document.readyState === "complete",
	empty: () => performance.getEntriesByName("ended").length > 0,
	hello: () => window.bench.firstShown > 0,
	ui: () => window.bench.firstShown > 0,
	game: () => window.bench.firstShown > 0 && document.documentElement.dataset.state === "playing",
	plain: () => document.documentElement.dataset.state === "playing",
};

const start = (game, name) => game.page.evaluate((which) => {
	const mark = (entry) => performance.getEntriesByName(entry)[0]?.startTime;
	const first = window.bench.firstDraw;
	const shown = window.bench.firstShown;
	switch (which) {
		case "empty": return { playable: mark("ended") };
		case "ui": return { text: first, frame: first, playable: first, shown };
		case "hello": return { frame: first, playable: first, shown };
		default: return { text: mark("first-contentful-paint"), frame: first, playable: Math.max(first, mark("first-frame") ?? 0), shown };
	}
}, name);

// rest measures a page in which nothing happens: the share of a processor core that
// the whole browser uses, and frames and draws a second.
async function rest(game, browser) {
	// First the service worker has to be installed.
	await game.page.evaluate(async () => {
		if (await navigator.serviceWorker?.getRegistration()) {
			await navigator.serviceWorker.ready;
		}
	});
	await pause(CALM);
	const counts = () => game.page.evaluate(() => ({ frames: window.bench.frames, drawn: window.bench.drawn }));
	const before = await counts();
	const pid = browser.browser.process().pid;
	const cpu = cpuSeconds(pid);
	const began = performance.now();
	await pause(IDLE);
	const seconds = (performance.now() - began) / 1000;
	const used = cpuSeconds(pid) - cpu;
	const after = await counts();
	return { cpu: used / seconds, frames: (after.frames - before.frames) / seconds, draws: (after.drawn - before.drawn) / seconds };
}

const spread = (times) => ({ p50: percentile(times, 0.5), p95: percentile(times, 0.95), max: percentile(times, 1) });

// moving measures the frames in which something moves: all of each, timed from
// outside, or the game's own part, which the debug switch reports.
async function moving(site, own) {
	return visit(`${site.url}game/?length=quick&seed=7${own ? "&debug=told" : ""}`, false, async (game) => {
		const times = async () => (own ? game.page.evaluate(() => window.toolkitHost.debug())
			: spread(await game.page.evaluate(() => window.bench.times.splice(0))));
		await game.until(THERE.game);
		await game.settled();
		const player = new Player(game, { hand: "invoke" });
		await player.begin("quick");
		await player.play((screen) => screen === "screen.september-happened");
		const cards = (await player.cards()).map((card) => card.id);
		await times(); // drops those until now
		for (let n = 0; n < DRAGS; n++) {
			const from = await game.place(`card.${cards[n % cards.length]}`);
			await game.page.mouse.move(from.x, from.y);
			await game.page.mouse.down();
			await game.page.mouse.move(from.x, from.y + (n % 2 === 0 ? 160 : -160), { steps: 30 });
			await game.page.mouse.up();
			await pause(300);
		}
		const dragging = await times();
		await player.press("submit");
		if (await game.has("keep-order")) {
			await player.press("keep-order");
		}
		await pause(REVEAL);
		const reveal = await times();
		if (!own) {
			return { dragging, reveal };
		}
		await pause(IDLE);
		const { updates } = await times();
		return { dragging, reveal, updates: (updates - reveal.updates) / (IDLE / 1000) };
	});
}

// whole plays a whole game and returns the memory it has taken.
async function whole(site) {
	return visit(`${site.url}game/?length=full&seed=7&debug=told`, false, async (game) => {
		await game.until(THERE.game);
		const numbers = () => game.page.evaluate(() => window.toolkitHost.debug());
		const began = await numbers();
		const first = await memory(game.page);
		await autoplay(game.page, "full");
		const ended = await numbers();
		return { first: first.program, program: (await memory(game.page)).program, collections: ended.collections - began.collections };
	});
}

async function main() {
	await prepare();
	const site = await serveSite(folder);
	try {
		const result = {
			date: new Date().toISOString().slice(0, 10),
			machine: `${os.cpus()[0].model.trim()}, ${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GB; ${os.type()} ${os.arch()}, drawing in software`,
			browser: "", go: execFileSync("go", ["version"], { encoding: "utf8" }).trim().split(" ")[2],
			rounds: ROUNDS, size: await sizes(site), plain: {}, slow: {}, rest: {}, frames: {}, memory: {},
		};
		const samples = {};
		const note = (group, name, values) => {
			for (const [what, value] of Object.entries(values)) {
				((samples[group] ??= {})[name] ??= {})[what] ??= [];
				if (value !== undefined) {
					samples[group][name][what].push(value);
				}
			}
		};
		const address = { blank: "", plain: "game/?view=plain" };
		for (let round = 1; round <= ROUNDS; round++) {
			say(`round ${round} of ${ROUNDS}`);
			for (const name of ["blank", "empty", "hello", "ui", "game", "plain"]) {
				await visit(site.url + (address[name] ?? `${name}/`), false, async (game, browser) => {
					await game.until(THERE[name]);
					result.browser ||= await browser.browser.version();
					if (name !== "blank" && name !== "plain") {
						note("plain", name, await start(game, name));
					}
					if (name !== "empty") {
						note("rest", name, await rest(game, browser));
					}
				});
			}
			for (const name of ["empty", "hello", "ui", "game"]) {
				await visit(`${site.url}${name}/`, true, async (game) => {
					await game.until(THERE[name]);
					note("slow", name, await start(game, name));
				});
			}
			const outside = await moving(site, false);
			const own = await moving(site, true);
			for (const name of ["dragging", "reveal"]) {
				const { p50, p95, max } = outside[name];
				note("frames", name, { p50, p95, max, own50: own[name].p50, own95: own[name].p95, ownMax: own[name].max });
			}
			note("rest", "game", { updates: own.updates });
			note("memory", "game", await whole(site));
		}
		for (const [group, names] of Object.entries(samples)) {
			for (const [name, values] of Object.entries(names)) {
				result[group][name] = Object.fromEntries(Object.entries(values).filter(([, v]) => v.length > 0).map(([what, v]) => [what, median(v)]));
			}
		}
		mkdirSync(path.dirname(flags.out), { recursive: true });
		writeFileSync(flags.out, `${JSON.stringify({ ...result, samples }, null, "\t")}\n`);
		const text = tables(result);
		console.log(text);
		if (earlier) {
			console.log(compare(earlier, result));
		}
		if (flags.readme) {
			const file = path.join(ROOT, "web/README.md");
			const marks = /(<!-- bench -->\n)[^]*?(<!-- \/bench -->)/;
			const readme = readFileSync(file, "utf8");
			if (!marks.test(readme)) {
				throw new Error("web/README.md has no place for the tables: write <!-- bench --> and <!-- /bench --> where they belong");
			}
			writeFileSync(file, readme.replace(marks, (_, begin, end) => `${begin}${text}\n${end}`));
		}
		say(`the numbers are in ${path.relative(process.cwd(), flags.out)}`);
	} finally {
		await site.stop();
	}
}

await main();
