// Plays whole games quickly: a script in the page activates the mirror's controls,
// as assistive technology does. It shows every screen; its answers don't matter.
import { PATIENCE as LIMIT } from "./own.mjs";

// Runs in the page. It plays up to a screen from where the game is, or, if a length is
// given, a game in it from the beginning, and resolves to the number of presses.
async function play(length, end, PATIENCE) {
	const mirror = document.getElementById("mirror");
	const node = (id) => mirror.querySelector(`[data-node="${id}"]`);
	const until = async (condition, what) => {
		const end = performance.now() + PATIENCE;
		while (!condition()) {
			if (performance.now() > end) {
				throw new Error(`timed out on ${mirror.dataset.screen}, waiting for ${what}`);
			}
			await new Promise((resolve) => { setTimeout(resolve, 2); });
		}
	};
	const plain = mirror.dataset.view === "plain";
	let presses = 0;
	const press = async (element) => {
		presses++;
		element.click();
		if (plain) {
			await new Promise((resolve) => { setTimeout(resolve, 0); });
		} else {
			await until(() => window.toolkitHost.resting(), `rest after ${element.dataset.node}`);
		}
	};
	const answer = async () => {
		for (const group of mirror.querySelectorAll("fieldset[data-value]")) {
			const choices = [...group.querySelectorAll("input[data-node]")].map((input) => input.dataset.node);
			const radios = group.querySelector("input[type=radio]") !== null;
			if (radios && !group.querySelector("input:checked")) {
				await press(node(choices[presses % choices.length]));
			} else if (!radios) {
				for (const choice of choices.slice(0, 2)) {
					if (!node(choice).checked) {
						await press(node(choice));
					}
				}
			}
		}
		if (node("table")) {
			const card = (list) => node(list).querySelector("li button[data-node^='card.']");
			for (const list of ["cord", "table"]) {
				await press(card(list));
			}
		}
		await press(node("submit"));
		if (node("keep-order")) {
			await press(node("keep-order"));
		}
		await until(() => node("next"), "the way on");
	};

	if (length && mirror.dataset.screen !== "screen.briefing") {
		for (const id of ["menu", "menu.restart", "restart.yes"]) {
			await until(() => node(id), id);
			await press(node(id));
		}
		await until(() => mirror.dataset.screen === "screen.briefing", "the briefing");
	}
	if (length) {
		await press(node(`length.${length}`));
		await press(node("begin"));
	}
	while (mirror.dataset.screen !== end) {
		if (mirror.dataset.screen === "screen.debrief") {
			throw new Error(`the game has ended without ${end}`);
		}
		if (node("next")) {
			await press(node("next"));
		} else {
			await answer();
		}
	}
	return presses;
}

// autoplay plays one whole game in the page.
export function autoplay(page, length) {
	return page.evaluate(play, length, "screen.debrief", LIMIT);
}

// autoplayTo plays on in the page up to a screen.
export function autoplayTo(page, screen) {
	return page.evaluate(play, "", screen, LIMIT);
}

// memory is what a page holds after garbage collection: the bytes of the program's
// memory, of the live part of it if the debug switch is on, and of the page's heap;
// the numbers of nodes and listeners.
export async function memory(page) {
	const session = await page.createCDPSession();
	try {
		await session.send("HeapProfiler.collectGarbage");
		await session.send("HeapProfiler.collectGarbage");
		const { JSHeapUsedSize, Nodes, JSEventListeners } = await page.metrics();
		const program = await page.evaluate(() => ({ live: window.toolkitHost.debug?.().live, program: window.bench.memory?.buffer.byteLength ?? 0 }));
		return { ...program, page: JSHeapUsedSize, nodes: Nodes, listeners: JSEventListeners };
	} finally {
		await session.detach();
	}
}
