// The teacher's page in Chromium: files are chosen, dropped and refused, and results
// from before and after set side by side, by mouse, keys, finger and in the plain page.
// A pupil takes both forms of the test in the game; others are made from that.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { axe } from "./axe.mjs";
import { coarse, SIZES } from "./browser.mjs";
import { collect } from "./downloads.mjs";
import { temporary } from "./own.mjs";
import { Player, story } from "./player.mjs";
import { printed, sheets } from "./printed.mjs";
import { saved } from "./result.mjs";
import { opened, site } from "./stage.mjs";

const FORMS = { a: story("flyers-or-liars"), b: story("who-reached-the-pole") };

const page = (query = "?do=compare") => ({ url: `${site.url}teacher.html`, query });

// take takes a form of the test in the game, and returns its session.
async function take(form, when) {
	let log;
	await opened(async (game) => {
		await game.playing();
		const player = new Player(game, { hand: "invoke", story: FORMS[form] });
		await player.press("begin");
		while (await game.screen() !== "screen.debrief") {
			await player.answerTest();
		}
		log = await saved(game, `${FORMS[form].id}.lesson.test-${when}`);
	}, { query: `?form=${form}&when=${when}&view=plain&seed=8` });
	return log;
}

// believing is the session of another pupil, who believes what choose says of the
// questions: real or not.
const believing = (log, number, choose) => log.trim().split("\n").map((line) => {
	const event = JSON.parse(line);
	if (event.do === "started") {
		event.config.seed = number;
	} else if (event.do === "answered" && event.answer?.is) {
		event.answer = { is: choose(event.item) ? "real" : "unconfirmed", certainty: 2 };
	} else if (event.do === "drafted" && event.answer?.is) {
		return "";
	}
	return JSON.stringify(event);
}).filter(Boolean).join("\n") + "\n";

const folder = temporary().folder;
const files = {}; // paths by name
let made;

// ready makes the files, once.
const ready = () => (made ??= make());

async function make() {
	const tests = { before: await take("a", "before"), after: await take("b", "after") };
	const put = (name, data) => {
		files[name] = path.join(folder, name);
		writeFileSync(files[name], data);
	};
	for (let n = 1; n <= 6; n++) {
		put(`pupil-${n}-before.jsonl`, believing(tests.before, n, () => true));
		put(`pupil-${n}-after.jsonl`, believing(tests.after, n, () => false));
	}
	put("copy.jsonl", readFileSync(files["pupil-1-before.jsonl"]));
	put("cut.jsonl", readFileSync(files["pupil-2-before.jsonl"], "utf8").slice(0, -700));
	put("huge.jsonl", Buffer.alloc((4 << 20) + 1, 32));
	put("picture.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]));
	put("nothing.jsonl", "");
	put("table.csv", "who,mark\nada,1\n");
	put("<img src=x onerror=alert(1)>.jsonl", "<script>alert(1)</script>");
}

const CLASS = (when) => [1, 2, 3, 4, 5, 6].map((n) => files[`pupil-${n}-${when}.jsonl`]);

// choose chooses files with the browser's own dialogue, which a hand opens.
async function choose(game, hand, side, paths) {
	const [chooser] = await Promise.all([game.page.waitForFileChooser(), game[hand](`${side}.choose`)]);
	assert.equal(chooser.isMultiple(), true);
	await chooser.accept(paths);
	await read(game, side, paths.length);
}

const rows = (game, side) => game.page.$$eval(`#mirror [data-node="${side}.files"] > li`, (items) => items.map((item) => item.innerText.trim()));

// read waits until a side has at least so many files, all read: until their stories are
// there too, nothing can be compared.
async function read(game, side, n) {
	await game.until((s, count) => document.querySelectorAll(`#mirror [data-node="${s}.files"] > li`).length >= count &&
		document.querySelector("#mirror [data-node=compare]:not([aria-disabled=true])") !== null, side, n);
	await game.settled();
}

// drop drops files on the page: where a node is painted, or on its element in the plain
// page.
async function drop(game, node, named) {
	const contents = Object.entries(named).map(([name, file]) => [name, [...readFileSync(file)]]);
	await game.page.evaluate((id, list) => {
		const data = new DataTransfer();
		for (const [name, bytes] of list) {
			data.items.add(new File([Uint8Array.from(bytes)], name));
		}
		const element = document.querySelector(`#mirror [data-node="${CSS.escape(id)}"]`);
		const box = element.getBoundingClientRect();
		const plain = document.getElementById("mirror").dataset.view === "plain";
		for (const type of ["dragover", "drop"]) {
			const event = new DragEvent(type, { dataTransfer: data, clientX: box.x + 20, clientY: box.y + 20, bubbles: true, cancelable: true });
			(plain ? element : document.querySelector("canvas")).dispatchEvent(event);
			if (!event.defaultPrevented) {
				throw new Error(`the browser would open the file at ${type}`);
			}
		}
	}, node, contents);
}

const heading = (game) => game.words("#mirror [data-node=heading]");

for (const [hand, view, size] of [
	["click", "canvas", SIZES.laptop],
	["press", "canvas", SIZES.window],
	["tap", "canvas", SIZES.phone],
	["press", "plain", SIZES.laptop],
]) {
	test(`a class is compared: ${hand}, view ${view}`, async () => {
		await ready();
		await opened(async (game) => {
			await game.playing();
			assert.equal(await heading(game), "Before and after");
			await axe(game, "the empty page");
			await choose(game, hand, "before", CLASS("before"));
			await choose(game, hand, "after", CLASS("after"));
			assert.match((await rows(game, "before"))[0], /pupil-1-before\.jsonl[^]*form A[^]*complete/);
			await axe(game, "the files");
			await game[hand]("compare");
			await game.waitForScreen("screen.compared");
			assert.match(await heading(game), /believes less of everything[^]*doesn’t show more discernment/);
			assert.equal(await game.focused(), "heading");
			await axe(game, "the comparison");
			const before = await game.words(`#mirror [data-node="measure.true_believed.values"]`);
			assert.match(before, /Before 100\s?% \(\d+ of \d+\), after 0\s?%/);

			await game[hand]("names");
			assert.doesNotMatch(await game.words("#mirror"), /pupil-1\b/i, "no file's name is left");
			await game[hand]("save");
			for (const format of ["csv", "json"]) {
				await game[hand](`save.${format}`);
			}
			await game.until(() => window.handedOut.length === 2);
			const [csv, json] = await game.page.evaluate(() => window.handedOut.sort((a, b) => (a.name < b.name ? -1 : 1))); // each takes its time
			assert.deepEqual([csv.name, json.name], ["before-and-after.csv", "before-and-after.json"]);
			assert.match(csv.text, /^of,who,/);
			const compared = JSON.parse(json.text);
			assert.equal(compared.finding, "suspicious");
			assert.deepEqual([compared.before, compared.after, compared.pupils[0].who], [6, 6, "Pupil 1"]);
			await game[hand]("dialog.close");
			await game[hand]("back");
			await game[hand]("clear");
			assert.deepEqual(await rows(game, "before"), []);
		}, { ...page(view === "plain" ? "?do=compare&view=plain" : "?do=compare"), size: coarse(size), before: collect });
	});
}

for (const view of ["canvas", "plain"]) {
	test(`files are dropped on their side, and a test finds its own: view ${view}`, async () => {
		await ready();
		await opened(async (game) => {
			await game.playing();
			await drop(game, "after", { "ada-after.jsonl": files["pupil-2-after.jsonl"], "ada-before.jsonl": files["pupil-2-before.jsonl"] });
			await read(game, "before", 1);
			assert.match((await rows(game, "before"))[0], /ada-before/);
			assert.match((await rows(game, "after"))[0], /ada-after/);
			await drop(game, "heading", { "bo-before.jsonl": files["pupil-3-before.jsonl"] });
			await read(game, "before", 2);
			await game.invoke("compare");
			assert.equal(await game.screen(), "screen.compared");
			assert.match(await game.words(`#mirror [data-node="left.list"]`), /bo[^]*only a result from before/);
		}, page(`?do=compare&view=${view}`));
	});
}

test("what is no result is refused with a sentence, and the same twice counts once", async () => {
	await ready();
	await opened(async (game) => {
		await game.playing();
		const bad = ["cut.jsonl", "huge.jsonl", "picture.png", "nothing.jsonl", "table.csv", "<img src=x onerror=alert(1)>.jsonl"];
		await choose(game, "invoke", "before", [files["pupil-1-before.jsonl"], ...bad.map((name) => files[name])]);
		const said = (await rows(game, "before")).map((text) => text.replace(/\s+/g, " "));
		for (const [i, pattern] of [/complete/, /damaged in line \d+|not finished/, /too large/, /neither a saved game nor a test/, /nothing in it/, /Line 1 of this table/, /<img src=x onerror=alert\(1\)>\.jsonl.*neither/].entries()) {
			assert.match(said[i], pattern);
		}
		const [chooser] = await Promise.all([game.page.waitForFileChooser(), game.invoke("before.choose")]);
		await chooser.accept([files["copy.jsonl"]]);
		await game.waitFor("trouble");
		assert.match(await game.words("#mirror [data-node=trouble]"), /counts once/);
		assert.equal((await rows(game, "before")).length, 7);
		assert.deepEqual(game.requests.filter((url) => !url.startsWith(site.url) && !url.startsWith("blob:")), [], "nothing leaves the device");
	}, page("?do=compare&view=plain"));
});

test("a thousand files are too many at a time, and the page says so", async () => {
	await opened(async (game) => {
		await game.playing();
		await game.page.evaluate(() => {
			const data = new DataTransfer();
			for (let n = 0; n < 1000; n++) {
				data.items.add(new File([`nonsense ${n}`], `pupil-${n}.jsonl`));
			}
			document.querySelector("canvas").dispatchEvent(new DragEvent("drop", { dataTransfer: data, clientX: 200, clientY: 400, bubbles: true, cancelable: true }));
		});
		await game.waitFor("trouble");
		assert.match(await game.words("#mirror [data-node=trouble]"), /800 files were left out: at most 200/);
		assert.equal((await rows(game, "before")).length + (await rows(game, "after")).length, 200);
	}, page());
});

test("the page speaks German, in the settings that the game has too", async () => {
	await opened(async (game) => {
		await game.playing();
		await game.click("settings");
		await game.click("language.de");
		await game.until(() => document.documentElement.lang === "de"); // it is fetched
		await game.click("theme.dark");
		await game.click("dialog.close");
		assert.equal(await heading(game), "Vorher und nachher");
		assert.equal(await game.page.evaluate(() => document.documentElement.lang), "de");
		await game.page.goto(site.url);
		await game.playing();
		assert.equal(await game.page.evaluate(() => document.documentElement.lang), "de", "so does the game");
	}, page());
});

test("the comparison is printed on A4 and Letter, nothing beside the paper", async () => {
	await ready();
	await opened(async (game) => {
		await game.playing();
		await choose(game, "invoke", "before", CLASS("before"));
		await choose(game, "invoke", "after", CLASS("after"));
		await game.invoke("compare");
		await game.waitForScreen("screen.compared");
		for (const format of ["A4", "Letter"]) {
			const pdf = await game.page.pdf({ format, preferCSSPageSize: false });
			assert.equal(sheets(pdf), 2, `six pupils take two sheets of ${format}`);
		}
		const { wide, seen, buttons } = await printed(game);
		assert.ok(wide, "nothing reaches beyond the paper");
		assert.match(seen, /believes less of everything[^]*It fell[^]*Keep in mind|believes less of everything[^]*It fell/);
		assert.equal(buttons, 0);
	}, { ...page("?do=compare&view=plain"), size: coarse(SIZES.laptop) });
});

test("pupils load nothing of this page", async () => {
	await opened(async (game) => {
		await game.playing();
		assert.deepEqual(game.requests.filter((url) => url.includes("teacher")), []);
		const files = JSON.parse((await (await fetch(`${site.url}worker.js`)).text()).match(/const FILES = (\[[\s\S]*?\n\]);/)[1]);
		assert.ok(files.filter(({ name }) => name.includes("teacher")).every(({ used }) => used), "the service worker keeps it only where it was used");
	});
});
