// The tests that share one Chromium, in one process: see stage.mjs. run.mjs runs
// those that need a browser to themselves, or none, as files of their own.
import "./axe.test.mjs";
import "./canvas.test.mjs";
import "./debrief.test.mjs";
import "./focus.test.mjs";
import "./forced.test.mjs";
import "./language.test.mjs";
import "./mirror.test.mjs";
import "./page.test.mjs";
import "./plain.test.mjs";
import "./play.test.mjs";
import "./reader.test.mjs";
import "./rest.test.mjs";
import "./shortcuts.test.mjs";
import "./sound.test.mjs";
import "./tabs.test.mjs";
import "./trouble.test.mjs";
