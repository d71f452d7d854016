// Single-key shortcuts in the browser: they activate their controls, don't disturb
// the browser's own, and can be switched off.
import assert from "node:assert/strict";
import { test } from "node:test";
import { played } from "./stage.mjs";

// desk opens the game at its first claim.
const desk = (use, query = "") => played(async (game) => {
	await game.press("begin");
	await use(game);
}, { query });

const checked = async (game) => (await game.nodes("input[type=radio]")).filter((n) => n.checked).map((n) => n.node);
const dialog = (game) => game.page.evaluate(() => document.querySelector("#mirror [role=dialog]")?.ariaLabel ?? "");

for (const view of ["canvas", "plain"]) {
	test(`a verdict by single keys alone, in the ${view} view`, async () => {
		await desk(async (game) => {
			await game.key("3");
			await game.key("g");
			assert.deepEqual(await checked(game), ["verdict.denied", "certainty.1"]);
			assert.equal(await game.focused(), "certainty.1", "the focus goes along");
			await game.page.keyboard.press("s");
			await game.waitFor("next");
			await game.settled();
			await game.key("n");
			await game.waitFor("submit");
			assert.deepEqual(await checked(game), [], "the next question");
		}, `?view=${view}`);
	});
}

test("a key opens a dialog, where the others do nothing; the focus comes back", async () => {
	await desk(async (game) => {
		await game.focus("verdict.real");
		await game.page.keyboard.type("?");
		await game.settled();
		assert.equal(await dialog(game), "Help and keys");
		await game.key("1");
		await game.key("m");
		assert.equal(await dialog(game), "Help and keys");
		assert.deepEqual(await checked(game), []);
		await game.key("Escape");
		assert.equal(await dialog(game), "");
		assert.equal(await game.focused(), "help", "back where the dialog was opened from");
		await game.key("w");
		assert.equal(await game.focused(), "word.claim", "the term is read at once");
		await game.key("Escape");
		assert.equal(await game.focused(), "words");
	});
});

test("a click on the menu opens its dialog, and Escape leads back", async () => {
	await desk(async (game) => {
		await game.click("menu");
		assert.equal(await game.focused(), "dialog");
		await game.key("Escape");
		assert.equal(await game.focused(), "menu");
	});
});

test("with Ctrl, Alt or in a text field of somebody else's they mean nothing", async () => {
	await desk(async (game) => {
		for (const modifier of ["Control", "Alt", "Meta"]) {
			await game.page.keyboard.down(modifier);
			await game.page.keyboard.press("1");
			await game.page.keyboard.up(modifier);
		}
		await game.settled();
		assert.deepEqual(await checked(game), [], "a browser's own shortcuts are left to it");
		await game.page.evaluate(() => {
			const field = document.createElement("input");
			field.id = "foreign";
			document.body.append(field);
			field.focus();
		});
		await game.page.keyboard.type("12m?");
		await game.settled();
		assert.equal(await game.page.$eval("#foreign", (e) => e.value), "12m?");
		assert.deepEqual(await checked(game), []);
		assert.equal(await dialog(game), "");
	});
});

test("they are told to assistive technology, and are gone when switched off", async () => {
	await desk(async (game) => {
		const told = () => game.page.evaluate(() => [...document.querySelectorAll("#mirror [aria-keyshortcuts]")]
			.map((e) => `${e.dataset.node} ${e.getAttribute("aria-keyshortcuts")}`));
		assert.ok((await told()).includes("verdict.prank 2"));
		assert.ok((await told()).includes("menu M"));
		await game.key("m");
		await game.press("menu.settings");
		await game.press("keys.off");
		await game.key("Escape");
		assert.deepEqual(await told(), []);
		await game.key("2");
		await game.key("m");
		assert.deepEqual(await checked(game), []);
		assert.equal(await dialog(game), "");
	});
});
