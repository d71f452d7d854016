// Writes the bench's numbers as tables, in Markdown.

const NAMES = {
	empty: "an empty Go program", hello: "the engine’s hello", ui: "the engine’s UI example",
	game: "the game", plain: "the game, plain page", blank: "a blank page",
	dragging: "ten drags of a card", reveal: "an answer is revealed",
};

const fixed = (digits, unit = "") => (v) => (v === undefined ? "" : `${v.toFixed(digits)}${unit}`);
const MB = (v) => (v / 1e6).toFixed(2);
const ms = (v) => (v === undefined ? "" : Math.round(v).toString());

// table makes a table: columns are [heading, key of the value, how it is shown,
// whether its ratio follows].
function table(entries, columns, ratioTo) {
	const lines = [["", ...columns.flatMap(([heading, , , ratio]) => (ratio ? [heading, `× ${ratioTo}`] : [heading]))]];
	lines.push(lines[0].map((_, i) => (i === 0 ? "---" : "--:")));
	for (const [name, entry] of Object.entries(entries)) {
		lines.push([NAMES[name], ...columns.flatMap(([, key, show, ratio]) => {
			const value = entry[key];
			const cell = show(value);
			const base = entries[ratioTo]?.[key];
			return ratio ? [cell, value === undefined || !base ? "" : (value / base).toFixed(digits(value / base))] : [cell];
		})]);
	}
	return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

const digits = (ratio) => (ratio < 0.1 ? 3 : 2);
const pick = (object, names) => Object.fromEntries(names.filter((name) => object[name]).map((name) => [name, object[name]]));

// tables shows everything that was measured.
export function tables(r) {
	const start = [["first text, ms", "text", ms], ["first frame, ms", "frame", ms], ["playable, ms", "playable", ms, true], ["seen, ms", "shown", ms, true]];
	const order = ["empty", "hello", "ui", "game"];
	return [
		`Measured on ${r.date}: ${r.machine}; ${r.browser}, ${r.go}. Medians of ${r.rounds}, by turns in one run; read times as ratios.`,
		"Download up to the first playable screen, in MB:",
		table(pick(r.size, order), [["as it is", "raw", MB], ["gzip -9", "gzip", MB, true], ["brotli -q 11", "brotli", MB, true]], "hello"),
		"Start, nothing kept from before: a frame is there when the program has drawn it, and seen when the browser has put it on the screen.",
		table(pick(r.plain, order), start, "hello"),
		"The same with the processor slowed four times, 10 Mbit/s and 40 ms:",
		table(pick(r.slow, order), start, "hello"),
		"At rest (processor time of the whole browser, in % of one core):",
		table(pick(r.rest, ["blank", "hello", "ui", "game", "plain"]), [["processor", "cpu", (v) => (100 * v).toFixed(1), true], ["frames/s", "frames", fixed(1)], ["draws/s", "draws", fixed(1)], ["updates/s", "updates", fixed(1)]], "hello"),
		"Time of a frame in milliseconds, all of it and the game’s own part:",
		table(r.frames, [["p50", "p50", fixed(1)], ["p95", "p95", fixed(1)], ["longest", "max", fixed(1)], ["own p50", "own50", fixed(1)], ["own p95", "own95", fixed(1)], ["own longest", "ownMax", fixed(1)]], ""),
		`The program’s memory is ${MB(r.memory.game.first)} MB at the briefing and ${MB(r.memory.game.program)} MB after a whole game, with ${r.memory.game.collections} garbage collections on the way.`,
	].join("\n\n");
}

// compare tells how the game's numbers have changed since an earlier run, as
// ratios to the hello of the same run where there is one.
export function compare(before, now) {
	const lines = [`Against ${before.date}:`, ""];
	for (const group of ["size", "plain", "slow", "rest", "frames", "memory"]) {
		for (const [name, values] of Object.entries(now[group])) {
			if (!["game", "plain", "dragging", "reveal"].includes(name)) {
				continue;
			}
			for (const [what, value] of Object.entries(values)) {
				const base = (run) => (name === "game" || name === "plain" ? run[group].hello?.[what] : undefined);
				const was = before[group]?.[name]?.[what];
				if (was === undefined) {
					continue;
				}
				const relative = base(now) && base(before);
				const [a, b] = relative ? [was / base(before), value / base(now)] : [was, value];
				lines.push(`${group} ${name} ${what}: ${a.toPrecision(3)} → ${b.toPrecision(3)}${relative ? " × hello" : ""}${a > 0 ? ` (${b >= a ? "+" : ""}${(100 * (b / a - 1)).toFixed(0)} %)` : ""}`);
			}
		}
	}
	return lines.join("\n");
}
