// The game in Firefox and in WebKit as Debian ships them: on the canvas and as
// the plain page, by mouse and by key, with a reload. Chromium has the other
// tests.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { plays, writes } from "./author.mjs";
import { PATIENCE } from "./browser.mjs";
import { launchFirefox, launchWebKit } from "./engines.mjs";
import { Player } from "./player.mjs";
import { answered, compare, report, saved } from "./result.mjs";
import { serveSite } from "./site.mjs";
import { watched } from "./watch.mjs";

const TIMELINE = "screen.september-happened";

let site;

before(async () => {
	site = await serveSite();
});

after(() => site?.stop());

// An Engine is a browser that is started when it is first needed and closed when
// the tests end. Each test opens the site at an origin of its own, where nothing is
// saved yet.
class Engine {
	constructor(launch) {
		this.launch = launch;
		after(() => this.browser?.close());
	}

	// open opens the game, passes it to use, and asserts that nothing went wrong.
	async open(query, use, place = "") {
		const watch = await watched(site.url);
		try {
			this.browser ??= await this.launch();
			const game = await this.browser.open(`${watch.url}${place}?${query}`, { faults: watch.faults });
			assert.deepEqual(await game.page.evaluate(() => window.found), { controlled: false, saved: 0 }, "nothing is left of an earlier visit");
			await use(game);
			game.clean();
			await game.close();
		} finally {
			await watch.stop();
		}
	}
}

const view = (game) => game.page.evaluate(() => document.getElementById("mirror").dataset.view);
const checked = async (game) => (await game.nodes("input[data-node]")).filter((n) => n.checked).map((n) => n.node);
const cards = async (player) => (await player.cards()).map((card) => card.id);

// byKeyboard goes through the briefing's controls and a dialog by key alone.
async function byKeyboard(game) {
	assert.equal(await game.focused(), "heading", "the focus is on the first screen's heading");
	// In a group of radios only the chosen one is a stop.
	const controls = (await game.nodes(":is(button, a, input)[data-node]")).filter((n) => n.checked || n.tag !== "input").map((n) => n.node);
	assert.ok(controls.length > 3 && controls.at(-1) === "begin", `there is something to go through: ${controls}`);
	const stops = [];
	for (let n = 0; n < controls.length; n++) {
		await game.page.keyboard.press("Tab");
		stops.push(await game.focused());
	}
	assert.deepEqual(stops, controls, "Tab goes through the controls in their order");
	await game.focus("length.lesson");
	await game.key("ArrowUp");
	assert.deepEqual(await checked(game), ["length.quick", "mode.practice"], "an arrow moves the choice");
	await game.press("settings", "Enter");
	const inside = await game.page.evaluate(() => document.activeElement.closest("[role=dialog]") !== null);
	assert.ok(inside, "a dialog takes the focus");
	await game.focus("begin");
	assert.notEqual(await game.focused(), "begin", "what is behind it can't have the focus");
	await game.key("Escape");
	assert.equal(await game.focused(), "settings", "Escape gives it back");
}

// drag takes a card two places down, after a drag that is cancelled.
async function drag(game, player) {
	const dealt = await cards(player);
	const [first, second, third, ...rest] = dealt;
	await game.drag(`card.${first}`, `card.${third}`);
	await game.key("Escape");
	await game.drop();
	assert.deepEqual(await cards(player), dealt, "a cancelled drag loses nothing");
	await game.drag(`card.${first}`, `card.${third}`);
	await game.drop();
	assert.deepEqual(await cards(player), [second, third, first, ...rest], "the card is where it was dropped");
	assert.equal(await game.focused(), `card.${first}`, "the card has the focus");
}

// sharp asserts that the picture has the screen's own pixels.
async function sharp(game) {
	const { canvas, screen } = await game.page.evaluate(() => {
		const { width, height, clientWidth, clientHeight } = document.querySelector("canvas");
		const pixels = (n) => Math.round(n * devicePixelRatio);
		return { canvas: [width, height], screen: [pixels(clientWidth), pixels(clientHeight)] };
	});
	assert.deepEqual(canvas, screen, "the canvas has a pixel for each of the screen's");
}

// arrange moves cards by their buttons and reloads the page.
async function arrange(game, player) {
	const [first, second, ...rest] = await cards(player);
	await player.press(`later.${first}`);
	await player.press(`later.${first}`);
	await player.press(`earlier.${first}`);
	const order = [second, first, ...rest];
	assert.deepEqual(await cards(player), order, "the buttons move a card");
	await game.reload();
	await game.playing();
	assert.equal(await game.screen(), TIMELINE, "after a reload the player is where they were");
	assert.deepEqual(await cards(player), order, "the cards are as they were");
	player.arrange = () => order; // it is handed in as it is
}

// playThrough plays the Quick length from the briefing to the debrief. It plays the
// repetitive steps in the view hurry, if given.
async function playThrough(game, hurry) {
	const heard = [];
	const player = new Player(game, {
		onScreen: async (screen) => {
			assert.notEqual(await game.focused(), "", `the focus isn't lost on ${screen}`);
			if (screen.endsWith("answered")) {
				assert.equal(await game.focused(), "outcome", `on ${screen} reading begins at the outcome`);
				const [said, seen] = [await game.announced(), await game.words(`[data-node="outcome"]`)];
				assert.ok(!said.startsWith(seen), `the outcome isn't announced too on ${screen}: ${said}`);
				heard.push(said);
			}
		},
	});
	await player.begin("quick");
	assert.equal(await game.focused(), "heading", "the focus goes to the new screen's heading");
	await player.answerStep();
	assert.ok(heard.some(Boolean), "what the heading doesn't say is announced");

	const here = await view(game);
	await look(game, hurry ?? here);
	await player.play((screen) => screen === TIMELINE);
	await look(game, here);
	assert.equal(await game.screen(), TIMELINE);
	if (here === "canvas") {
		await drag(game, player);
	}
	await arrange(game, player);

	await player.play();
	const log = await saved(game, "the-call.quick.practice");
	assert.deepEqual(answered(log), player.answers, "the session has the answers as they were given");
	await compare(game, report(log));
}

// look reloads the game in a view, unless it is in it.
async function look(game, wanted) {
	if (await view(game) !== wanted) {
		const link = new URL(await game.page.url());
		link.search = `?length=quick&view=${wanted}`;
		await game.page.goto(`${link}`, { waitUntil: "domcontentloaded" });
		await game.playing();
		assert.equal(await view(game), wanted);
	}
}

for (const [engine, at] of Object.entries({ Firefox: new Engine(launchFirefox), WebKit: new Engine(launchWebKit) })) {
	test(`${engine} plays on the canvas`, async () => {
		await at.open("seed=7&view=canvas", async (game) => {
			await game.playing();
			assert.equal(await view(game), "canvas");
			await sharp(game);
			const painted = () => game.page.screenshot({ encoding: "base64" });
			const before = await painted();
			await byKeyboard(game);
			assert.notEqual(await painted(), before, "what is chosen is painted");
			await playThrough(game, "plain"); // which takes a third of the time
		});
	});

	test(`${engine} plays the plain page`, async () => {
		await at.open("seed=7&view=plain", async (game) => {
			await game.playing();
			assert.equal(await view(game), "plain");
			await byKeyboard(game);
			await playThrough(game);
		});
	});

	test(`${engine} plays offline after the first visit`, async () => {
		const host = await serveSite(); // of its own, to stop it; unchanged, since the service worker checks hashes
		try {
			at.browser ??= await at.launch();
			const game = await at.browser.open(`${host.url}?seed=7&length=quick&view=plain`);
			await game.playing();
			await game.until(() => navigator.serviceWorker.controller?.state === "activated");
			await host.stop();
			await assert.rejects(fetch(host.url), "nothing answers any more");
			await game.reload();
			await game.playing();
			const player = new Player(game);
			await player.begin("quick");
			await player.answerStep();
			await game.reload();
			await game.playing();
			assert.equal(await game.screen(), "screen.b3", "what was played is there after a reload");
			await game.close();
		} finally {
			await host.stop();
		}
	});

	test(`an author writes in ${engine}, and gives the story away in a link`, async () => {
		await at.open("", async (game) => {
			const link = await writes(game);
			// Only the fragment differs from the game's own address.
			await game.page.goto(link);
			await plays(game);
		}, "author.html");
	});

	test(`what goes wrong in ${engine} is noticed`, async () => {
		await at.open("view=plain", async (game) => {
			await game.playing();
			game.clean();
			const kinds = [/the console says: it hurts/, /uncaught: .*ouch/, /unhandled: .*gone/, /against the policy: script-src/, /not loaded: .*nowhere/];
			await game.page.evaluate(() => {
				console.error("it hurts");
				setTimeout(() => { throw new Error("ouch"); });
				Promise.reject(new Error("gone"));
				const add = (tag, more) => document.body.append(Object.assign(document.createElement(tag), more));
				add("script", { textContent: "window.evil = true" });
				add("img", { src: "nowhere.png" });
			});
			for (const until = Date.now() + PATIENCE; Date.now() < until && !kinds.every((kind) => game.faults.some((fault) => kind.test(fault)));) {
				await game.settled();
			}
			for (const kind of kinds) {
				assert.ok(game.faults.some((fault) => kind.test(fault)), `${kind} among ${game.faults.join("; ")}`);
			}
			assert.throws(() => game.clean());
			game.expect(/./);
		});
	});
}

// Headless Firefox really has no WebGL 2.
test("Firefox without WebGL 2 plays the plain page", async () => {
	await new Engine(() => launchFirefox({ headless: true })).open("seed=7", async (game) => {
		assert.equal(await game.page.evaluate(() => document.createElement("canvas").getContext("webgl2")), null);
		await game.playing();
		assert.equal(await view(game), "plain");
		const player = new Player(game);
		await player.begin("quick");
		await player.answerStep();
		assert.equal(await game.screen(), "screen.b3");
	});
});
