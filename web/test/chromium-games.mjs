// The tests in Chromium that play games. They share a browser, as those in
// chromium-screens.mjs share theirs.
import "./form.test.mjs";
import "./plain.test.mjs";
import "./play.test.mjs";
import "./reader.test.mjs";
import "./rest.test.mjs";
import "./shelf.test.mjs";
import "./shortcuts.test.mjs";
import "./sound.test.mjs";
import "./tabs.test.mjs";
import "./teacher.test.mjs";
import "./trouble.test.mjs";
