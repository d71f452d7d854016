// A virtual display for browsers that need a screen.
import { spawn } from "node:child_process";

const SIZE = "1600x1200x24";

// openDisplay starts a display with a number of its own and resolves to its name
// and a function that ends it.
export async function openDisplay() {
	const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", SIZE, "-nolisten", "tcp"], {
		stdio: ["ignore", "ignore", "ignore", "pipe"],
	});
	const ended = new Promise((resolve) => server.once("exit", resolve));
	const number = await new Promise((resolve, reject) => {
		server.once("error", () => reject(new Error("there is no Xvfb: run web/test/install.sh")));
		server.once("exit", (code) => reject(new Error(`Xvfb ended at once, with ${code}`)));
		server.stdio[3].setEncoding("utf8").once("data", (line) => resolve(line.trim()));
	});
	const stop = async () => {
		server.kill("SIGTERM");
		await ended;
	};
	return { name: `:${number}`, stop };
}
