// What most tests begin with: the site is served and a Chromium is open. Both
// are there from the file's first test to its last.
import { after, before } from "node:test";
import { Browser } from "./browser.mjs";
import { serveSite } from "./site.mjs";

export let site;
export let browser;

before(async () => {
	site = await serveSite();
	browser = await Browser.launch();
});

after(async () => {
	await browser?.close();
	await site?.stop();
});
