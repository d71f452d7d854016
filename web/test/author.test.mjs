// The author's page in Chromium: a story is copied, written, checked, tried, and given
// away as a link and as a site; with keys alone, and with what is broken.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { Author, plays, writes } from "./author.mjs";
import { coarse, SIZES } from "./browser.mjs";
import { temporary } from "./own.mjs";
import { ROOT } from "./site.mjs";
import { opened, site } from "./stage.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const page = () => ({ url: `${site.url}author.html` });

test("an author writes a story from a copy, and gives it away in a link", async () => {
	let link;
	await opened(async (game) => {
		link = await writes(game);
	}, page());
	assert.ok(link.length < 8000, `a small case fits into a link: ${link.length} characters`);
	await opened(plays, { url: link });
});

test("the game is tried beside the text, where one is writing", async () => {
	await opened(async (game) => {
		const author = new Author(game);
		await author.copy("The Lost Cat");
		await author.go("Rooms");
		await author.unfold("rooms[0].beats[2]");
		await author.evaluate(() => { document.querySelector('[data-path="rooms[0].beats[2]"]').open = true; });
		await game.until(() => document.querySelector('[data-path="rooms[0].beats[2].scene"]') !== null);
		await author.field("rooms[0].beats[2].scene", "Tom comes in, with a red face.");
		await game.until(() => Object.values(localStorage).some((value) => value.includes("with a red face")));
		await author.until("#side", "Nothing is wrong");
		await author.press("#sides", "Play");
		await author.press("#side", "Where I am writing");
		await game.until(() => {
			const mirror = document.querySelector("iframe")?.contentDocument?.getElementById("mirror");
			return mirror?.dataset.screen === "screen.thursday" && mirror.textContent.includes("with a red face");
		});
		assert.equal(await author.evaluate(() => Object.keys(localStorage).some((key) => key.includes("session."))), false, "nothing is kept of a try");
	}, { ...page(), size: coarse(SIZES.laptop) });
});

test("a puzzle's form asks for what its kind takes, and for what each of a list needs", async () => {
	await opened(async (game) => {
		const author = new Author(game);
		await author.copy("The Lost Cat");
		await author.go("Rooms");
		const open = (path) => game.until((inside) => {
			const places = [...inside.matchAll(/\[\d+\]/g)].map(({ index, 0: { length } }) => inside.slice(0, index + length));
			return places.every((place) => {
				const item = document.querySelector(`#view details[data-path="${place}"]`);
				item && (item.open = true);
				return item?.querySelector(".body [data-path]") != null;
			});
		}, path);
		const asks = (path) => author.evaluate((inside) => [...document.querySelector(`#view details[data-path="${inside}"] > .body`).children].filter(({ dataset }) => dataset.path).map(({ dataset }) => dataset.path.slice(inside.length + 1)), path);
		const every = (...own) => ["kind", "title", "prompt", ...own, "why", "hint", "lengths", "weight", "notes"];
		for (const [path, ...own] of [
			["rooms[1].puzzles[0]", "axis", "events"],
			["rooms[2].puzzles[0]", "source", "windows", "clues", "decoys"],
			["rooms[2].puzzles[1]", "claim", "at", "source", "sources"],
			["rooms[2].puzzles[2]", "claim", "sources"],
			["rooms[2].puzzles[3]", "sources", "points", "open"],
			["rooms[2].puzzles[4]", "quotes"],
			["rooms[3].puzzles[0]", "source", "points"],
		]) {
			await open(path);
			assert.deepEqual(await asks(path), every(...own), path);
		}
		await open("rooms[2].puzzles[0].clues[0]");
		assert.deepEqual(await asks("rooms[2].puzzles[0].clues[0]"), ["in", "phrase", "tells", "how", "why"]);
		const quotes = 'details[data-path="rooms[2].puzzles[4]"]';
		await author.press(quotes, "Add a quotation");
		await open("rooms[2].puzzles[4].quotes[3]");
		assert.deepEqual(await asks("rooms[2].puzzles[4].quotes[3]"), ["in", "words"]);
		await author.press(`${quotes} [data-path="rooms[2].puzzles[4].quotes[3]"]`, "Remove this quotation");
		await game.until(() => document.querySelector('#view [data-path="rooms[2].puzzles[4].quotes[3]"]') === null);
		await author.until("#side", "Nothing is wrong");
	}, page());
});

test("a cord is tied by keys alone", async () => {
	await opened(async (game) => {
		const author = new Author(game);
		await author.copy("The Lost Cat");
		await author.go("Who has it");
		await game.until(() => document.querySelector(".card-button") !== null);
		await author.evaluate(() => document.querySelector('[data-source="joke"]').focus());
		await game.page.keyboard.press("Enter");
		await game.until(() => document.querySelector('[data-source="joke"]').getAttribute("aria-pressed") === "true");
		await author.evaluate(() => document.querySelector('[data-source="notice"]').focus());
		await game.page.keyboard.press("Enter");
		await game.until(() => Object.values(localStorage).some((value) => value.includes("relies_on: [notice]")));
	}, page());
});

test("a table becomes a draft, and what it lacks is listed", async () => {
	const { folder, remove } = temporary();
	const file = path.join(folder, "story.csv");
	writeFileSync(file, "what,title,date,who,kind,where,says,rests on\nsource,A cat,2021-03-01,Mira,post,Board,The cat is gone.,\nsource,News,2021-03-02,,article,,,A cat\nclaim,The cat is gone.,2021-03-01,,,,,A cat\n");
	await opened(async (game) => {
		await game.until(() => document.getElementById("file") !== null);
		await (await game.page.$("#file")).uploadFile(file);
		await game.until(() => document.querySelector(".missing") !== null);
		const missing = await game.page.evaluate(() => [...document.querySelectorAll(".missing li")].map((li) => li.textContent));
		assert.ok(missing.some((one) => one.includes("Row 3")), missing.join("; "));
		const author = new Author(game);
		await author.until("#side", "problem");
		assert.match(await author.text(), /relies_on: \[a-cat\]/);
	}, page());
	remove();
});

test("a table that is pasted becomes a case that passes, said in the words of the forms; a finding can be added and taken away", async () => {
	await opened(async (game) => {
		const author = new Author(game);
		await author.press("main", "Put an example there");
		await author.press("main", "Make a draft of it");
		await author.until("#side .fine", "Nothing is wrong");
		// What is left to do is said by where it is, with no id and no key.
		await game.until(() => document.querySelector("#side .further") !== null);
		const said = await author.evaluate(() => document.querySelector("#side .further").textContent);
		assert.match(said, /Rooms and questions › .* › 7 Nov 1918 › The scene/);
		assert.doesNotMatch(said, /rooms\[0\]|the-war-is-over|content_note/);
		await author.go("Claims");
		await author.unfold("claims[0].status");
		await author.press("#view", "Add a finding");
		await author.until("#side", "Claims › The war is over. › A finding without a date › From when on");
		await author.field("claims[0].status[0].from", "7 November 1918");
		await author.until("#side .fine", "Nothing is wrong");
		await author.press("#view", "Remove this finding");
		await game.until(() => Object.entries(localStorage).some(([key, value]) => key.startsWith("hold-the-line-author:") && !JSON.parse(value).text.includes("status:")));
		await author.until("#side .fine", "Nothing is wrong");
		await author.press("#sides", "Give away");
		await author.until("#side", "isn’t looked up yet or isn’t written");
	}, page());
});

test("what can't be read or played is said, and the game opens all the same", async () => {
	for (const [where, words] of [["#case=aaaa", /cut off or changed/], ["?case=none.json", /none\.json.*404/], ["?case=..%2Fx.json", /x\.json/]]) {
		await opened(async (game) => {
			await game.playing();
			assert.match(await game.page.evaluate(() => document.getElementById("mirror").textContent), words);
			game.expect(/404/);
		}, { url: `${site.url}${where}` });
	}
	const unsound = JSON.stringify({ format: 1, id: "x" });
	await opened(async (game) => {
		await game.playing();
		assert.match(await game.page.evaluate(() => document.getElementById("mirror").textContent), /can’t be played/);
	}, { url: `${site.url}#case=${Buffer.from(await deflated(unsound)).toString("base64url")}` });
	await opened(async (game) => {
		const author = new Author(game);
		await author.copy("The Lost Cat");
		await author.editor();
		await author.type("- [");
		await author.until("#side", "problem");
		await author.go("People");
		await author.until("#view", "The text can’t be read just now");
		await author.press("#view", "Undo");
		await author.until("#view", "Mira");
	}, page());
});

test("a file that is dropped on the game is played, or it is said why not", async () => {
	const cat = readFileSync(path.join(ROOT, "quiz/casefile/testdata/lost-cat.yaml"), "utf8");
	await opened(async (game) => {
		const drop = (text) => game.page.evaluate((words) => {
			window.left = true; // which the next page doesn't know
			const files = new DataTransfer();
			files.items.add(new File([words], "cat.yaml"));
			document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
		}, text);
		const says = async (words) => {
			await game.until((pattern) => !window.left && document.documentElement.dataset.state === "playing" && new RegExp(pattern).test(document.getElementById("mirror").textContent), words.source);
		};
		await game.playing();
		await drop(cat);
		await says(/The Lost Cat/);
		assert.match(game.page.url(), /view=plain#case=/);
		await drop(cat.replace("format: 1", "format: 1\nfrmat: 1"));
		await says(/line 4: .*frmat/);
		await drop("{}");
		await says(/can’t be played/);
		await drop(" ".repeat((4 << 20) + 1));
		await says(/larger than 4 MB/);
	}, { query: "?view=plain&length=quick" });
});

const deflated = async (text) => new Response(new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"))).arrayBuffer();

test("the page speaks German and Spanish, and says that its checker speaks English", async () => {
	for (const [lang, first, copy, wrong] of [["de", "Eine Geschichte schreiben", "„The Lost Cat“ kopieren", "Die Meldungen der Prüfung sind auf Englisch."], ["es", "Escribir una historia", "Copiar «The Lost Cat»", "Los mensajes de la comprobación están en inglés."]]) {
		await opened(async (game) => {
			const author = new Author(game);
			await author.until("h1", first);
			assert.equal(await author.evaluate(() => document.documentElement.lang), lang);
			await author.press(".drafts", copy);
			await game.until(() => document.querySelector("#side .fine") !== null);
			const parts = await author.evaluate(() => document.querySelectorAll("#parts button").length);
			for (let i = 0; i < parts; i++) {
				await author.evaluate((n) => document.querySelectorAll("#parts button")[n].click(), i);
				await author.evaluate(() => document.querySelectorAll("#view details").forEach((one) => { one.open = true; }));
				assert.equal(await author.evaluate(() => document.querySelectorAll("#view h2").length), 1);
				assert.equal(await author.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, `part ${i} is cut in ${lang}`);
			}
			await author.evaluate(() => document.querySelectorAll("#parts button")[0].click());
			await author.field("title", "");
			await author.until("#side", wrong);
			assert.equal(await author.evaluate(() => document.querySelector("#side .problems p:not(.soft)").lang), "en", "after the place, which the page names");
		}, { url: `${page().url}?lang=${lang}`, size: coarse(SIZES.phone) });
	}
});

// enlarged is The Call as many times as large.
const enlarged = async (times) => (await promisify(execFile)("go", ["run", "./quiz/cmd/enlarge", "-times", String(times), "assets/cases/the-call/case.yaml"], { cwd: ROOT, maxBuffer: 64 << 20 })).stdout;

// listened notes what the page asks its workers, what they answer, and what is then shown.
const listened = () => {
	window.heard = [];
	window.Worker = class extends window.Worker {
		constructor(...args) {
			super(...args);
			this.asked = new Map();
			this.addEventListener("message", ({ data: { number } }) => number && window.heard.push(`answered ${this.asked.get(number)}`));
		}

		postMessage(what, ...rest) {
			if (what.request) {
				this.asked.set(what.number, JSON.parse(what.request).do);
				window.heard.push(`asked ${this.asked.get(what.number)}`);
			}
			super.postMessage(what, ...rest);
		}
	};
	document.addEventListener("DOMContentLoaded", () => new MutationObserver(() => {
		const note = (what) => window.heard.at(-1) !== what && window.heard.push(what);
		if (document.querySelector("#side .fine")) {
			note("shown fine");
		}
		if (document.querySelector('#view [data-path="people[130].name"]')) {
			note("shown change");
		}
	}).observe(document, { childList: true, subtree: true }));
};

test("with a case ten times The Call a change and a completion don't wait behind the check", async () => {
	const { folder, remove } = temporary();
	const file = path.join(folder, "large.yaml");
	writeFileSync(file, await enlarged(10));
	await opened(async (game) => {
		const author = new Author(game);
		await game.page.evaluateOnNewDocument(listened);
		await game.page.reload();
		await game.until(() => document.getElementById("file") !== null);
		await (await game.page.$("#file")).uploadFile(file);

		// A change while the first check runs. What that says is of the text before.
		await author.go("People");
		await author.press("#view > section > div", "Add a person");
		await author.until("#side .problems", "name");
		const heard = await author.evaluate(() => window.heard.splice(0));
		const at = (what) => heard.indexOf(what);
		assert.ok(at("asked check") < at("asked edit") && at("asked edit") < at("answered edit"), heard.join(", "));
		assert.ok(at("answered edit") < at("shown change") && at("shown change") < at("answered check"), heard.join(", "));
		assert.equal(heard.filter((one) => one === "answered check").length, 2, heard.join(", "));
		assert.equal(at("shown fine"), -1, "what is said of an older text is not shown");

		// A completion, while the text is checked.
		await author.press("#tools", "Undo");
		await author.until("#side", "Nothing is wrong");
		await author.editor();
		await author.key("Enter");
		await author.type("- id: another");
		await author.evaluate(() => window.heard.splice(0));
		await game.until(() => window.heard.includes("asked check"));
		await author.evaluate(() => window.heard.splice(0));
		await author.key("Enter");
		await author.type("h");
		await game.until(() => window.heard.includes("answered complete") && window.heard.includes("answered check"));
		const then = await author.evaluate(() => window.heard);
		const offered = then.indexOf("answered complete", then.indexOf("asked complete"));
		assert.ok(then.includes("asked complete") && offered >= 0 && offered < then.indexOf("answered check"), then.join(", "));
	}, page());
	remove();
});

test("axe finds nothing on the author's page", async () => {
	for (const size of [SIZES.laptop, SIZES.phone]) {
		await opened(async (game) => {
			const author = new Author(game);
			await game.until(() => document.querySelector(".drafts button") !== null);
			const look = async (where) => {
				await game.page.evaluate(AXE);
				const found = await game.page.evaluate(async () => (await window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`));
				assert.deepEqual(found, [], where);
			};
			await look("begin");
			await author.copy("The Lost Cat");
			for (const part of ["The story", "Sources", "Rooms", "Who has it", "The story’s line", "The text"]) {
				await author.go(part);
				await author.evaluate(() => document.querySelectorAll("#view details").forEach((one, i) => { one.open = i === 0; }));
				await look(part);
			}
			await author.editor("people:");
			await author.key("Enter");
			await author.type("- i");
			await author.until(".cm-tooltip-autocomplete [aria-selected=true] .cm-completionLabel", "id");
			await look("what the editor offers");
			for (const side of ["Play", "Pupils", "Give away"]) {
				await author.press("#sides", side);
			}
			await look("beside");
		}, { ...page(), size: coarse(size) });
	}
});
