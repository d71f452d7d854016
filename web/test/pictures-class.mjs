// Makes the pictures of a class on the teacher's page, with a class server and pupils
// without a browser: npm run pictures.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { Browser } from "./browser.mjs";
import { temporary } from "./own.mjs";
import { Classroom } from "./pupils.mjs";
import { ROOT, serveSite, SITE } from "./site.mjs";

const OUT = path.join(ROOT, "assets/pictures");
const SIZE = { width: 1366, height: 768, deviceScaleFactor: 0.75 };

// What a class of 24 says, and what it says after talking.
const FIRST = [["real", 3, 7], ["real", 2, 4], ["prank", 2, 3], ["prank", 1, 2], ["unconfirmed", 2, 4], ["unconfirmed", 1, 2], ["denied", 1, 2]];
const THEN = [["unconfirmed", 3, 9], ["unconfirmed", 2, 7], ["real", 2, 5], ["prank", 1, 3]];
const given = (list) => list.flatMap(([is, certainty, n]) => Array(n).fill({ is, certainty }));

const school = await serveSite(SITE, ["-class", temporary().folder]);
const browser = await Browser.launch();
try {
	const game = await browser.open(`${school.url}teacher.html?do=lead`, { size: SIZE });
	await game.playing();
	await game.waitFor("open");
	await game.invoke("open");
	await game.waitForScreen("screen.door");
	const room = new Classroom(school.url, (await game.words("#mirror [data-node='door.code']")).replaceAll(/\s/g, ""));
	await room.enter(24);
	const says = (node, text) => game.until((id, wanted) => document.querySelector(`#mirror [data-node="${id}"]`)?.innerText.includes(wanted), node, text);
	await says("here.title", "24");
	await game.invoke("screen.to.question");
	await game.invoke("go.next");
	await game.waitFor("go.vote");
	const step = room.story.rooms.flatMap((r) => r.beats ?? []).find((b) => !b.lengths || b.lengths.includes("lesson"));
	const items = step.ask.map((a) => a.id);
	await room.follow(step.id);
	await game.invoke("go.vote");
	await game.waitFor("go.discuss");
	await room.vote(items, (i) => given(FIRST)[i]);
	await says("tally.said", "24 of 24");
	await game.invoke("go.discuss");
	await game.waitFor("go.revote");
	await game.invoke("go.revote");
	await game.until(() => document.querySelector("#mirror [data-node='phase.revote']")?.ariaCurrent === "step");
	await room.revote(items, (i) => given(THEN)[i]);
	await says("tally.said", "24 of 24");
	await game.invoke("go.reveal");
	await says("votes.unconfirmed", "Second vote");
	await game.settled();
	writeFileSync(path.join(OUT, "class.png"), await game.page.screenshot());
	game.clean();
} finally {
	await browser.close();
	await school.stop();
}
