// Connects a package of the game to the learning platform that it is opened in, by
// the run-time interface of SCORM 1.2. Only packages have this file; the page loads
// it before everything else. The program knows it as learningPlatform.
//
// What isn't committed may be lost, so everything is committed at once. Nothing here
// throws: if the platform fails, the game goes on.
"use strict";

(() => {
	// Written by the site build: what the link of the page has to ask for, and the
	// texts by language.
	const { link, words, fallback } = window.learningPackage;
	delete window.learningPackage;

	const MOST_FRAMES = 20; // between this page and the one with the interface
	const MOST_STATE = 4096; // characters of suspend_data
	const NO_ERROR = "0";
	const DONE = /^(passed|completed|failed)$/;

	// ---- the link ----

	// The package decides what is played. The rest of the page reads it in the link.
	const asked = new URLSearchParams(location.search);
	for (const [key, value] of Object.entries(link)) {
		asked.set(key, value);
	}
	history.replaceState(history.state, "", `?${asked}`);

	// ---- the program's file ----

	// A platform sends files as they are, which for the program are 10 MB. It comes
	// packed beside the plain one, and this unpacks it.
	const fetchPlain = window.fetch.bind(window);
	window.fetch = async (address, options) => {
		if (typeof address === "string" && address.endsWith(".wasm") && typeof DecompressionStream === "function") {
			try {
				const { ok, body, headers } = await fetchPlain(`${address}.gz`, options);
				if (ok && body) {
					const coded = headers.get("Content-Encoding") === "gzip"; // the browser has unpacked it
					const plain = coded ? body : body.pipeThrough(new DecompressionStream("gzip"));
					return new Response(plain, { headers: { "Content-Type": "application/wasm" } });
				}
			} catch {
				// The plain one may be there.
			}
		}
		return fetchPlain(address, options);
	};

	// ---- the interface ----

	// look looks for the interface in a window and those around it. Windows of other
	// origins can't be looked into, but past.
	const look = (from) => {
		for (let at = from, n = 0; at && n < MOST_FRAMES; at = at.parent, n++) {
			try {
				if (at.API) {
					return at.API;
				}
			} catch {
				// It is of another origin.
			}
			if (at === at.parent) {
				break;
			}
		}
		return null;
	};

	const api = look(window) ?? look(window.opener) ?? look(window.top?.opener);

	const call = (name, ...values) => {
		try {
			return String(api[name](...values));
		} catch {
			return "";
		}
	};
	const get = (element) => call("LMSGetValue", element);
	const set = (element, value) => call("LMSSetValue", element, value) === "true";
	const commit = () => call("LMSCommit", "") === "true";

	// If the page is loaded again in a frame, some platforms are still connected.
	const connect = () => api !== null && (call("LMSInitialize", "") === "true"
		|| (get("cmi.core.lesson_status") !== "" && call("LMSGetLastError") === NO_ERROR));

	const connected = connect();
	let open = connected; // until it is finished

	// Whoever looks at a finished attempt again must not change it.
	const watching = connected && /^(review|browse)$/.test(get("cmi.core.lesson_mode"));
	// An attempt has one result: that of the first game that is finished.
	let done = connected && DONE.test(get("cmi.core.lesson_status"));
	const mastery = connected ? get("cmi.student_data.mastery_score") : "";
	const state = connected ? get("cmi.suspend_data") : "";

	// ---- times ----

	const two = (n) => String(Math.floor(n)).padStart(2, "0");

	const timespan = (ms) => {
		const seconds = Math.min(ms / 1000, 3600 * 9999);
		const hundredths = two(seconds % 1 * 100);
		return `${String(Math.floor(seconds / 3600)).padStart(4, "0")}:${two(seconds / 60 % 60)}:${two(seconds % 60)}.${hundredths}`;
	};

	const clock = () => {
		const now = new Date();
		return `${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`;
	};

	// ---- telling ----

	const numbers = new Map(); // of the interactions that the platform has, by id
	let asking = performance.now(); // since when the player thinks about the next answer

	// Platforms differ in what they make of interactions, so a refusal is no failure.
	const interaction = ({ id, type, response, result, weighting }) => {
		const at = `cmi.interactions.${numbers.size}`;
		numbers.set(id, numbers.size);
		set(`${at}.id`, id);
		set(`${at}.type`, type);
		set(`${at}.time`, clock());
		set(`${at}.weighting`, weighting);
		set(`${at}.student_response`, response);
		set(`${at}.result`, result);
		set(`${at}.latency`, timespan(performance.now() - asking));
		asking = performance.now();
	};

	const status = ({ finished, score }) => {
		if (!finished) {
			return "incomplete";
		}
		if (mastery === "" || Number.isNaN(Number(mastery))) {
			return "completed";
		}
		return Number(score) >= Number(mastery) ? "passed" : "failed";
	};

	const result = (told) => {
		let taken = true;
		if (told.score !== "") {
			taken = set("cmi.core.score.raw", told.score);
			set("cmi.core.score.min", "0");
			set("cmi.core.score.max", "100");
		}
		for (const one of told.interactions) {
			if (!numbers.has(one.id)) {
				interaction(one);
			}
		}
		return set("cmi.core.lesson_status", status(told)) && taken;
	};

	const time = () => set("cmi.core.session_time", timespan(performance.now()));

	let failing = false;

	// tell tells the platform of a session, and returns what to tell the player: only
	// when it begins to fail.
	const tell = (text) => {
		if (!connected || watching) {
			return "";
		}
		const told = JSON.parse(text);
		let taken = open && told.suspend.length <= MOST_STATE && set("cmi.suspend_data", told.suspend);
		set("cmi.core.lesson_location", told.location);
		if (!done) {
			taken = result(told) && taken;
		}
		set("cmi.core.exit", "suspend");
		time();
		taken = commit() && taken;
		done ||= taken && told.finished;
		const fails = !taken && !failing;
		failing = !taken;
		return fails ? say("failed") : "";
	};

	// resumed says which session goes on: the platform has its interactions, unless it
	// forgets them.
	const resumed = (text) => {
		const known = Number(get("cmi.interactions._count")) || 0;
		for (const { id } of JSON.parse(text).interactions.slice(0, known)) {
			numbers.set(id, numbers.size);
		}
		return "";
	};

	const say = (what, lang = document.documentElement.lang) => (words[lang] ?? words[fallback])[what];

	const finish = () => {
		if (open) {
			open = false;
			if (!watching) {
				time();
				commit();
			}
			call("LMSFinish", "");
		}
	};

	window.addEventListener("pagehide", finish);
	// The browser shows the page as it was when it was left: without the platform.
	window.addEventListener("pageshow", (event) => {
		if (event.persisted) {
			location.reload();
		}
	});

	if (connected && !watching && !done) {
		set("cmi.core.lesson_status", "incomplete");
		set("cmi.core.exit", "suspend");
		commit();
	}

	window.learningPlatform = {
		connected, state, tell, resumed,
		notice: (lang) => (connected ? "" : say("absent", lang)),
	};
})();
