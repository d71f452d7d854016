// Asks for a line of text with the browser's own dialogue. It comes after host.js.
"use strict";

window.toolkitHost.askText = (question, text) => window.prompt(question, text);
