// The tests in Chromium of the plain page, and of what a screen reader gets. They share a
// browser.
import "./plain.test.mjs";
import "./reader.test.mjs";
