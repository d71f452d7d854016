// The bench's statistics and tables.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { cpuSeconds, median, percentile } from "./measure.mjs";
import { PATIENCE } from "./own.mjs";
import { compare, tables } from "./tables.mjs";

const start = (frame) => ({ text: frame / 2, frame, playable: frame, shown: 2 * frame });
const run = (size, cpu, p95) => ({
	date: "2026-01-02", machine: "a machine", browser: "a browser", go: "go1", rounds: 5,
	size: { hello: { raw: 4e6, gzip: 2e6, brotli: 1e6 }, game: { raw: 2e6, gzip: size, brotli: size } },
	plain: { hello: { frame: 400, playable: 400, shown: 800 }, game: start(500) }, slow: { hello: start(800), game: start(800) },
	rest: { blank: { cpu: 0.001, frames: 0, draws: 0 }, hello: { cpu: 1, frames: 60, draws: 60 }, game: { cpu, frames: 0, draws: 0, updates: 0 } },
	frames: { dragging: { p50: 1, p95, max: 9 } }, memory: { game: { first: 1e7, program: 2e7, collections: 3 } },
});

test("medians and percentiles", () => {
	assert.equal(median([3, 1, 2]), 2);
	assert.equal(median([4, 1, 2, 3]), 2.5);
	const hundred = Array.from({ length: 101 }, (_, i) => 100 - i);
	assert.deepEqual([0, 0.5, 0.95, 1].map((share) => percentile(hundred, share)), [0, 50, 95, 100]);
	assert.equal(percentile([], 0.5), undefined);
});

test("the tables hold values and ratios to the hello", () => {
	const text = tables(run(9e5, 0.01, 2));
	assert.match(text, /\| the game \| 2\.00 \| 0\.90 \| 0\.45 \| 0\.90 \| 0\.90 \|/, "size");
	assert.match(text, /\| the game \| 250 \| 500 \| 500 \| 1\.25 \| 1000 \| 1\.25 \|/, "start");
	assert.match(text, /\| the game \| 1\.0 \| 0\.010 \| 0\.0 \| 0\.0 \| 0\.0 \|/, "rest");
	assert.match(text, /\| ten drags of a card \| 1\.0 \| 2\.0 \| 9\.0 \|/, "frames");
	for (const line of text.split("\n").filter((l) => l.startsWith("|"))) {
		assert.doesNotMatch(line, /undefined|NaN|Infinity/);
	}
});

test("an earlier run is compared by ratios to the hello, where it has them", () => {
	const text = compare(run(1e6, 0.02, 4), run(9e5, 0.01, 2));
	assert.match(text, /^size game brotli: 1\.00 → 0\.900 × hello \(-10 %\)$/m);
	assert.match(text, /^rest game cpu: 0\.0200 → 0\.0100 × hello \(-50 %\)$/m);
	assert.match(text, /^frames dragging p95: 4\.00 → 2\.00 \(-50 %\)$/m);
});

test("the processor time of a process includes its children's", { skip: process.platform !== "linux" }, async () => {
	const child = spawn("sh", ["-c", "node -e 'for (;;);'; true"], { stdio: "ignore", detached: true });
	try {
		for (const until = Date.now() + PATIENCE; cpuSeconds(child.pid) <= 0.1; await sleep(20)) {
			assert.ok(Date.now() < until, "it works, through its child");
		}
		assert.ok(cpuSeconds(2 ** 30) === 0, "no such process");
	} finally {
		process.kill(-child.pid, "SIGKILL");
	}
});
