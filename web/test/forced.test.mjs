// Forced colours, as with Windows' contrast themes: the canvas changes to high
// contrast, and the plain page still shows what a background, a shadow or a tint
// would show. Tested by pixels where styles don't tell what is seen.
import assert from "node:assert/strict";
import { test } from "node:test";
import { REDUCED_MOTION, SIZES } from "./browser.mjs";
import { Player } from "./player.mjs";
import { browser, site } from "./stage.mjs";

const LEAST = 3; // contrast of a word's darkest and lightest pixels, less because edges are blurred

// opened opens the game with colours forced by a light or a dark system.
async function opened(use, { query, scheme, size = SIZES.laptop }) {
	const game = await browser.open(`${site.url}${query}`, {
		size: { ...size, deviceScaleFactor: 1 },
		before: async (page) => {
			await page.evaluateOnNewDocument(() => localStorage.clear());
			const session = await page.createCDPSession();
			await session.send("Emulation.setEmulatedMedia", { features: [
				{ name: "forced-colors", value: "active" }, { name: "prefers-color-scheme", value: scheme },
				REDUCED_MOTION,
			] });
		},
	});
	await game.playing();
	await use(game);
	game.clean();
	await game.page.close();
}

// faint lists the words on the screen with too little contrast in their upper or
// lower half: a system's backplate covers them, or they have the ground's colour.
async function faint(game) {
	const base64 = await game.page.screenshot({ encoding: "base64" });
	return game.page.evaluate(async (base64, least) => {
		const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
		const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
		const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d", { willReadFrequently: true });
		canvas.drawImage(picture, 0, 0);
		const linear = (v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
		const contrast = (x, y, w, h) => {
			const { data } = canvas.getImageData(Math.round(x), Math.round(y), Math.max(1, Math.round(w)), Math.max(1, Math.round(h)));
			let dark = 1;
			let light = 0;
			for (let i = 0; i < data.length; i += 4) {
				const luminance = 0.2126 * linear(data[i]) + 0.7152 * linear(data[i + 1]) + 0.0722 * linear(data[i + 2]);
				dark = Math.min(dark, luminance);
				light = Math.max(light, luminance);
			}
			return (light + 0.05) / (dark + 0.05);
		};
		const found = [];
		let words = 0;
		const texts = document.createTreeWalker(document.getElementById("mirror"), NodeFilter.SHOW_TEXT);
		for (let node = texts.nextNode(); node; node = texts.nextNode()) {
			const element = node.parentElement;
			if (!/\p{L}{3}/u.test(node.data) || element.closest(".unseen, [inert], [aria-disabled=true], .is-disabled, svg")) {
				continue;
			}
			const range = document.createRange();
			range.selectNodeContents(node);
			for (const { x, y, width, height } of range.getClientRects()) {
				const there = document.elementFromPoint(x + width / 2, y + height / 2);
				const covered = !there || !(there.contains(element) || element.contains(there) || there.closest("label")?.contains(element));
				if (covered || x < 0 || y < 0 || x + width > innerWidth || y + height > innerHeight || width < 12) {
					continue;
				}
				words++;
				for (const half of [0.22, 0.5]) {
					const seen = contrast(x, y + half * height, width, 0.28 * height);
					if (seen < least) {
						found.push(`“${node.data.slice(0, 40)}”, ${half < 0.5 ? "upper" : "lower"} half: ${seen.toFixed(1)}`);
					}
				}
			}
		}
		return { found, words };
	}, base64, LEAST);
}

// legible asserts that every word on the screen can be read.
async function legible(game, where) {
	const { found, words } = await faint(game);
	assert.ok(words > 3, `${where}: there are words to look at`);
	assert.deepEqual(found, [], where);
}

// marks tells for every radio and checkbox whether it is chosen, and whether the
// system's highlight colour shows that.
const marks = (game) => game.page.evaluate(() => {
	const probe = document.body.appendChild(document.createElement("p"));
	probe.style.cssText = "forced-color-adjust: none; color: Highlight";
	const highlight = getComputedStyle(probe).color;
	probe.remove();
	return [...document.querySelectorAll("#mirror label")].filter((e) => !e.closest("[inert]")).map((label) => {
		const input = label.querySelector("input");
		const own = getComputedStyle(label);
		return {
			node: input.dataset.node, chosen: input.checked,
			shown: own.backgroundColor === highlight || own.borderTopColor === highlight && parseFloat(own.borderTopWidth) >= 3,
			bordered: parseFloat(own.borderTopWidth) >= 1 && own.borderTopStyle !== "none",
			ringed: own.outlineStyle !== "none" && parseFloat(own.outlineWidth) >= 2,
			focused: document.activeElement === input,
		};
	});
});

async function choices(game, where) {
	const all = await marks(game);
	assert.ok(all.some((m) => m.chosen) && all.some((m) => !m.chosen), `${where}: some are chosen and some not`);
	for (const m of all) {
		assert.equal(m.shown, m.chosen, `${where}: ${m.node} shows whether it is chosen`);
		assert.ok(m.bordered, `${where}: ${m.node} has an edge`);
		assert.equal(m.ringed, m.focused, `${where}: ${m.node} has the ring when it has the focus, and only then`);
	}
}

// edges asserts that every surface of a kind has a visible edge.
async function edges(game, selector) {
	const without = await game.page.$$eval(`#mirror :is(${selector})`, (all) => {
		const bare = all.filter((e) => {
			const { borderTopStyle, borderTopWidth } = getComputedStyle(e);
			return borderTopStyle === "none" || parseFloat(borderTopWidth) < 1;
		});
		return { all: all.length, bare: bare.map((e) => e.dataset.node ?? e.dataset.box ?? e.localName) };
	});
	assert.ok(without.all > 0, `there is a ${selector}`);
	assert.deepEqual(without.bare, [], `every ${selector} has an edge`);
}

// disabled asserts that disabled buttons look so.
async function disabled(game) {
	const off = await game.page.evaluate(() => {
		const probe = document.body.appendChild(document.createElement("p"));
		probe.style.cssText = "forced-color-adjust: none; color: GrayText";
		const gray = getComputedStyle(probe).color;
		probe.remove();
		return [...document.querySelectorAll("#mirror button[aria-disabled=true]")].map((e) => ({ node: e.dataset.node, gray: getComputedStyle(e).color === gray }));
	});
	assert.ok(off.length > 0, "there is something that can't be pressed");
	assert.deepEqual(off.filter((e) => !e.gray), []);
}

for (const [scheme, size] of [["light", SIZES.phone], ["dark", SIZES.laptop]]) {
	test(`with forced colours, ${scheme}, the plain page keeps its words, edges, choices and the ring`, async () => {
		await opened(async (game) => {
			await legible(game, "the briefing");
			await edges(game, "[data-look=card], [data-look=panel], footer");
			await game.press("settings");
			await legible(game, "the settings");
			await edges(game, "[role=dialog]");
			await choices(game, "the settings");
			await game.key("Escape");

			const player = new Player(game, { hand: "press" });
			await player.begin("quick");
			await player.openTab("b1");
			await player.choose("verdict.denied");
			await player.choose("certainty.2");
			await choices(game, "a claim, its certainty focused");
			await game.focus("verdict.denied");
			await choices(game, "a claim, its stamp focused");
			await legible(game, "a claim");
			await player.press("submit");
			await legible(game, "a claim answered");
			await player.press("next");
			await player.answer(); // the moment's other claim
			await player.press("submit");
			await player.press("next");
			await player.play((screen) => screen === "screen.september-happened");
			await game.focus((await game.nodes("button[data-node^='card.']"))[0].node);
			await game.key("Space");
			await edges(game, "[data-look=sort-card], [data-look=lifted-card]");
			const lifted = await game.page.$eval("#mirror [data-look=lifted-card]", (e) => getComputedStyle(e).outlineStyle);
			assert.equal(lifted, "solid", "the card that is taken up is told from the others");
			await legible(game, "the order");
			await disabled(game); // the first card can't go further up
			await game.key("Space"); // and put down again
			await player.answer();
			await player.press("submit");
			await edges(game, "[data-look=good-card], [data-look=bad-card]");
			await legible(game, "the true line");
			await player.press("next");
			await player.play();
			await legible(game, "the debrief");
		}, { query: "?view=plain&seed=7", scheme, size });
	});
}

test("with forced colours the picture is in high contrast, unless the player has chosen", async () => {
	await opened(async (game) => {
		const black = async () => {
			const base64 = await game.page.screenshot({ encoding: "base64" });
			return game.page.evaluate(async (base64) => {
				const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
				const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
				const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
				canvas.drawImage(picture, 0, 0);
				const { data } = canvas.getImageData(0, 0, picture.width, picture.height);
				let n = 0;
				for (let i = 0; i < data.length; i += 4) {
					n += data[i] + data[i + 1] + data[i + 2] === 0;
				}
				return n / (data.length / 4);
			}, base64);
		};
		assert.ok(await black() > 0.5, "most of it is black");
		await game.press("settings");
		await game.press("theme.light");
		await game.key("Escape");
		assert.ok(await black() < 0.05, "the player's own choice holds");
		assert.equal(await game.page.$eval("#mirror", (e) => getComputedStyle(e).opacity), "0", "no words of the mirror's are over the picture");
	}, { query: "?view=canvas", scheme: "light" });
});
