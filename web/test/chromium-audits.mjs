// The tests in Chromium with axe, and of the author's page. They share a browser, in one
// process: see stage.mjs. Tests that need a browser of their own, or none, are files of
// their own to run.mjs.
import "./author.test.mjs";
import "./axe.test.mjs";
