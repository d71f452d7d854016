// What a browser has to do on the author's page: used by the tests of each engine.
import assert from "node:assert/strict";

// An Author works on the author's page of a browser.
export class Author {
	constructor(game) {
		this.game = game;
		this.page = game.page;
	}

	evaluate(f, ...args) {
		return this.page.evaluate(f, ...args);
	}

	// press presses the first button within a part whose name begins so.
	async press(within, name) {
		// At once: the button may be made anew, or a check end, on the way here and back.
		await this.game.until((where, words) => {
			const button = [...document.querySelectorAll(`${where} button`)].find((b) => (b.getAttribute("aria-label") ?? b.textContent).startsWith(words));
			button?.click();
			return button !== undefined;
		}, within, name);
	}

	// unfold opens the first item of a part, in which this path is. An item that is made
	// anew after a check just then is opened again.
	async unfold(path) {
		await this.game.until((inside) => {
			const item = document.querySelector("#view details");
			if (!item) {
				return false; // the text is being read
			}
			item.open = true;
			return item.querySelector(`[data-path="${inside}"]`) !== null;
		}, path);
	}

	async copy(title) {
		await this.press(".drafts", `Copy “${title}”`);
		await this.game.until(() => document.querySelector("#side .fine, #side .problems") !== null);
	}

	go(part) {
		return this.press("#parts", part);
	}

	// field fills in the field of a path.
	async field(path, value) {
		await this.evaluate((where, words) => {
			const control = document.querySelector(`[data-path="${where}"]`).querySelector("input, textarea, select");
			control.focus();
			control.value = words;
			control.dispatchEvent(new Event("change", { bubbles: true }));
		}, path, value);
	}

	// text is the case as text.
	text() {
		return this.evaluate(() => JSON.parse(localStorage.getItem(Object.keys(localStorage).filter((key) => key.startsWith("hold-the-line-author:")).sort().at(-1))).text);
	}

	// key presses a key, with Control if that is said.
	async key(key, control = false) {
		const { keyboard } = this.page;
		if (control) {
			await keyboard.down("Control");
		}
		await keyboard.press(key);
		if (control) {
			await keyboard.up("Control");
		}
	}

	// type presses a key for each character.
	async type(words) {
		for (const key of words) {
			await this.key(key);
		}
	}

	// editor shows the text in the editor, with the cursor behind its first line that is
	// this one, or at its end.
	async editor(line) {
		await this.go("The text");
		await this.game.until(() => document.querySelector(".cm-content") !== null);
		await this.evaluate(() => document.getElementById("text").focus());
		if (line === undefined) {
			await this.key("End", true);
			return;
		}
		await this.key("Home", true);
		for (let n = (await this.text()).split("\n").indexOf(line); n > 0; n--) {
			await this.key("ArrowDown");
		}
		await this.key("End");
	}

	// accept takes what is offered first. The editor ignores a key that was meant for the
	// text, so soon after the offer appears.
	async accept(label) {
		await this.until(".cm-tooltip-autocomplete [aria-selected=true] .cm-completionLabel", label);
		await this.evaluate(() => {
			window.offered = performance.now();
		});
		await this.game.until(() => performance.now() > window.offered + 100);
		await this.key("Enter");
	}

	// written waits until the draft has these words.
	async written(words) {
		await this.game.until((some) => Object.entries(localStorage).some(([key, value]) => key.startsWith("hold-the-line-author:") && JSON.parse(value).text.includes(some)), words);
	}

	// undoneTo undoes by key until the text is as it was.
	async undoneTo(text) {
		for (let n = 0; n < 20 && await this.text() !== text; n++) {
			await this.key("z", true);
		}
		assert.ok(await this.text() === text, "undone");
	}

	async until(what, words) {
		await this.game.until((selector, text) => document.querySelector(selector)?.textContent.includes(text), what, words);
	}
}

// writes begins with a copy, changes it in forms and text, undoes, comes back after a
// crash, and gives it away as a link, which it returns.
export async function writes(game) {
	const author = new Author(game);
	await author.copy("The Lost Cat");
	await author.until("#side", "Nothing is wrong");
	const before = await author.text();

	await author.field("title", "The Cat: gone");
	await author.until("#tools", "Undo");
	await game.until(() => !document.querySelector("#tools button").disabled);
	assert.equal(await author.text(), before.replace(/^title: .*$/m, 'title: "The Cat: gone"'), "one line has changed, and nothing else");
	await author.press("#tools", "Undo");
	assert.equal(await author.text(), before, "undone");
	await author.press("#tools", "Redo");

	await author.go("Sources");
	await author.unfold("sources[0].published");
	await author.field("sources[0].published", "2021-13-01");
	await author.until("#side .problems", "month");
	await author.go("The story");
	await author.press("#side", "Go there");
	await game.until(() => document.activeElement.closest("[data-path]")?.dataset.path === "sources[0].published");
	assert.equal(await author.evaluate(() => document.activeElement.getAttribute("aria-invalid")), "true");
	await author.field("sources[0].published", "2021-03-01");
	await author.until("#side", "Nothing is wrong");

	// A comment that is written into the text survives a change in a form. Keys and words
	// are offered, a mistake is shown at its line, and the undo is that of the forms.
	await author.editor("people:");
	await author.key("Enter");
	await author.type("# Nobody of them is real.");
	await author.written("people:\n  # Nobody of them is real.\n");
	const commented = await author.text();
	await author.key("Enter");
	await author.type("- i");
	await author.accept("id");
	await author.type("zoe");
	await author.written("  - id: zoe\n");
	await author.until("#side .problems", "name");
	await game.until(() => document.querySelector(".cm-lint-marker-error") !== null);
	await author.undoneTo(commented);
	await author.until("#side", "Nothing is wrong");
	await author.key("Escape");
	await author.key("Tab");
	assert.equal(await author.evaluate(() => document.activeElement.closest(".cm-editor")), null, "after Escape Tab leaves the text");
	await author.go("People");
	await author.press("#view > section > div", "Add a person");
	await author.until("#side", "problem");
	const added = await author.evaluate(() => document.querySelectorAll("#view .items > li").length - 1);
	await author.field(`people[${added}].name`, "Ada Okafor");
	await author.field(`people[${added}].role`, "pupil");
	await author.until("#side", "Nothing is wrong");
	const text = await author.text();
	assert.match(text, /people:\n {2}# Nobody of them is real\.\n/);
	assert.match(text, /name: Ada Okafor\n {4}role: pupil\n/);

	// The browser is closed in the middle: what was written is there.
	await author.evaluate(() => location.reload());
	await author.press(".drafts", "My copy of The Lost Cat");
	await author.until("#side", "Nothing is wrong");
	assert.equal(await author.text(), text);
	await author.press("#tools", "Undo");
	assert.notEqual(await author.text(), text, "the history is kept too");
	await author.press("#tools", "Redo");
	await author.until("#side", "Nothing is wrong");

	// What nobody has looked up yet isn't given away.
	await author.press("#sides", "Give away");
	await author.go("Sources");
	await author.unfold("sources[0].unverified");
	await author.evaluate(() => document.querySelector('[data-path="sources[0].unverified"] input').click());
	await author.until("#side", "isn’t looked up yet");
	assert.equal(await author.evaluate(() => document.querySelector("#side").textContent.includes("Make a link")), false);
	await author.evaluate(() => document.querySelector('[data-path="sources[0].unverified"] input').click());
	await author.press("#side", "Make a link");
	await game.until(() => document.querySelector("#side textarea") !== null);
	return author.evaluate(() => document.querySelector("#side textarea").value);
}

// plays opens what was given away.
export async function plays(game) {
	await game.until(() => document.documentElement.dataset.state === "playing");
	assert.equal(await game.screen(), "screen.briefing");
	assert.match(await game.page.evaluate(() => document.getElementById("mirror").textContent), /The Cat: gone/);
}
