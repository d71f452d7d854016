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
		await this.game.until((where, words) => [...document.querySelectorAll(`${where} button`)].some((b) => (b.getAttribute("aria-label") ?? b.textContent).startsWith(words)), within, name);
		await this.evaluate((where, words) => [...document.querySelectorAll(`${where} button`)].find((b) => (b.getAttribute("aria-label") ?? b.textContent).startsWith(words)).click(), within, name);
	}

	// checked waits for the check of what is written now.
	async checked() {
		await this.game.until(() => document.getElementById("author").dataset.checked === "yes");
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
	await author.evaluate(() => { document.querySelector("#view details").open = true; });
	await game.until(() => document.querySelector('[data-path="sources[0].published"] input') !== null);
	await author.field("sources[0].published", "2021-13-01");
	await author.until("#side .problems", "month");
	await author.go("The story");
	await author.press("#side", "Go there");
	await game.until(() => document.activeElement.closest("[data-path]")?.dataset.path === "sources[0].published");
	assert.equal(await author.evaluate(() => document.activeElement.getAttribute("aria-invalid")), "true");
	await author.field("sources[0].published", "2021-03-01");
	await author.until("#side", "Nothing is wrong");

	// A comment that is written into the text survives a change in a form.
	await author.go("The text");
	await author.evaluate(() => {
		const area = document.getElementById("text");
		area.value = area.value.replace("people:\n", "people:\n  # Nobody of them is real.\n");
		area.dispatchEvent(new Event("input", { bubbles: true }));
	});
	await game.until(() => Object.values(localStorage).some((value) => value.includes("Nobody of them is real.")));
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
	await author.evaluate(() => { document.querySelector("#view details").open = true; });
	await game.until(() => document.querySelector('[data-path="sources[0].unverified"] input') !== null);
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
