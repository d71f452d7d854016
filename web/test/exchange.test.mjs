// The questions for learning platforms, read by a parser of GIFT that isn't ours. The
// Moodle XML is read by a browser's parser, in paper.test.mjs. No browser runs here.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import gift from "gift-pegjs";
import { ROOT, SITE } from "./site.mjs";

const { parse } = gift;
const QUOTE = 2; // exchange.Quote
const JOINER = "\u2060";
const plain = (text) => text?.text.replaceAll(JOINER, "").trim() ?? "";
const asked = (questions) => questions.filter((one) => one.type !== "Category");
const wanted = (text) => text.replaceAll("\r\n", "\n").trim();
// The parser leaves its own codes for escaped characters in choices to match.
const choice = (text) => text.replace(/&&(\d{3});/g, (_, code) => String.fromCharCode(Number(code))).replaceAll(JOINER, "").trim();
const line = (text) => text.split(/\s+/).filter(Boolean).join(" ");

test("hostile texts come through GIFT as they are", () => {
	const folder = path.join(ROOT, "web/lesson/exchange/testdata");
	const want = JSON.parse(readFileSync(path.join(folder, "hostile.json"), "utf8"));
	const got = asked(parse(readFileSync(path.join(folder, "hostile.gift.txt"), "utf8")));
	assert.equal(got.length, want.length);
	for (const [i, question] of want.entries()) {
		const here = got[i];
		assert.equal(here.title.replaceAll(JOINER, "").trim(), line(question.Name));
		assert.equal(here.stem.format, "plain");
		assert.equal(plain(here.stem), question.Text.map(({ Kind, Text }) => (Kind === QUOTE ? "> " : "") + wanted(Text)).join("\n"));
		if (question.Pairs) {
			assert.equal(here.type, "Matching");
			const pairs = [...question.Pairs.map(({ Stem, Choice }) => [wanted(Stem), line(Choice)]), ...question.Others.map((other) => ["", line(other)])];
			assert.deepEqual(here.matchPairs.map(({ subquestion, subanswer }) => [plain(subquestion), choice(subanswer)]), pairs);
		} else {
			assert.equal(here.type, "MC");
			assert.deepEqual(here.choices.map((choice) => [plain(choice.text), plain(choice.feedback)]), question.Answers.map(({ Text, Feedback }) => [wanted(Text), wanted(Feedback)]));
			const worth = (choice) => choice.weight ?? (choice.isCorrect ? 100 : 0);
			assert.deepEqual(here.choices.map(worth), question.Answers.map(({ Fraction }) => Fraction));
		}
		assert.equal(plain(here.globalFeedback), wanted((question.Feedback ?? []).join("\n")));
	}
});

test("the questions of every case are GIFT", () => {
	const files = readdirSync(SITE).filter((name) => name.endsWith(".gift.txt"));
	assert.ok(files.length >= 4, "of two cases, in two languages");
	for (const name of files) {
		const questions = asked(parse(readFileSync(path.join(SITE, name), "utf8")));
		assert.ok(questions.length > 30, `${name} has ${questions.length} questions`);
		for (const question of questions) {
			assert.ok(["MC", "Matching"].includes(question.type), `${name}: ${question.title} is ${question.type}`);
			assert.ok(plain(question.globalFeedback).length > 20, `${name}: ${question.title} has its reason`);
			if (question.type === "MC") {
				const best = question.choices.map((choice) => choice.weight ?? (choice.isCorrect ? 100 : 0)).filter((weight) => weight > 0);
				const sum = best.reduce((all, one) => all + one, 0);
				assert.ok(Math.max(...best) === 100 || Math.abs(sum - 100) < 0.01, `${name}: the right answers of ${question.title} earn ${sum}`);
				assert.ok(question.choices.every((choice) => plain(choice.feedback)), `${name}: each answer of ${question.title} has feedback`);
			} else {
				assert.ok(question.matchPairs.filter(({ subquestion }) => plain(subquestion)).length >= 3);
			}
		}
	}
});
