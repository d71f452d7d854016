// The tests in Chromium that look at screens. They share a browser.
import "./canvas.test.mjs";
import "./debrief.test.mjs";
import "./focus.test.mjs";
import "./forced.test.mjs";
import "./language.test.mjs";
import "./mirror.test.mjs";
import "./page.test.mjs";
import "./paper.test.mjs";
