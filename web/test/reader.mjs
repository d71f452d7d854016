// A player that knows nothing of the program: it reads roles, names and states in
// the browser's accessibility tree and presses keys, as with a screen reader. It
// decides what to do mostly by rules that would work on many a page.
import assert from "node:assert/strict";

const MOST_STOPS = 80; // on one screen; more means that Tab goes around in circles

const property = (node, name) => node.properties?.find((p) => p.name === name)?.value.value;

// A Reader reads the page of a game.
export class Reader {
	static async open(game) {
		const session = await game.page.createCDPSession();
		await session.send("Accessibility.enable");
		return new Reader(game, session);
	}

	constructor(game, session) {
		this.game = game;
		this.session = session;
		this.turn = 0; // varies the choices
		this.tried = new Set(); // names of buttons that were pressed to see what they do
		this.heard = []; // what was said of each answer
	}

	async tree() {
		const { nodes } = await this.session.send("Accessibility.getFullAXTree");
		return new Map(nodes.map((node) => [node.nodeId, node]));
	}

	// here is the focused element: its role, name, state and ancestors. It is null if
	// nothing on the page has the focus.
	async here() {
		// The whole tree would take most of the time that a Lesson is played in.
		const { result } = await this.session.send("Runtime.evaluate", { expression: "document.activeElement", objectGroup: "here" });
		const { nodes: [at, ...ancestors] } = await this.session.send("Accessibility.getAXNodeAndAncestors", { objectId: result.objectId });
		await this.session.send("Runtime.releaseObjectGroup", { objectGroup: "here" });
		if (!property(at, "focused") || at.role.value === "RootWebArea") {
			return null;
		}
		const within = ancestors.filter((node) => !node.ignored)
			.map((node) => ({ role: node.role.value, name: node.name?.value ?? "", id: node.backendDOMNodeId }));
		return {
			role: at.role.value, name: at.name?.value ?? "", id: at.backendDOMNodeId, within,
			checked: property(at, "checked") === "true", disabled: property(at, "disabled") === true,
		};
	}

	// status is the last announcement. It asserts that there is one live region.
	async status() {
		const tree = await this.tree();
		const all = [...tree.values()].filter((node) => !node.ignored && property(node, "live"));
		assert.deepEqual(all.map((node) => [node.role.value, property(node, "live")]), [["paragraph", "polite"]], "there is one live region, and it is polite");
		const words = (node) => (node.childIds ?? []).map((id) => tree.get(id)).map((child) => (
			child?.role.value === "StaticText" ? child.name.value : child ? words(child) : "")).join("");
		return words(all[0]);
	}

	// text is all that can be read on the page.
	async text() {
		return [...(await this.tree()).values()].filter((node) => node.role.value === "StaticText").map((node) => node.name.value).join("\n");
	}

	async key(key, { shift = false } = {}) {
		const { keyboard } = this.game.page;
		if (shift) {
			await keyboard.down("Shift");
		}
		await keyboard.press(key);
		if (shift) {
			await keyboard.up("Shift");
		}
	}

	// press presses a key and returns what has the focus then. Something always has.
	async press(key, why) {
		await this.key(key);
		await this.game.settled();
		const at = await this.here();
		assert.ok(at, `the focus isn't lost when ${key} is pressed on ${why}`);
		return at;
	}

	// play goes from screen to screen until a button with this name is pressed.
	async play(end, { most = 120 } = {}) {
		for (let screens = 1; screens <= most; screens++) {
			const pressed = await this.screen();
			if (end.test(pressed)) {
				return screens;
			}
		}
		throw new Error(`after ${most} screens there was no end`);
	}

	// screen goes through one screen from its heading to its end, fills everything in,
	// and presses the last button, which leads on. It returns that button's name.
	async screen() {
		const begin = await this.here();
		assert.equal(begin?.role, "heading", `reading begins at a heading, not at ${JSON.stringify(begin)}`);
		assert.ok(begin.name, "the heading has a name");
		const plan = { looked: false, moved: false, filled: new Set() };
		let last = null;
		for (let stops = 0; ; stops++) {
			assert.ok(stops < MOST_STOPS, `Tab leads out of “${begin.name}” in the end`);
			await this.key("Tab");
			const at = await this.here();
			if (!at) {
				break;
			}
			if (at.role === "button" && !at.disabled) {
				last = at;
			}
			await this.use(at, plan);
		}
		assert.ok(last, `there is a button on “${begin.name}”`);
		return this.handIn(last, begin);
	}

	// handIn goes back to the last button and presses it.
	async handIn(button, screen) {
		await this.key("Tab", { shift: true });
		const at = await this.here();
		assert.deepEqual([at?.role, at?.name], [button.role, button.name], `Shift and Tab lead back into “${screen.name}”`);
		assert.ok(!at.disabled, `“${at.name}” can be pressed once everything is filled in`);
		const answers = /^(Stamp|Check)/.test(at.name);
		const before = await this.status();
		const led = await this.press("Enter", `“${at.name}”`);
		assert.equal(led.role, "heading", `“${at.name}” leads to a heading`);
		assert.notDeepEqual([led.id, led.name], [screen.id, screen.name], `“${at.name}” leads on from “${screen.name}”`);
		const now = await this.status();
		assert.ok(now === before || !now.startsWith(led.name), `“${led.name}” isn't said twice`);
		if (answers) {
			this.heard.push([led.name, ...(now === before ? [] : [now.trim()])].join(" "));
		}
		return at.name;
	}

	// use does with a control what its role suggests.
	async use(at, plan) {
		const group = at.within.find((outer) => outer.role === "group" || outer.role === "radiogroup");
		if (at.role === "radio" && !at.checked) {
			assert.ok(group?.name, `“${at.name}” is one of a group with a name`);
			await this.choose(at);
		} else if (at.role === "checkbox" && !plan.filled.has(group?.id)) {
			assert.ok(group?.name, `“${at.name}” is one of a group with a name`);
			plan.filled.add(group.id);
			if (!at.checked) {
				const now = await this.press("Space", `“${at.name}”`);
				assert.ok(now.checked && now.name === at.name, `“${at.name}” is ticked`);
			}
		} else if (at.role === "button" && !at.disabled && /^Move /.test(at.name)) {
			if (!plan.moved) {
				plan.moved = true;
				const before = await this.status();
				const now = await this.press("Space", `“${at.name}”`);
				assert.equal(now.name, at.name, "the focus stays on the button of the card that moves");
				assert.match(await this.status(), /\d+ of \d+/, "its new place is said");
				assert.notEqual(await this.status(), before);
			}
		} else if (at.role === "button" && !at.disabled && (plan.held ? /Pull the cord to this/ : /Press to pull its cord/).test(at.name)) {
			if (plan.held !== false) {
				const before = await this.status();
				await this.press("Enter", `“${at.name}”`);
				assert.notEqual(await this.status(), before, "what was picked up, or where it was put, is said");
				plan.held = plan.held ? false : true; // one cord is enough
			}
		} else if (at.role === "button" && !at.disabled && !plan.looked && !this.tried.has(at.name) && at.within.some((outer) => outer.role === "region")) {
			plan.looked = true;
			this.tried.add(at.name);
			const led = await this.press("Enter", `“${at.name}”`);
			if (led.within.some((outer) => outer.role === "dialog") || led.role === "dialog") {
				await this.dialog(at);
			}
		}
	}

	// choose takes one of a group of radio buttons, by the arrows.
	async choose(first) {
		let at = first;
		const down = this.turn++ % 4;
		for (let n = 0; n < down; n++) {
			at = await this.press("ArrowDown", `“${at.name}”`);
		}
		if (!at.checked) {
			at = await this.press("Space", `“${at.name}”`);
		}
		assert.ok(at.role === "radio" && at.checked, `“${at.name}” is chosen`);
	}

	// dialog goes through a dialog and leaves it again, by Escape or by its last
	// button.
	async dialog(opener) {
		let last = null;
		for (let stops = 0; ; stops++) {
			assert.ok(stops < MOST_STOPS, `Tab leads out of what “${opener.name}” opens`);
			await this.key("Tab");
			const at = await this.here();
			if (!at) {
				break;
			}
			assert.ok(at.within.some((outer) => outer.role === "dialog"), `“${at.name}” can't be reached behind a dialog`);
			last = at;
		}
		if (this.turn % 2 === 0) {
			await this.press("Escape", `“${last.name}”`);
		} else {
			await this.key("Tab", { shift: true });
			assert.equal((await this.here())?.name, last.name);
			await this.press("Enter", `“${last.name}”`);
		}
		const after = await this.here();
		assert.ok(!after.within.some((outer) => outer.role === "dialog"), "the dialog is closed");
		assert.notEqual(after.role, "main", "the focus isn't left on main");
	}
}
