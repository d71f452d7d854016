// The tests in Chromium that look at screens. They share a browser, in one process:
// see stage.mjs. Tests that need a browser of their own, or none, are files of their
// own to run.mjs.
import "./author.test.mjs";
import "./axe.test.mjs";
import "./canvas.test.mjs";
import "./debrief.test.mjs";
import "./focus.test.mjs";
import "./forced.test.mjs";
import "./language.test.mjs";
import "./mirror.test.mjs";
import "./page.test.mjs";
import "./paper.test.mjs";
