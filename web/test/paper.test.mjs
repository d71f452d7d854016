// What is printed, and what learning platforms get: the sides of the pages of every
// case, on A4 and Letter, which only a browser's layout can tell, and the questions in
// Moodle XML.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { ROOT, SITE } from "./site.mjs";
import { browser, site } from "./stage.mjs";

const MOST_SIDES = 4; // of what a pupil writes on

// sides prints the sections of a page that a selector names, and counts.
async function sides(page, selector, format) {
	await page.evaluate((selector) => {
		for (const section of document.querySelectorAll("main > section")) {
			section.hidden = !section.matches(selector);
		}
	}, selector);
	const pdf = Buffer.from(await page.pdf({ format, tagged: true })).toString("latin1");
	assert.match(pdf, /\/StructTreeRoot/, `${selector} is tagged`);
	return pdf.match(/\/Type\s*\/Page\b/g).length;
}

const names = readdirSync(SITE).filter((name) => /^(worksheet|lesson)-.*\.html$/.test(name));

test("every case has a sheet for pupils of at most four sides, and a start and a letter of one, in our own type", async () => {
	for (const lang of ["", ".de", ".es"]) {
		assert.ok(names.includes(`lesson-the-call${lang}.html`), `there is a lesson in each language, ${lang} too`);
	}
	for (const name of names) {
		const game = await browser.open(`${site.url}${name}`);
		const { page } = game;
		await page.emulateMediaType("print");
		for (const format of ["a4", "letter"]) {
			for (const [selector, most] of name.startsWith("lesson") ? [["#support", MOST_SIDES], ["#start", 1], ["#letter", 1]] : [["#sheet", MOST_SIDES]]) {
				const n = await sides(page, selector, format);
				assert.ok(n <= most, `${name} ${selector} has ${n} sides on ${format}, of at most ${most}`);
			}
		}
		assert.deepEqual(
			await page.evaluate(async () => {
				await document.fonts.ready;
				return ["400 1em 'Desk Sans'", "600 1em 'Desk Sans'", "600 1em 'News Serif'"].filter((face) => !document.fonts.check(face));
			}),
			[], `${name} has our type`,
		);
		assert.deepEqual(
			await page.$$eval(".keyglance li, .glance tr, .box", (all) => all.map((one) => one.getBoundingClientRect()).filter((box, i, boxes) => boxes.slice(i + 1).some((other) => Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1 && Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 1)).length),
			0, `nothing lies over another line of ${name}`,
		);
		game.clean();
		await page.close();
	}
});

test("no card to cut out is higher than a side, and none is without a number", async () => {
	for (const name of names.filter((name) => name.startsWith("worksheet"))) {
		const game = await browser.open(`${site.url}${name}`, { size: { width: 718, height: 900 } }); // as wide as Letter between its margins
		await game.page.emulateMediaType("print");
		const cards = await game.page.$$eval(".card", (all) => all.map((card) => [card.querySelector(".number").textContent, card.getBoundingClientRect().height]));
		assert.ok(cards.length > 0);
		assert.deepEqual(cards.map(([number]) => number), cards.map((_, i) => String(i + 1)), `${name}: the cards are numbered`);
		const letter = (11 - 2 * 12 / 25.4) * 96;
		assert.ok(Math.max(...cards.map(([, height]) => height)) < letter, `${name}: every card fits on a side of Letter`);
		await game.page.close();
	}
});

// What Moodle's importer looks for, by a browser's XML parser and its HTML parser.
test("the questions of every case are Moodle XML, and nothing in them runs", async () => {
	const hostile = readFileSync(path.join(ROOT, "web/lesson/exchange/testdata/hostile.xml"), "utf8");
	const files = readdirSync(SITE).filter((name) => /^questions-.*\.xml$/.test(name));
	assert.ok(files.length >= 4, "of two cases, in two languages");
	const game = await browser.open(`${site.url}worksheet-the-call.html`);
	for (const [name, text] of [["hostile.xml", hostile], ...files.map((name) => [name, readFileSync(path.join(SITE, name), "utf8")])]) {
		const found = await game.page.evaluate((text) => {
			const xml = new DOMParser().parseFromString(text, "text/xml");
			const wrong = [...xml.querySelectorAll("parsererror")].map((e) => e.textContent);
			const one = (question, selector) => question.querySelector(`:scope > ${selector} > text`)?.textContent;
			const questions = [...xml.querySelectorAll("quiz > question")];
			for (const question of questions.slice(1)) {
				const type = question.getAttribute("type");
				const title = one(question, "name");
				const expect = (is, what) => is || wrong.push(`${title}: ${what}`);
				expect(title && one(question, "questiontext"), "a name and a text");
				const answers = [...question.querySelectorAll(":scope > answer")].map((e) => Number(e.getAttribute("fraction")));
				const pairs = [...question.querySelectorAll(":scope > subquestion")];
				if (type === "multichoice") {
					const single = question.querySelector(":scope > single").textContent;
					const right = answers.filter((fraction) => fraction > 0).reduce((sum, fraction) => sum + fraction, 0);
					expect(answers.length >= 2 && (single === "true" ? Math.max(...answers) === 100 : Math.abs(right - 100) < 0.01), `its answers earn ${answers}`);
				} else {
					expect(type === "matching" && pairs.filter((e) => one(e.parentNode, "name") && e.querySelector(":scope > text").textContent).length >= 3, `it is ${type} with ${pairs.length} pairs`);
					expect(pairs.every((e) => one(e, "answer")), "a pair has no answer");
				}
				for (const html of question.querySelectorAll("[format=html] > text")) {
					const parsed = new DOMParser().parseFromString(html.textContent, "text/html");
					const strange = [...parsed.body.querySelectorAll("*")].filter((e) => !["P", "STRONG", "EM", "BLOCKQUOTE"].includes(e.tagName) || e.attributes.length > 0);
					expect(strange.length === 0, `it has the elements ${strange.map((e) => e.tagName)}`);
				}
			}
			return { category: one(questions[0], "category"), questions: questions.length, wrong };
		}, text);
		assert.deepEqual(found.wrong, [], name);
		assert.ok(found.questions > 30 && /^\$course\$\/top\//.test(found.category), `${name}: ${found.questions} questions in ${found.category}`);
	}
	await game.page.close();
});
