// Reads processor time, and takes medians and percentiles.
import { readdirSync, readFileSync } from "node:fs";

const TICKS = 100; // per second, in /proc on Linux

// cpuSeconds is the processor time that a process and its descendants have used.
export function cpuSeconds(root) {
	const children = new Map();
	const used = new Map();
	for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
		let stat;
		try {
			stat = readFileSync(`/proc/${pid}/stat`, "utf8");
		} catch {
			continue; // it has ended meanwhile
		}
		// The name, in brackets, may hold anything; the rest is numbers.
		const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
		const parent = Number(fields[1]);
		used.set(Number(pid), (Number(fields[11]) + Number(fields[12])) / TICKS);
		children.set(parent, [...(children.get(parent) ?? []), Number(pid)]);
	}
	const sum = (pid) => (used.get(pid) ?? 0) + (children.get(pid) ?? []).reduce((total, child) => total + sum(child), 0);
	return sum(root);
}

// percentile is the value that a share of the readings doesn't exceed.
export function percentile(readings, share) {
	const sorted = [...readings].sort((a, b) => a - b);
	return sorted.length === 0 ? undefined : sorted[Math.ceil(share * (sorted.length - 1))];
}

export const median = (readings) => {
	const sorted = [...readings].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
};
