// The tests in Chromium that play games. They share a browser.
import "./form.test.mjs";
import "./play.test.mjs";
import "./rest.test.mjs";
import "./shelf.test.mjs";
import "./shortcuts.test.mjs";
import "./sound.test.mjs";
import "./tabs.test.mjs";
import "./teacher.test.mjs";
import "./trouble.test.mjs";
