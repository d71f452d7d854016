// The game as a plain page: shown by itself where WebGL is missing or lost, changed
// over to and back in the middle of a game, played by keyboard alone, read with wide
// spacing at 320 pixels, printed.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { autoplayTo } from "./autoplay.mjs";
import { coarse, SIZES } from "./browser.mjs";
import { Player } from "./player.mjs";
import { answered } from "./result.mjs";
import { ROOT, startProxy } from "./site.mjs";
import { opened, reached, site } from "./stage.mjs";

const NO_WEBGL = ["--disable-3d-apis"];

const view = (game) => game.page.evaluate(() => document.getElementById("mirror").dataset.view);
const saved = (game, way) => game.page.evaluate((key) => localStorage.getItem(key), `hold-the-line:session.the-call.${way}`);
const everything = (game) => game.page.$eval("#mirror", (e) => e.innerText);

// A player who has a keyboard and nothing else: Tab to a control, arrows within
// a group of radios, Space.
class Typist extends Player {
	async reach(node) {
		for (const key of ["Tab", "Shift+Tab"]) {
			for (let n = 0; n < 80; n++) {
				const { at, group } = await this.game.page.evaluate((wanted) => {
					const here = document.activeElement;
					const radio = document.querySelector(`#mirror input[type=radio][data-node="${CSS.escape(wanted)}"]`);
					return { at: here?.dataset?.node ?? "", group: radio !== null && here?.type === "radio" && here.name === radio.name };
				}, node);
				if (at === node) {
					return;
				}
				if (group) {
					await this.game.page.keyboard.press("ArrowDown");
				} else if (key === "Tab") {
					await this.game.page.keyboard.press("Tab");
				} else {
					await this.game.page.keyboard.down("Shift");
					await this.game.page.keyboard.press("Tab");
					await this.game.page.keyboard.up("Shift");
				}
				await this.game.settled();
				assert.notEqual(await this.game.page.evaluate(() => document.activeElement.localName), "canvas", "the focus is never on the canvas");
			}
		}
		throw new Error(`${node} can't be reached by keyboard on ${await this.game.screen()}`);
	}

	async press(node) {
		await this.reach(node);
		const chosen = await this.game.page.evaluate(() => document.activeElement.type === "radio" && document.activeElement.checked);
		if (!chosen) {
			await this.game.page.keyboard.press("Space");
			await this.game.settled();
		}
	}
}

test("without WebGL the plain page is there by itself, and the whole Quick length is played by keyboard alone", async () => {
	await opened(async (game) => {
		await game.playing();
		assert.equal(await game.page.evaluate(() => document.createElement("canvas").getContext("webgl2")), null, "nothing can be drawn here");
		assert.equal(await view(game), "plain");
		assert.match(await everything(game), /can’t draw the game/, "the page says why");
		assert.match(await game.announced(), /can’t draw the game/);
		const player = new Typist(game);
		await player.press("trouble.close");
		await player.begin("quick");
		await player.play();
		assert.deepEqual(answered(await saved(game, "quick.practice")), player.answers, "the session has the answers as they were given");
		assert.ok(await game.has("score"));
	}, { flags: NO_WEBGL });
});

test("every kind of puzzle is played in the plain page by keyboard alone", async () => {
	await opened(async (game) => {
		await game.playing();
		await game.invoke("length.full");
		await game.invoke("begin");
		for (const screen of ["screen.september-happened", "screen.date-a1", "screen.trace-a1", "screen.weigh-real", "screen.spot-day", "screen.slips-a4"]) {
			await autoplayTo(game.page, screen);
			await game.settled();
			assert.equal(await game.screen(), screen);
			const typist = new Typist(game);
			typist.count = screen.length; // so that the choices differ between screens
			await typist.answerStep();
			assert.notEqual(await game.screen(), screen, `${screen} is answered`);
		}
	}, { query: "?view=plain&seed=7" });
});

test("without WebGL the drawn view can't be chosen, and the plain page says so", async () => {
	await opened(async (game) => {
		await game.playing();
		await game.invoke("trouble.close");
		await game.invoke("settings");
		await game.invoke("view.canvas");
		assert.equal(await view(game), "plain");
		assert.match(await game.announced(), /can’t draw the game/);
	}, { flags: NO_WEBGL });
});

test("the view is changed over in the middle of a game, and back, and nothing is lost", async () => {
	await reached("screen.b3", async (game) => {
		const player = new Player(game, { hand: "invoke" });
		await player.choose("verdict.denied");
		await player.choose("certainty.2");
		const log = await saved(game, "quick.practice");
		const loaded = await game.page.evaluate(() => performance.timeOrigin);
		const standing = async (expected) => {
			assert.equal(await view(game), expected);
			assert.equal(await game.screen(), "screen.b3");
			const chosen = (await game.nodes("input[data-node]")).filter((n) => n.checked).map((n) => n.node).filter((n) => !n.startsWith("view.") && !n.startsWith("theme.") && !n.startsWith("size."));
			for (const node of ["verdict.denied", "certainty.2"]) {
				assert.ok(chosen.includes(node), `${node} is still chosen`);
			}
			assert.equal(await saved(game, "quick.practice"), log, "the saved game is the same to the letter");
			assert.equal(await game.page.evaluate(() => performance.timeOrigin), loaded, "the page was not loaded again");
		};
		await standing("canvas");
		const change = async (to) => {
			await game.invoke("menu");
			await game.invoke("menu.settings");
			await game.focus(`view.${to}`);
			await game.invoke(`view.${to}`);
			await game.until((v) => document.getElementById("mirror").dataset.view === v, to);
			await game.settled();
			assert.equal(await game.focused(), `view.${to}`, "the focus stays");
			await game.invoke("dialog.close");
		};
		for (let n = 0; n < 2; n++) {
			await change("plain");
			await standing("plain");
			assert.equal(await game.page.$eval("canvas", (e) => getComputedStyle(e).display), "none");
			const frames = await game.page.evaluate(() => window.toolkitHost.stats.frames);
			await game.page.setViewport({ width: 700, height: 800 });
			await game.until(() => innerWidth === 700);
			await game.frames(20);
			assert.equal(await game.page.evaluate(() => window.toolkitHost.stats.frames), frames, "nothing is drawn meanwhile");
			await change("canvas");
			await standing("canvas");
			const size = await game.page.$eval("canvas", (e) => [e.width, e.height]);
			assert.deepEqual(size, [700, 800], "the canvas has the window's new size");
		}
		// The picture answers the mouse again.
		await game.click("submit");
		await game.waitFor("next");
		// The chosen view is kept when the page is reloaded.
		await change("plain");
		await game.reload();
		await game.playing();
		assert.equal(await view(game), "plain");
		assert.equal(await game.screen(), "screen.b3");
	}, { seed: 3 });
});

test("when WebGL is lost during a drag the plain page takes over, with nothing lost and a way back", async () => {
	await reached("screen.september-happened", async (game) => {
		const player = new Player(game, { hand: "invoke" });
		const dealt = (await player.cards()).map((card) => card.id);
		await player.press(`later.${dealt[0]}`);
		const lay = (await player.cards()).map((card) => card.id);
		const log = await saved(game, "quick.practice");
		const loaded = await game.page.evaluate(() => performance.timeOrigin);
		const from = await game.place(`card.${lay[0]}`);
		const to = await game.place(`card.${lay[3]}`);
		await game.page.mouse.move(from.x, from.y);
		await game.page.mouse.down();
		await game.page.mouse.move(to.x, to.y, { steps: 8 });
		await game.page.evaluate(() => document.querySelector("canvas").getContext("webgl2").getExtension("WEBGL_lose_context").loseContext());
		await game.until(() => document.getElementById("mirror").dataset.view === "plain");
		await game.page.mouse.up();
		await game.settled();
		assert.equal(await game.page.evaluate(() => performance.timeOrigin), loaded, "the page was not loaded again");
		assert.equal(await game.screen(), "screen.september-happened");
		assert.deepEqual((await player.cards()).map((card) => card.id), lay, "the cards are as they were before the drag");
		assert.equal(await saved(game, "quick.practice"), log);
		assert.match(await game.announced(), /drawing was lost/);
		await game.page.setViewport({ width: 600, height: 700 }); // at which Ebitengine would draw
		await game.settled();

		await player.answerStep();
		const screen = await game.screen();
		const later = await saved(game, "quick.practice");
		await Promise.all([game.page.waitForNavigation(), game.page.evaluate(() => document.querySelector("[data-node='view.again']").click())]);
		await game.playing();
		assert.equal(await view(game), "canvas", "it is drawn again");
		assert.equal(await game.screen(), screen, "the screen is the same");
		assert.equal(await saved(game, "quick.practice"), later);
		game.expect(/CONTEXT_LOST_WEBGL|context lost/i);
	}, { seed: 3 });
});

// The text spacing of WCAG 2.2, criterion 1.4.12, as a reader's own style sheet.
const SPACING = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
	p { margin-bottom: 2em !important; }`;

// cut lists faults of the layout: text that is cut off or leaves the window, and
// controls that are too small to hit.
const cut = (game) => game.page.evaluate(() => {
	const found = [];
	const root = document.documentElement;
	if (root.scrollWidth > innerWidth) {
		found.push(`the page is ${root.scrollWidth} wide in ${innerWidth}`);
	}
	const shown = (e) => e.getClientRects().length > 0 && e.closest(".unseen, [inert], [aria-hidden=true]") === null;
	for (const e of document.querySelectorAll("#mirror *")) {
		if (!shown(e)) {
			continue;
		}
		const style = getComputedStyle(e);
		const clips = style.overflowX !== "visible" || style.overflowY !== "visible";
		if (clips && !e.matches("[role=dialog]") && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)) {
			found.push(`${e.dataset.node ?? e.localName} cuts off what is in it`);
		}
		const box = e.getBoundingClientRect();
		if (e.firstChild?.nodeType === Node.TEXT_NODE && (box.left < -1 || box.right > innerWidth + 1)) {
			found.push(`“${e.textContent.slice(0, 40)}” runs out of the window`);
		}
		if (e.matches("button, a, input")) {
			const target = e.matches("input") ? e.closest("label").getBoundingClientRect() : box;
			if (target.width < 24 || target.height < 24) {
				found.push(`${e.dataset.node} is ${target.width} by ${target.height}`);
			}
		}
		// Words of a control stay within it.
		if (e.matches("button, label")) {
			for (const inner of e.querySelectorAll("span")) {
				const r = inner.getBoundingClientRect();
				if (inner.closest("[aria-hidden]") === null && (r.left < box.left - 1 || r.right > box.right + 1 || r.bottom > box.bottom + 1)) {
					found.push(`${e.dataset.node ?? e.textContent} is too small for its words`);
				}
			}
		}
	}
	return [...new Set(found)];
});

test("at 320 pixels nothing is cut off, with the spacing of WCAG 1.4.12, at twice the size of text, and in every room", async () => {
	await opened(async (game) => {
		await game.playing();
		const look = async (screen) => {
			assert.deepEqual(await cut(game), [], `${screen} at 320 pixels`);
			const style = await game.page.addStyleTag({ content: SPACING });
			const spaced = await game.page.$eval("#mirror p", (e) => parseFloat(getComputedStyle(e).letterSpacing));
			assert.ok(spaced > 1, "the letters are spaced");
			assert.deepEqual(await cut(game), [], `${screen} at 320 pixels, widely spaced`);
			await style.evaluate((e) => e.remove());
		};
		const player = new Player(game, { hand: "invoke", onScreen: look });
		await player.press("settings");
		await look("settings");
		await player.press("dialog.close");
		await player.begin("full");
		await player.press("menu");
		await look("menu");
		await player.press("dialog.close");
		await player.play();
		await look("debrief");
		await player.press("review");
		await look("review");
		await player.press("menu");
		await player.press("menu.settings");
		await player.press("size.200");
		await look("settings, large text");
		await player.press("dialog.close");
		await look("review, large text");
		await player.press("review.back");
		await look("debrief, large text");
	}, { query: "?view=plain&seed=7", size: SIZES.small, before: (page) => page.setBypassCSP(true) });
});

test("the settings hold for the plain page: theme and size of text", async () => {
	await opened(async (game) => {
		await game.playing();
		const look = () => game.page.evaluate(() => ({
			size: parseFloat(getComputedStyle(document.querySelector("#mirror p:not(.unseen)")).fontSize),
			ground: getComputedStyle(document.body).backgroundColor,
		}));
		await game.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
		const first = await look();
		await game.invoke("settings");
		await game.invoke("theme.dark");
		await game.invoke("size.150");
		const second = await look();
		assert.notEqual(second.ground, first.ground);
		assert.equal(second.size, 1.5 * first.size, "text is enlarged only once");
		await game.page.setViewport({ width: 500, height: 600 });
		await game.settled();
		assert.equal((await look()).size, second.size);
		await game.invoke("size.100");
		assert.equal((await look()).size, first.size);
	}, { query: "?view=plain" });
});

test("in a very large window the plain page is enlarged like the picture, and nothing is cut off", async () => {
	await opened(async (game) => {
		await game.playing();
		const measure = () => game.page.evaluate(() => {
			const box = (node) => document.querySelector(`#mirror [data-node="${node}"]`).getBoundingClientRect();
			return { begin: box("begin").height, heading: box("heading").height, left: box("summary").left, bottom: box("begin").bottom };
		});
		const at = async (width, height) => {
			await game.page.setViewport({ width, height, deviceScaleFactor: 1 });
			await game.until((w) => innerWidth === w, width);
			await game.settled();
			assert.deepEqual(await cut(game), [], `at ${width} by ${height}`);
			return measure();
		};
		const plenty = await at(1680, 945);
		const large = await at(3840, 2160);
		const factor = 3840 / 1680;
		for (const what of ["begin", "heading", "left"]) {
			assert.ok(Math.abs(large[what] / plenty[what] - factor) < 0.03, `${what}: ${plenty[what]} and ${large[what]}, want ${factor.toFixed(2)} times as much`);
		}
		assert.ok(large.bottom > 0.95 * 2160 && large.bottom <= 2160, "the bar is at the bottom of the window");
		// A click hits what is seen there, and the dialog is in the window.
		await game.page.mouse.click(...await game.place("settings").then(({ x, y }) => [x, y]));
		await game.settled();
		const dialog = await game.page.$eval("#mirror [role=dialog]", (e) => { const { left, right, top, bottom } = e.getBoundingClientRect(); return { left, right, top, bottom }; });
		assert.ok(Math.abs(dialog.left + dialog.right - 3840) < 4 && dialog.top >= 0 && dialog.bottom <= 2160, `the dialog is in the middle: ${JSON.stringify(dialog)}`);
		await game.key("Escape");
		await game.page.emulateMediaType("print");
		assert.equal(await game.page.$eval("#mirror", (e) => getComputedStyle(e).zoom), "1", "on paper nothing is enlarged");
		await game.page.emulateMediaType("screen");
		// And back, also over the canvas.
		const again = await at(1680, 945);
		assert.equal(again.begin, plenty.begin);
		await at(3840, 2160);
		await game.invoke("settings");
		await game.invoke("view.canvas");
		await game.until(() => document.getElementById("mirror").dataset.view === "canvas");
		await game.invoke("dialog.close");
		const over = await measure();
		assert.ok(Math.abs(over.begin - large.begin) < 4, `over the canvas a button is as high: ${over.begin}`);
	}, { query: "?view=plain", size: { width: 1680, height: 945 } });
});

test("Tab goes through the plain page in its order and out of it", async () => {
	await opened(async (game) => {
		await game.playing();
		const stops = [];
		for (let n = 0; n < 20; n++) {
			await game.page.keyboard.press("Tab");
			const node = await game.focused();
			if (!node) {
				break;
			}
			stops.push(node);
			const seen = await game.page.evaluate(() => {
				const e = document.activeElement.closest("label") ?? document.activeElement;
				const box = e.getBoundingClientRect();
				const bar = document.querySelector("#mirror footer");
				const hidden = !bar.contains(e) && getComputedStyle(bar).position === "sticky" && box.bottom > bar.getBoundingClientRect().top + 1;
				return box.top >= 0 && box.bottom <= innerHeight && !hidden;
			});
			assert.ok(seen, `${node} is in view and under nothing when it has the focus`);
		}
		assert.deepEqual(stops, ["shelf.choose", "words", "help", "length.lesson", "mode.practice", "sound", "settings", "begin"]);
	}, { query: "?view=plain", size: coarse(SIZES.phone) });
});

test("a touch that the system takes away presses nothing in the plain page, and the next one works", async () => {
	await opened(async (game) => {
		await game.playing();
		const { x, y } = await game.place("begin");
		const session = await game.page.createCDPSession();
		const touch = (type, points) => session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
		await touch("touchStart", [{ x, y }]);
		await touch("touchCancel", []);
		await game.settled();
		assert.equal(await game.screen(), "screen.briefing");
		await game.page.touchscreen.tap(x, y);
		await game.waitForScreen("screen.b1");
	}, { query: "?view=plain", size: coarse(SIZES.phone) });
});

test("the plain page prints, whole and without its buttons", async () => {
	await opened(async (game) => {
		await game.playing();
		const player = new Player(game, { hand: "invoke" });
		await player.begin("quick");
		await player.play();
		await game.page.emulateMediaType("print");
		const printed = await game.page.evaluate(() => ({
			text: document.getElementById("mirror").innerText,
			buttons: [...document.querySelectorAll("#mirror button")].filter((e) => e.getClientRects().length > 0).length,
			pictures: [...document.querySelectorAll("#mirror svg")].filter((e) => e.getBoundingClientRect().width > 100).length,
			wide: [...document.querySelectorAll("#mirror svg")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1).length,
		}));
		assert.match(printed.text, /of 100/);
		assert.equal(printed.buttons, 0);
		assert.ok(printed.pictures > 2, "the drawings are printed");
		assert.equal(printed.wide, 0);
		const pdf = await game.page.pdf({ format: "A4" });
		assert.ok(pdf.length > 10_000);
	}, { query: "?view=plain&length=quick" });
});

// bars measures the bars on the true line, which show how precisely each date is
// known: their ends, in days of September by the dates on the cord.
const bars = (game, attribute) => game.page.evaluate((attribute) => {
	const scale = document.querySelector(`#mirror [${attribute}=line]`);
	const dates = [...scale.querySelectorAll("text")].map((e) => {
		const { left, right } = e.getBoundingClientRect();
		return { day: parseInt(e.textContent, 10), x: (left + right) / 2 };
	});
	const [first, last] = [dates[0], dates.at(-1)];
	const day = (x) => first.day + (x - first.x) * (last.day - first.day) / (last.x - first.x);
	return Object.fromEntries([...document.querySelectorAll("#mirror [data-node=line] article, #mirror [data-node=line] [data-look$=-card]")].map((card) => {
		const bar = card.querySelector(`[${attribute}] path[fill^=var]`).getBoundingClientRect();
		const title = card.querySelector("[data-node$='.title'], .is-serif").textContent.trim();
		return [title, { from: day(bar.left), to: day(bar.right), heard: card.querySelector(`[${attribute}]`).closest("[aria-hidden=true]") === null }];
	}));
}, attribute);

test("the true line draws how precisely each date is known, on the screen and on paper", async () => {
	await reached("screen.september-happened", async (game) => {
		const player = new Player(game, { hand: "invoke" });
		await player.answer();
		await player.press("submit");
		const right = (found) => {
			assert.ok(Object.keys(found).length >= 6, "every card has its bar");
			for (const [title, from, to] of [
				["Elton John tells the BBC that he would like to meet Putin", 12, 14], // a weekend
				["The pranksters own up to a newspaper", 16, 17], // a day
				["Putin himself phones Elton John, his spokesman says", 24, 25],
			]) {
				const bar = found[title];
				assert.ok(Math.abs(bar.from - from) < 0.2 && Math.abs(bar.to - to) < 0.2, `${title}: ${bar.from} to ${bar.to}, want ${from} to ${to}`);
			}
			const moment = found["Elton John thanks Putin for a call in a post"];
			assert.ok(moment.to - moment.from < 0.9, "what is known to the minute is a dot");
			assert.deepEqual(Object.entries(found).filter(([, bar]) => bar.heard), [], "screen readers skip the bars");
		};
		right(await bars(game, "data-apart"));
		await game.page.emulateMediaType("print");
		right(await bars(game, "data-paper"));
		const left = await game.page.$$eval("#mirror [data-apart]", (all) => all.filter((e) => e.getClientRects().length > 0).length);
		assert.equal(left, 0, "those of the screen are not printed too");
	}, { query: "&view=plain" });
});

test("if the program can't be fetched the page offers the case on paper", async () => {
	const proxy = await startProxy(site.url, {
		intercept: (request, response) => {
			if (!new URL(request.url, "http://x").pathname.endsWith(".wasm")) {
				return false;
			}
			response.writeHead(403).end();
			return true;
		},
	});
	try {
		await opened(async (game) => {
			await game.page.waitForSelector("[data-problem=fetch]:not([hidden])");
			await Promise.all([game.page.waitForNavigation(), game.page.click("[data-problem=fetch] a[href^=worksheet]")]);
			await readSheet(game);
			game.expect(/Failed to load resource/);
		}, { url: proxy.url });
	} finally {
		await proxy.stop();
	}
});

test("without scripts the page offers the case on paper", async () => {
	await opened(async (game) => {
		await Promise.all([game.page.waitForNavigation(), game.page.click("noscript a")]);
		await readSheet(game);
	}, { before: (page) => page.setJavaScriptEnabled(false) });
});

async function readSheet(game) {
	const text = await game.page.$eval("main", (e) => e.innerText);
	assert.match(text, /Name/);
	assert.match(text, /Tuesday 15 September 2015, late in the evening/i);
	assert.doesNotMatch(text, /What would have changed it/i, "the key is elsewhere");
	assert.equal(await game.page.$$eval("script", (all) => all.length), 0, "there is no script in it");
	assert.ok((await game.page.pdf({ format: "letter" })).length > 10_000);
}

// The roles that golden files and the browser's tree have in common. Paragraphs
// have no name in the browser's tree.
const ROLES = new Set(["main", "header", "heading", "button", "link", "radio", "checkbox", "group", "region", "article", "list", "dialog", "img"]);

const golden = (name) => readFileSync(path.join(ROOT, `game/app/testdata/spoken/${name}.txt`), "utf8").split("\n\n")[1]
	.split("\n").map((line) => line.trim().match(/^(\w+)(?: (\d))?(?: ("(?:[^"\\]|\\.)*"))?/))
	.filter((found) => found && ROLES.has(found[1]) && found[1] !== "main" && found[1] !== "header")
	.map(([, role, level, name]) => [role + (level ?? ""), name ? JSON.parse(name).replace(/<[^>]*>/g, "") : ""]);

// heard is Chromium's accessibility tree of the page, in the form of the golden
// files.
async function heard(game) {
	const session = await game.page.createCDPSession();
	const { nodes } = await session.send("Accessibility.getFullAXTree");
	const byId = new Map(nodes.map((n) => [n.nodeId, n]));
	const list = [];
	const walk = (n) => {
		const role = { image: "img" }[n.role?.value] ?? n.role?.value;
		if (!n.ignored && ROLES.has(role) && role !== "main" && role !== "header") {
			const level = role === "heading" ? n.properties.find((p) => p.name === "level").value.value : "";
			list.push([role + level, (n.name?.value ?? "").replace(/\s+/g, " ").trim()]);
		}
		for (const id of n.childIds ?? []) {
			const child = byId.get(id);
			if (child) {
				walk(child);
			}
		}
	};
	walk(nodes[0]);
	await session.detach();
	return list;
}

for (const way of ["canvas", "plain"]) {
	test(`Chromium's accessibility tree says what the golden files say, view ${way}`, async () => {
		await opened(async (game) => {
			await game.playing();
			const same = async (name) => {
				// Chromium's tree has the capitals that the style sheet makes.
				const tidy = (list) => list.map(([role, words]) => `${role} ${words.replace(/[\s\u00a0]+/g, " ").trim().toLowerCase()}`);
				assert.deepEqual(tidy(await heard(game)), tidy(golden(name)), name);
			};
			await same("briefing");
			const player = new Player(game, { hand: "invoke" });
			await player.begin("full");
			await same("beat");
			await player.choose("verdict.denied");
			await player.choose("certainty.2");
			await same("beat-chosen");
			await game.invoke("hint");
			await same("beat-hint");
			const [tab] = (await game.nodes("button[data-node]")).filter((n) => n.node.startsWith("open."));
			await game.invoke(tab.node);
			await same("beat-reading");
			await game.invoke("reading.done");
			await game.invoke("submit");
			await same("beat-answered");
		}, { query: `?seed=7&view=${way}` });
	});
}
