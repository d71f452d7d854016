// The mirror and the canvas in the browser: focus, keys, announcements, and
// what the canvas must leave to the browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { coarse, SIZES } from "./browser.mjs";
import { played } from "./stage.mjs";

const checked = async (game) => (await game.nodes("input[data-node]")).filter((n) => n.checked).map((n) => n.node);

test("Tab goes through the controls in their order and out again", async () => {
	await played(async (game) => {
		const stops = [];
		for (let n = 0; n < 20; n++) {
			await game.page.keyboard.press("Tab");
			const node = await game.focused();
			if (!node) {
				break; // the browser's own controls come next
			}
			assert.ok(!stops.includes(node), `${node} comes once`);
			stops.push(node);
		}
		// In a group of radios only the chosen one is a stop; arrows go on from there.
		assert.deepEqual(stops, ["shelf.choose", "words", "help", "length.lesson", "mode.practice", "sound", "settings", "begin"]);
		assert.equal(await game.page.evaluate(() => document.activeElement.localName), "body", "the canvas never takes the focus");
	});
});

test("arrow keys move the choice within a group, and the picture follows", async () => {
	await played(async (game) => {
		await game.focus("length.lesson");
		const before = await game.page.screenshot({ encoding: "base64" });
		await game.key("ArrowDown");
		assert.deepEqual(await checked(game), ["length.full", "mode.practice"]);
		assert.equal(await game.focused(), "length.full");
		assert.notEqual(await game.page.screenshot({ encoding: "base64" }), before, "another choice is painted");
	});
});

test("things are found by role and name, as a screen reader finds them", async () => {
	await played(async (game) => {
		await game.named("heading", "The Call");
		await game.named("main", "");
		await game.named("radio", "Assessment: no hints, one go.");
		const begin = await game.named("button", "Begin");
		await begin.evaluate((e) => e.click()); // what assistive technology does
		await game.waitForScreen("screen.b1");
		assert.equal(await game.page.evaluate(() => document.activeElement.localName), "h1", "the focus goes to the new screen's heading");
	});
});

test("a dialog takes the focus, silences the rest, and gives the focus back", async () => {
	await played(async (game) => {
		await game.press("settings", "Enter");
		const inside = await game.page.evaluate(() => document.activeElement.closest("[role=dialog]") !== null);
		assert.ok(inside, "the focus is in the dialog");
		const outside = (await game.nodes("button, input")).filter((n) => n.node === "begin" || n.node.startsWith("length."));
		assert.ok(outside.length > 0 && outside.every((n) => n.inert), "what is behind it is inert");
		const { x, y } = await game.box("begin");
		await game.page.mouse.click(x, y, { delay: 20 });
		await game.settled();
		assert.equal(await game.screen(), "screen.briefing", "what is behind can't be clicked");
		if (await game.page.$("[role=dialog]")) {
			await game.key("Escape");
		}
		assert.equal(await game.page.$("[role=dialog]"), null, "Escape closes it");
		assert.equal(await game.focused(), "settings", "the focus is where it was");
	});
});

test("the same announcement twice is a change both times", async () => {
	await played(async (game) => {
		const say = () => game.page.evaluate(() => {
			const { screen } = document.getElementById("mirror").dataset;
			window.toolkitHost.mirror.apply(JSON.stringify({ patches: [], screen, announce: "Moved to 2 of 5" }));
			return document.querySelector("#mirror [aria-live]").textContent;
		});
		const said = [await say(), await say(), await say()];
		assert.deepEqual(said.map((words) => words.trimEnd()), Array(3).fill("Moved to 2 of 5"));
		assert.ok(said[0] !== said[1] && said[1] !== said[2]);
		assert.equal(await game.page.$$eval("[aria-live], [role=status]", (all) => all.length), 2, "one live region, and the hidden page's own");
	});
});

test("what was announced isn't there to be read later", async () => {
	await played(async (game) => {
		await game.page.evaluate(() => {
			const { screen } = document.getElementById("mirror").dataset;
			window.toolkitHost.mirror.apply(JSON.stringify({ patches: [], screen, announce: "Saved" }));
		});
		assert.equal(await game.announced(), "Saved");
		await game.until(() => document.querySelector("#mirror [aria-live]").textContent === "");
	});
});

test("a new screen's heading has the focus and the caret before the pressed button goes", async () => {
	await played(async (game) => {
		await game.focus("begin");
		await game.page.evaluate(() => {
			const button = document.activeElement;
			window.seen = [];
			new MutationObserver(() => {
				if (!button.isConnected) {
					window.seen.push("it goes");
				}
			}).observe(document.getElementById("mirror"), { childList: true, subtree: true });
			document.addEventListener("focusin", ({ target }) => {
				window.seen.push(`${target.localName}, and the button is ${button.isConnected ? "there" : "gone"}`);
			});
			button.click();
		});
		await game.until(() => window.seen.includes("it goes"));
		assert.deepEqual(await game.page.evaluate(() => window.seen.slice(0, 2)), ["h1, and the button is there", "it goes"]);
		const at = await game.page.evaluate(() => {
			const { anchorNode } = getSelection();
			return (anchorNode.nodeType === Node.TEXT_NODE ? anchorNode.parentElement : anchorNode).localName;
		});
		assert.equal(at, "h1", "reading goes on from the heading");
		assert.equal(await game.page.$("[data-held]"), null, "nothing of the old screen is left");
	});
});

test("a dialog's opener is inert only when the dialog has the focus", async () => {
	await played(async (game) => {
		await game.focus("settings");
		await game.page.evaluate(() => {
			const button = document.activeElement;
			window.seen = [];
			document.addEventListener("focusin", () => window.seen.push(button.closest("[inert]") === null));
			button.click();
		});
		await game.until(() => window.seen.length > 0);
		assert.deepEqual(await game.page.evaluate(() => window.seen), [true]);
		await game.until(() => document.querySelector('#mirror [data-node="settings"]').closest("[inert]") !== null);
	});
});

test("the browser's own keys stay the browser's", async () => {
	await played(async (game) => {
		await game.page.evaluate(() => {
			window.prevented = [];
			window.addEventListener("keydown", (event) => {
				if (event.defaultPrevented) {
					window.prevented.push(event.key);
				}
				event.preventDefault(); // or the page would be reloaded
			});
		});
		for (const focus of ["begin", "length.lesson", "heading"]) {
			await game.focus(focus);
			for (const key of ["F5", "F6", "F1", "Tab"]) {
				await game.page.keyboard.press(key);
			}
			for (const key of ["l", "r", "f", "+"]) {
				await game.page.keyboard.down("Control");
				await game.page.keyboard.press(key);
				await game.page.keyboard.up("Control");
			}
		}
		assert.deepEqual(await game.page.evaluate(() => window.prevented), []);
	});
});

test("zooming by wheel and by two fingers is left to the browser", async () => {
	await played(async (game) => {
		const left = (ctrlKey) => game.page.evaluate((ctrl) => document.querySelector("canvas").dispatchEvent(
			new WheelEvent("wheel", { deltaY: 10, ctrlKey: ctrl, bubbles: true, cancelable: true })), ctrlKey);
		assert.equal(await left(true), true, "Ctrl and the wheel zoom");
		assert.equal(await left(false), false, "the wheel alone scrolls the game");

		const { x, y } = await game.place("begin");
		const touches = await game.page.evaluate((at) => {
			const canvas = document.querySelector("canvas");
			const finger = (identifier, dx) => new Touch({ identifier, target: canvas, clientX: at.x + dx, clientY: at.y });
			const send = (type, ...fingers) => canvas.dispatchEvent(new TouchEvent(type, {
				touches: fingers, targetTouches: fingers, changedTouches: fingers, bubbles: true, cancelable: true,
			}));
			const first = finger(1, 0);
			const second = finger(2, 40);
			return [send("touchstart", first), send("touchstart", first, second), send("touchmove", first, second),
				send("touchend", first), send("touchend")];
		}, { x, y });
		assert.deepEqual(touches.slice(1), [true, true, true, true], "from the second finger on nothing is kept from the browser");
		await game.settled();
		assert.equal(await game.screen(), "screen.briefing", "nothing has been pressed");
	}, { size: coarse(SIZES.phone) });
});

test("a touch that the system takes away presses nothing, and the next one works", async () => {
	await played(async (game) => {
		const { x, y } = await game.place("begin");
		const session = await game.page.createCDPSession();
		const touch = (type, points) => session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
		await touch("touchStart", [{ x, y }]);
		await game.settled();
		await touch("touchCancel", []);
		await game.settled();
		assert.equal(await game.screen(), "screen.briefing", "nothing has been pressed");
		await game.tap("begin");
		assert.equal(await game.screen(), "screen.b1", "a whole tap presses");
	}, { size: coarse(SIZES.phone) });
});

test("a click on the picture moves the keyboard focus", async () => {
	await played(async (game) => {
		await game.click("length.quick");
		assert.deepEqual(await checked(game), ["length.quick", "mode.practice"]);
		assert.equal(await game.focused(), "length.quick");
		await game.page.keyboard.press("Tab");
		assert.equal(await game.focused(), "mode.practice", "Tab goes on from there");
	});
});

test("preferences are followed while the game runs", async () => {
	await played(async (game) => {
		const at = async () => (await game.page.screenshot({ encoding: "base64" }));
		await game.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
		await game.settled();
		const light = await at();
		await game.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
		await game.settled();
		const dark = await at();
		assert.notEqual(dark, light, "dark is painted");
		await game.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
		await game.settled();
		assert.equal(await at(), light, "light is the same again, to the pixel");
	});
});

test("the whole mirror is printed, and nothing else", async () => {
	await played(async (game) => {
		await game.page.emulateMediaType("print");
		const printed = await game.page.evaluate(() => {
			const mirror = document.getElementById("mirror");
			const shown = (selector) => getComputedStyle(document.querySelector(selector)).display !== "none";
			return {
				text: mirror.innerText, opacity: getComputedStyle(mirror).opacity,
				page: shown("#page"), canvas: shown("canvas"),
				cut: [...mirror.querySelectorAll("p, h1, h2, li")].filter((e) => e.scrollHeight > e.clientHeight + 1 && !e.matches(".unseen")).length,
			};
		});
		assert.match(printed.text, /The Call/);
		assert.match(printed.text, /Elton John, British singer/);
		assert.deepEqual({ ...printed, text: "" }, { text: "", opacity: "1", page: false, canvas: false, cut: 0 });
	});
});
