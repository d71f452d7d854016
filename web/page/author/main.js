// The author's page: which draft is open, which part of it is shown, and what the
// checker says of it. The text is the truth; forms, drawings and the line are views
// of it.
"use strict";

(() => {
	const { packed } = window;
	const { Draft, Form, SECTIONS, Text, applied, ask, at, english, inTurns, keepPage, lang, languages, make, parsePath, pathText, pictures, placeOf, provenance, readable, short, storyLine, titles, useSchema, wordOf, wording, zip } = window.author;
	const { stories: shelf, files: siteFiles } = document.currentScript.dataset;
	const root = document.getElementById("author");
	const SOON = 1000; // ms after which it is said that a check runs
	const PLAY_KEY = "hold-the-line:try"; // where the game finds the case that is tried

	const VIEWS = [
		...SECTIONS.map(({ id, title }) => ({ id, title })),
		{ id: "provenance", title: wording("part.provenance") },
		{ id: "line", title: wording("part.line") },
		{ id: "text", title: wording("part.text") },
	];

	const state = {
		draft: null,
		data: null, // the case, as far as the text can be read
		read: null, // the text that the data is of
		problems: [],
		warnings: [],
		inferred: [],
		asks: [],
		unused: [],
		told: [],
		unready: false,
		more: 0,
		dated: [],
		compiled: "",
		checked: null, // the text that the check was of
		view: "story",
		side: "check",
		open: new Set(), // paths of items that are open
		result: null, // of made-up pupils, and the text they played
		moved: false, // items have other places than when the text was checked
		turn: 0, // how often what is shown has changed
		due: false, // the view is made anew once the text is checked
		typed: false, // somebody has typed in the view since it was made
		last: [], // the place that was edited last
		text: null, // the view of the text, while it is shown
	};

	// ---- what the checker says ----

	let queue = Promise.resolve(); // operations, one after the other
	let checking = null; // a promise, while a check runs
	let reading = null; // likewise

	let said = 0;
	const say = (words) => {
		document.getElementById("status").textContent = words;
		said = performance.now();
	};

	// What was said lies over the page: it goes with the next press, once there was time to
	// read it.
	const READ = 4000; // ms
	for (const press of ["keydown", "pointerdown"]) {
		addEventListener(press, () => performance.now() - said > READ && say(""), true);
	}

	// upToDate runs one of the two below until the text that it was of is the draft's: what
	// is said of an older text is dropped.
	const upToDate = async (what, of, take) => {
		await null; // so that the promise is kept before it may be forgotten
		while (state.draft && state[of] !== state.draft.text) {
			const { draft } = state;
			const { text } = draft;
			const response = await ask({ do: what, text });
			if (draft === state.draft && text === draft.text && state[of] !== text) {
				take(response);
				state[of] = text;
				state.turn++;
			}
		}
	};

	// check checks the text as it is now, after a check that is running. It resolves once
	// what the check says is shown.
	const check = () => {
		checking ??= (async () => {
			const busy = setTimeout(() => slot("checking")?.toggleAttribute("hidden", false), SOON);
			try {
				await upToDate("check", "checked", (response) => {
					takeData(response);
					state.read = state.draft.text;
					state.problems = response.problems ?? [];
					state.warnings = response.warnings ?? [];
					state.inferred = response.inferred ?? [];
					state.asks = response.asks ?? [];
					state.unused = response.unused ?? [];
					state.told = response.told ?? [];
					state.unready = response.unready ?? false;
					state.more = response.more ?? 0;
					state.dated = response.dated ?? state.dated;
					state.compiled = response.compiled ?? "";
					state.moved = false;
				});
				if (state.draft) {
					diagnose();
					showSide();
					refresh();
				}
			} catch (why) {
				say(wording("trouble.check", { why: why.message }));
			} finally {
				clearTimeout(busy);
				slot("checking")?.toggleAttribute("hidden", true);
				checking = null;
			}
		})();
		return checking;
	};

	// read gets the data of the text where it came from elsewhere than a form, and takes
	// less time than a check.
	const read = () => {
		reading ??= (async () => {
			try {
				await upToDate("data", "read", (response) => {
					takeData(response);
					state.moved = true;
				});
				if (state.draft) {
					refresh(true);
				}
			} catch (why) {
				say(why.message);
			} finally {
				reading = null;
			}
		})();
	};

	const takeData = ({ data }) => {
		state.data = data ?? state.data;
		state.readable = data !== undefined;
	};

	// change makes one operation on the text; focus is a place to go to afterwards.
	const change = (op, place = "", focus = null) => {
		const { draft } = state;
		queue = queue.then(async () => {
			let text, response;
			do {
				({ text } = draft);
				response = await ask({ do: "edit", text, op });
			} while (text !== draft.text); // it was changed meanwhile
			if (response.error) {
				say(response.error);
				refresh(true);
				return;
			}
			const known = draft === state.draft && state.read === text && state.readable;
			draft.change(response.text, place);
			if (draft !== state.draft) {
				return; // another one is open by now
			}
			if (known) {
				state.data = applied(state.data, op);
				state.read = draft.text;
				state.moved ||= op.do !== "set";
				state.turn++;
			}
			state.text?.show(draft.text);
			state.last = op.path;
			if (draft.trouble) {
				say(draft.trouble);
			}
			toolbar();
			state.structural ||= op.do !== "set" || typeof op.value === "object";
			state.due ||= state.structural;
			check();
			if (focus) {
				reveal(focus);
			} else {
				refresh();
			}
		}).catch((why) => say(why.message));
		return queue;
	};

	// ---- the parts of the page ----

	// storyYear is the year that is meant where nobody names one.
	const storyYear = () => {
		const years = state.dated.filter(({ kind }) => kind === "source").map(({ from }) => new Date(from * 1000).getUTCFullYear()).sort((a, b) => a - b);
		return years[Math.floor(years.length / 2)] ?? 0;
	};

	const slot = (id) => document.getElementById(id);

	const form = () => new Form({
		change, data: state.data, problems: state.moved ? [] : state.problems, open: state.open, say, dates: new Map(state.dated.map(({ path, text }) => [path, text])),
		understand: (words) => ask({ do: "date", item: words, year: storyYear() }),
	});

	let shown = ""; // what the forms were last made from

	// refresh shows the view again, unless somebody is typing in it.
	const refresh = (anyway = false) => {
		if (!state.draft || state.text) {
			return; // the text is never made anew while it is shown
		}
		const typing = document.activeElement?.closest?.("#view") && /^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName) && document.activeElement.type !== "checkbox";
		const due = state.due && state.checked === state.draft.text; // problems of what is new
		if (typing && !anyway && !state.structural && !(due && !state.typed)) {
			mark();
			return;
		}
		state.structural = false;
		state.due &&= !due;
		const key = `${state.view}\n${state.turn}\n${pathText([...state.open])}`;
		if (key === shown && !anyway) {
			return;
		}
		shown = key;
		state.typed = false;
		const focused = document.activeElement?.closest?.("[data-path]")?.dataset.path;
		const scrolled = slot("main").scrollTop;
		slot("view").replaceChildren(view());
		slot("main").scrollTop = scrolled;
		if (focused && document.activeElement === document.body) {
			focusAt(focused);
		}
	};

	// mark shows the problems of fields without making them anew.
	const mark = () => {
		const wrong = new Set(state.moved ? [] : state.problems.map(({ path }) => path));
		for (const field of slot("view").querySelectorAll(".field[data-path]")) {
			const control = field.querySelector("input, textarea, select");
			control?.toggleAttribute("aria-invalid", wrong.has(field.dataset.path));
		}
	};

	const unreadable = () => make("section", {}, make("h2", { tabIndex: -1 }, wording("text.unreadable")), make("ul", { className: "wrong" }, state.problems.slice(0, 3).map((problem) => make("li", {}, `${wording("line", { n: problem.line })}: `, english(make("span", {}, problem.message))))), make("p", {}, make("button", { type: "button", onclick: () => go("text") }, wording("text.mend")), " ", make("button", { type: "button", onclick: undo }, wording("tools.undo"))));

	const view = () => {
		if (state.view === "text") {
			return textView();
		}
		if (state.read !== state.draft.text) {
			read();
		}
		if (state.readable === false && state.checked === state.draft.text) {
			return unreadable();
		}
		if (!state.data || state.read !== state.draft.text || !state.readable) {
			return make("p", {}, wording("text.reading"));
		}
		switch (state.view) {
			case "provenance": return provenance(state.data, change, reveal);
			case "line": return storyLine(state.dated, reveal);
			default: return form().section(SECTIONS.find(({ id }) => id === state.view));
		}
	};

	const textView = () => {
		state.text = new Text({
			text: state.draft.text, undo, redo, say,
			changed: (text, line) => {
				state.draft.change(text, `line ${line}`);
				if (state.draft.trouble) {
					say(state.draft.trouble);
				}
				toolbar();
				check();
			},
		});
		diagnose();
		return state.text.element;
	};

	// diagnose shows in the text what the check says of it. What it says of an earlier
	// text stays where it was until the next check is done.
	const diagnose = () => {
		if (state.text && state.checked === state.text.text) {
			state.text.diagnose(state.problems, state.warnings);
		}
	};

	// leaveText takes over what has just been typed.
	const leaveText = () => {
		state.text?.flush();
		state.text = null;
	};

	const go = (id) => {
		if (id === "text" && state.text) {
			slot("view").querySelector("h2").focus();
			return;
		}
		leaveText();
		state.view = id;
		navigation();
		refresh(true);
		slot("view").querySelector("h2")?.focus();
	};

	const focusAt = (path) => {
		const field = [...slot("view").querySelectorAll("[data-path]")].filter((one) => path === one.dataset.path || path.startsWith(`${one.dataset.path}.`) || path.startsWith(`${one.dataset.path}[`)).sort((a, b) => b.dataset.path.length - a.dataset.path.length)[0];
		const control = field?.matches("details") ? field.querySelector("summary") : field?.querySelector("input, textarea, select, button") ?? field;
		control?.scrollIntoView({ block: "center" });
		control?.focus();
		return control !== undefined;
	};

	// reveal goes to a place of the case, in its form or, where there is none, in the text.
	const reveal = (where) => {
		const path = typeof where === "string" ? parsePath(where) : where;
		const section = SECTIONS.find(({ key, fields }) => (key ? key === path[0] : fields.some((field) => field.key === path[0])));
		if (!section) {
			const found = [...state.problems, ...state.warnings].find((one) => one.path === pathText(path));
			toLine(found?.line || 1);
			return;
		}
		for (let i = 1; i <= path.length; i++) {
			state.open.add(pathText(path.slice(0, i)));
		}
		leaveText();
		state.view = section.id;
		navigation();
		refresh(true);
		focusAt(pathText(path));
	};

	const toLine = (line) => {
		go("text");
		state.text.toLine(line);
	};

	const navigation = () => {
		slot("parts").replaceChildren(make("ul", {}, VIEWS.map(({ id, title }) => {
			const section = SECTIONS.find((one) => one.id === id);
			const mine = section ? state.problems.filter(({ path }) => (section.key ? path === section.key || path.startsWith(`${section.key}[`) : section.fields.some(({ key }) => path === key || path.startsWith(`${key}.`) || path.startsWith(`${key}[`)))).length : 0;
			return make("li", {}, make("button", { type: "button", "aria-current": id === state.view ? "page" : null, onclick: () => go(id) }, title, mine > 0 && make("span", { className: "count" }, make("span", { "aria-hidden": "true" }, String(mine)), make("span", { className: "unseen" }, ` ${wording("problems", { n: mine })}`))));
		})));
	};

	const undo = () => {
		state.text?.flush();
		state.draft.undo();
		turned();
	};

	const redo = () => {
		state.text?.flush();
		state.draft.redo();
		turned();
	};

	const turned = () => {
		toolbar();
		state.structural = true;
		shown = "";
		state.text?.show(state.draft.text);
		check();
		if (!state.text) {
			read();
		}
	};

	const download = (name, data, type) => {
		const address = URL.createObjectURL(new Blob([data], { type }));
		const link = make("a", { href: address, download: name });
		link.click();
		setTimeout(() => URL.revokeObjectURL(address), 10_000);
	};

	const fileName = (extension) => `${String(state.data?.id ?? "case").replace(/[^\w-]+/g, "-") || "case"}.${extension}`;

	// save saves the text, with its pictures in it.
	const save = async () => {
		state.text?.flush();
		let { text } = state.draft;
		const files = pictures.named(state.data);
		if (Object.keys(files).length > 0) {
			const response = await ask({ do: "edit", text, op: { do: "set", path: ["pictures"], value: { ...state.data.pictures, ...files } } });
			if (response.error) {
				say(wording("trouble.picture.saved", { why: response.error }));
			}
			text = response.text || text;
		}
		download(fileName("yaml"), text, "text/yaml");
	};

	const toolbar = () => {
		const { draft } = state;
		slot("tools").replaceChildren(
			make("button", { type: "button", disabled: !draft.canUndo, onclick: undo }, wording("tools.undo")),
			make("button", { type: "button", disabled: !draft.canRedo, onclick: redo }, wording("tools.redo")),
			make("button", { type: "button", onclick: save }, wording("tools.save")),
			make("button", { type: "button", onclick: begin }, wording("tools.drafts")),
		);
	};

	// ---- beside ----

	const SIDES = ["check", "asks", "play", "pupils", "give"].map((id) => [id, wording(`side.${id}`)]);

	const showSide = () => {
		navigation();
		slot("sides").replaceChildren(...SIDES.map(([id, title]) => make("button", { type: "button", "aria-pressed": String(state.side === id), onclick: () => { state.side = id; showSide(); } }, title, id === "check" && state.problems.length > 0 && make("span", { className: "count" }, String(state.problems.length + state.more)))));
		const side = slot("side");
		if (state.side === "play" && side.dataset.side === "play") {
			return; // the game goes on beside what is written
		}
		side.dataset.side = state.side;
		side.replaceChildren({ check: checkSide, asks: asksSide, play: playSide, pupils: pupilsSide, give: giveSide }[state.side]());
	};

	const checkSide = () => {
		const { problems, more } = state;
		if (state.checked === null) {
			return make("p", {}, wording("check.checking"));
		}
		if (problems.length === 0) {
			return make("div", {}, make("div", { className: "fine" }, make("p", {}, make("strong", {}, wording("check.fine")), ` ${wording("check.fine.why")}`)), further());
		}
		const count = problems.length + more;
		return make("div", {}, spoken(), make("p", {}, make("strong", {}, wording("check.problems", { n: count })), ` ${wording("check.first")}`), make("ol", { className: "problems" }, problems.map(plainly).map((problem) => make("li", {}, problem.place && make("p", { className: "soft" }, problem.place), english(make("p", {}, problem.message)), problem.next && english(make("p", { className: "next" }, `→ ${problem.next}`)), make("p", {}, problem.path && make("button", { type: "button", className: "small", onclick: () => reveal(problem.path) }, wording("go")), " ", problem.line > 0 && make("button", { type: "button", className: "small", onclick: () => toLine(problem.line) }, wording("line", { n: problem.line })))))), more > 0 && make("p", {}, wording("check.more", { n: more })), further());
	};

	// plainly is a problem in the words of the forms, with its place. Beside the text it
	// keeps those of the text.
	const plainly = (problem) => (state.view === "text" ? problem : { ...problem, place: placeOf(state.data, problem.path), message: readable(state.data, problem.path, problem.message), next: problem.next && readable(state.data, problem.path, problem.next) });

	const places = (list) => make("ol", { className: "problems" }, list.map(plainly).map((one) => make("li", {}, one.place && make("p", { className: "soft" }, one.place), english(make("p", {}, one.message)), one.next && english(make("p", { className: "next" }, `→ ${one.next}`)), one.path && make("p", {}, make("button", { type: "button", className: "small", onclick: () => reveal(one.path) }, wording("go"))))));

	// spoken says in which language the checker speaks, if the page has another.
	const spoken = () => lang !== "en" && make("p", { className: "soft" }, wording("check.language"));

	// filled is a value that was filled in: a list of ids or words of the format as what
	// they are called, and beside the text with its path.
	const filled = (path, value) => {
		if (state.view === "text") {
			return `${path}: ${value}`;
		}
		const names = titles(state.data);
		return /^[\w#-]+(, [\w#-]+)*$/.test(value) ? value.split(", ").map((one) => names.get(one) ?? wordOf(one)).join("; ") : value;
	};

	// further is what may be wrong, and what was filled in.
	const further = () => make("div", {},
		state.warnings.length > 0 && make("details", { className: "further" }, make("summary", {}, wording("check.warnings", { n: state.warnings.length })), places(state.warnings)),
		state.inferred.length > 0 && make("details", { className: "further" }, make("summary", {}, wording("check.inferred", { n: state.inferred.length })), places(state.inferred.map(({ path, value, why }) => ({ path, message: filled(path, value), next: why })))));

	// asksSide lists the questions as players meet them, with what is right and why.
	const asksSide = () => {
		if (!state.compiled) {
			return notYet();
		}
		return make("div", {}, make("p", {}, wording("asks.what")), inTurns(make("ol", { className: "problems" }), state.asks, (one) => make("li", {}, make("p", { className: "soft" }, one.where), make("p", {}, make("strong", {}, one.asks)), make("ul", { className: "right" }, one.right.map((words) => make("li", {}, words))), one.rule && english(make("p", { className: "soft" }, readable(state.data, one.path, one.rule))), one.witnesses?.length > 0 && make("p", { className: "soft" }, wording("asks.witnesses", { who: one.witnesses.join("; ") })), make("p", { className: "soft" }, wording("asks.chance", { percent: percent(one.chance) })), make("p", {}, make("button", { type: "button", className: "small", onclick: () => reveal(one.path) }, wording("go"))))), state.unused.length > 0 && make("div", {}, make("p", {}, make("strong", {}, wording("asks.unused"))), make("ul", {}, state.unused.map(({ path }) => make("li", {}, `${placeOf(state.data, path)} `, make("button", { type: "button", className: "small", onclick: () => reveal(path) }, wording("go")))))), make("details", { className: "further" }, make("summary", {}, wording("asks.told")), inTurns(make("ol", { className: "problems" }), state.told, ({ path, title, says }) => make("li", {}, make("p", {}, make("strong", {}, short(title))), says.map((words) => make("p", { className: "soft" }, words)), make("p", {}, make("button", { type: "button", className: "small", onclick: () => reveal(path) }, wording("go")))))));
	};

	const notYet = () => make("p", {}, `${wording("problems.left", { n: state.problems.length + state.more })} `, make("button", { type: "button", onclick: () => { state.side = "check"; showSide(); } }, wording("problems.show")));

	// here is the step of the game where one is writing.
	const here = () => {
		for (let i = state.last.length; i > 0; i--) {
			const one = at(state.data, state.last.slice(0, i));
			if (state.last[0] === "rooms" && (state.last[i - 2] === "beats" || state.last[i - 2] === "puzzles") && one?.id) {
				return one.id;
			}
		}
		// Of a source or a claim, where players first meet it.
		const one = at(state.data, state.last.slice(0, 2));
		const meets = { sources: ({ arrivals, tabs }) => [...arrivals ?? [], ...tabs ?? []].some((ref) => String(ref).split("#")[0] === one?.id), claims: ({ ask: asked }) => (asked ?? []).some(({ claim }) => claim === one?.id) }[state.last[0]];
		const beats = (state.data?.rooms ?? []).flatMap((room) => room?.beats ?? []);
		return (one?.id && meets && beats.find(meets)?.id) || "";
	};

	const playSide = () => {
		const box = make("div", { className: "play" });
		const start = async (item) => {
			if (!state.compiled) {
				box.replaceChildren(notYet());
				return;
			}
			await check();
			if (!state.compiled) {
				box.replaceChildren(notYet());
				return;
			}
			const { log, error } = await ask({ do: "log", text: state.checked, item, seed: 1 });
			if (error) {
				say(error);
				return;
			}
			try {
				localStorage.setItem(PLAY_KEY, JSON.stringify({ case: pictures.whole(state.compiled), log }));
			} catch (why) {
				say(wording("play.kept", { why: why.name }));
				return;
			}
			box.replaceChildren(tools(), make("iframe", { src: `./?try=${Date.now()}&lang=${lang}`, title: wording("play.frame") }));
		};
		const tools = () => make("p", { className: "tools" }, make("button", { type: "button", onclick: () => start("") }, wording("play.begin")), " ", make("button", { type: "button", onclick: () => start(here()) }, wording("play.here")));
		box.append(state.compiled ? make("div", {}, make("p", {}, wording("play.what")), tools()) : notYet());
		return box;
	};

	const percent = (share) => `${Math.round(100 * share)} %`;

	const pupilsSide = () => {
		if (!state.compiled) {
			return notYet();
		}
		const box = make("div");
		const run = async () => {
			const { text } = state.draft;
			box.replaceChildren(make("p", {}, wording("pupils.playing")));
			const { result, error } = await ask({ do: "simulate", text, seed: 1 });
			box.replaceChildren(error ? english(make("p", { className: "wrong" }, error)) : results(result));
		};
		box.append(make("p", {}, wording("pupils.what")), make("button", { type: "button", onclick: run }, wording("pupils.play")));
		return box;
	};

	const results = ({ kinds, questions }) => {
		const flat = questions.filter((question) => question.flat);
		const cell = (tag, words) => make(tag, {}, words);
		return make("div", {}, make("p", {}, make("strong", {}, flat.length === 0 ? wording("pupils.apart") : wording("pupils.flat", { n: flat.length }))),
			make("table", {}, make("caption", {}, wording("pupils.score")), make("thead", {}, make("tr", {}, ["pupil", "true", "false", "score"].map((column) => cell("th", wording(`pupils.column.${column}`))))), make("tbody", {}, kinds.map((row) => make("tr", {}, cell("th", wording(`pupils.kind.${row.kind}`)), cell("td", percent(row.true_believed)), cell("td", percent(row.false_believed)), cell("td", String(Math.round(row.score))))))),
			make("table", {}, make("caption", {}, wording("pupils.questions")), make("tbody", {}, questions.map((question) => make("tr", { className: question.flat ? "flat" : "" }, cell("th", short(question.title, 50)), cell("td", percent(question.discerning)), cell("td", percent(question.guessing)), cell("td", question.flat ? wording("pupils.flat.short") : ""))))));
	};

	const MOST_LINK = 32_000; // characters that messengers and browsers still take

	const giveSide = () => {
		const box = make("div", {}, make("p", {}, make("strong", {}, wording("give.file")), ` ${wording("give.file.what")}`), make("p", {}, make("button", { type: "button", onclick: save }, wording("tools.save"))));
		if (!state.compiled) {
			box.append(notYet());
			return box;
		}
		if (state.unready) {
			box.append(make("p", {}, `${wording("give.unready")} `, make("button", { type: "button", onclick: () => { state.side = "check"; showSide(); } }, wording("give.unready.show"))));
			return box;
		}
		const link = make("div", { id: "link" });
		const site = async () => {
			say(wording("give.packing"));
			await check();
			if (!state.compiled) {
				return; // the check shows why
			}
			const names = JSON.parse(siteFiles);
			const files = await Promise.all(names.map(async (name) => {
				const response = await fetch(name);
				if (!response.ok) {
					throw new Error(wording("trouble.fetch", { what: name, why: response.status }));
				}
				return [name, new Uint8Array(await response.arrayBuffer())];
			}));
			const name = fileName("json").toLowerCase();
			files.push([name, new TextEncoder().encode(pictures.whole(state.compiled))], ["play.html", new TextEncoder().encode(`<!doctype html>\n<meta charset="utf-8">\n<title>${wording("game.title")}</title>\n<meta http-equiv="refresh" content="0; url=./?case=${encodeURIComponent(name)}">\n<p><a href="./?case=${encodeURIComponent(name)}">${wording("side.play")}</a></p>\n`)]);
			download(fileName("zip"), await zip(files), "application/zip");
			say(wording("give.packed"));
		};
		const makeLink = async () => {
			await check(); // which may make this anew
			const link = slot("link");
			if (!state.compiled || !link) {
				return;
			}
			const words = new URL(`./#case=${await packed(pictures.whole(state.compiled))}`, location.href).href;
			if (words.length > MOST_LINK) {
				const shows = Object.keys(pictures.named(state.data)).length > 0;
				link.replaceChildren(make("p", {}, `${wording("give.link.large", { n: words.length, most: MOST_LINK })}${shows ? ` ${wording("give.link.pictures")}` : ""}`));
				return;
			}
			const area = make("textarea", { readOnly: true, rows: 4, value: words, "aria-label": wording("give.link.name") });
			link.replaceChildren(area, make("p", {}, make("button", { type: "button", onclick: async () => { area.select(); await navigator.clipboard?.writeText(words).catch(() => {}); say(wording("give.copied")); } }, wording("give.copy"))));
		};
		box.append(make("p", {}, make("strong", {}, wording("give.site")), ` ${wording("give.site.what")}`), make("p", {}, make("button", { type: "button", onclick: () => site().catch((why) => say(why.message)) }, wording("give.site.save"))), make("p", {}, make("strong", {}, wording("give.link")), ` ${wording("give.link.what")}`), make("p", {}, make("button", { type: "button", onclick: () => makeLink().catch((why) => say(why.message)) }, wording("give.link.make"))), link);
		return box;
	};

	// ---- begin ----

	// openDraft shows a draft. more are pictures of the file that it is made from.
	const openDraft = async (draft, more = []) => {
		leaveText();
		const trouble = await pictures.open(draft.key, more);
		Object.assign(state, { draft, data: null, read: null, moved: false, due: false, problems: [], warnings: [], inferred: [], asks: [], unused: [], told: [], unready: false, more: 0, dated: [], compiled: "", checked: null, readable: undefined, view: "story", side: "check", last: [] });
		state.open.clear();
		shown = "";
		root.dataset.open = "";
		root.replaceChildren(
			make("header", { className: "bar" }, make("h1", { className: "label" }, `${wording("game.title")} · ${wording("begin.yours")}`), make("div", { id: "tools", className: "tools" })),
			make("nav", { id: "parts", "aria-label": wording("parts.name") }),
			make("main", { id: "main" }, make("div", { id: "view", oninput: () => { state.typed = true; } })),
			make("aside", { "aria-label": wording("sides.name") }, make("div", { id: "sides", className: "tools" }), make("p", { id: "checking", className: "soft", hidden: true }, wording("check.checking")), make("div", { id: "side" })),
			make("p", { id: "status", role: "status" }),
		);
		toolbar();
		navigation();
		showSide();
		refresh(true);
		check();
		keepPage();
		say(trouble);
	};

	const MOST_FILE = 4 << 20; // bytes

	const openFile = async (file) => {
		if (file.size > MOST_FILE) {
			say(wording("trouble.large", { file: file.name }));
			return;
		}
		const words = await file.text();
		if (/\.(csv|tsv)$/i.test(file.name)) {
			await openTable(words, file.name);
			return;
		}
		// A case that was built for the game becomes text again.
		const { text = words.replace(/\r\n?/g, "\n"), error } = /\.json$/i.test(file.name) ? await ask({ do: "built", text: words }) : {};
		if (error) {
			say(error);
			return;
		}
		await openText(text, file.name);
	};

	// openText opens a case's text as a new draft, with the pictures that are in it beside
	// it.
	const openText = async (whole, name) => {
		const { text = whole, files = {} } = /^"?pictures/m.test(whole) ? await ask({ do: "pictures", text: whole }) : {};
		await openDraft(Draft.create(text, name), pictures.files(files));
	};

	const openTable = async (words, name) => {
		const { text, error, missing = [] } = await ask({ do: "sheet", text: words });
		if (error) {
			say(error);
			return;
		}
		await openDraft(Draft.create(text, name));
		if (missing.length > 0) {
			slot("main").prepend(make("details", { className: "missing", open: true }, make("summary", {}, wording("table.missing", { n: missing.length })), make("ul", {}, missing.map((one) => english(make("li", {}, one))))));
		}
	};

	const copyStory = async ({ file, title }) => {
		const response = await fetch(file);
		if (!response.ok) {
			say(wording("trouble.fetch", { what: title, why: response.status }));
			return;
		}
		let text = await response.text();
		for (const [key, value] of [["id", "my-story"], ["title", wording("story.copied", { title })]]) {
			const changed = await ask({ do: "edit", text, op: { do: "set", path: [key], value } });
			text = changed.text || text;
		}
		await openText(text, wording("story.copied", { title }));
	};

	const COLUMNS = ["what", "title", "date", "who", "kind", "where", "says", "rests on", "denied by", "admitted in", "known to"];

	// The example becomes a case that passes the check, and has each kind of row.
	const TABLE = `${COLUMNS.join(",")}
person,Ferdinand Foch,,,,,"commands the Allied armies, and would sign for them",,,,
source,Peace is signed,7 November 1918,Roy Howard,cable,"New York Times, 8 November 1918",An admiral has told him that the war is over.,,,,
source,New York cheers,7 November 1918,,newspaper,"New York Tribune, 8 November 1918",People dance in the streets because the war is over.,Peace is signed,,,
source,Nothing is signed,7 November 1918,Robert Lansing,statement,"New York Times, 8 November 1918",The Secretary of State says that the Germans have not signed.,,,,
event,The cable reaches New York,7 November 1918,,,,,Peace is signed,,,
claim,The war is over.,7 November 1918,,,,,Peace is signed | New York cheers,Nothing is signed,,Ferdinand Foch
`;

	let table = ""; // what was pasted last, so that it can be corrected and read again

	const begin = () => {
		leaveText();
		state.draft = null;
		delete root.dataset.open;
		const drafts = Draft.list();
		const when = new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeStyle: "short" });
		const pasted = make("textarea", { id: "table", rows: 6, spellcheck: false, value: table, oninput: () => { table = pasted.value; } });
		const file = make("input", { type: "file", accept: ".yaml,.yml,.json,.csv,.tsv,text/csv", className: "unseen", id: "file", onchange: () => file.files[0] && openFile(file.files[0]).catch((why) => say(why.message)) });
		root.replaceChildren(make("main", { id: "main", className: "begin" },
			make("p", { className: "label" }, wording("game.title")),
			make("h1", {}, wording("begin.title")),
			make("p", { className: "lead" }, wording("begin.what")),
			drafts.length > 0 && make("section", {}, make("h2", {}, wording("begin.drafts")), make("ul", { className: "drafts" }, drafts.map(({ key, name, saved }) => make("li", {}, make("button", { type: "button", onclick: () => openDraft(Draft.open(key)).catch((why) => say(why.message)) }, name || wording("draft.unnamed")), make("span", { className: "soft" }, ` ${when.format(saved)} `), make("button", { type: "button", className: "small", "aria-label": wording("draft.delete.which", { name: name || wording("draft.unnamed") }), onclick: ({ target }) => {
				if (target.dataset.sure) {
					new Draft(key).forget();
					pictures.forget(key);
					begin();
				} else {
					target.dataset.sure = "yes";
					target.textContent = wording("draft.delete.sure");
				}
			} }, wording("draft.delete")))))),
			make("section", {}, make("h2", {}, wording("begin.stories")), make("ul", { className: "drafts" }, JSON.parse(shelf).map((story) => make("li", {}, make("button", { type: "button", onclick: () => copyStory(story).catch((why) => say(why.message)) }, wording("story.copy", { title: story.title })), make("span", { className: "soft" }, ` ${wording(`story.what.${story.what}`)}`))))),
			make("section", {}, make("h2", {}, wording("begin.table")), make("p", {}, wording("begin.table.what")),
				make("details", {}, make("summary", {}, wording("begin.table.columns")), make("ul", {}, COLUMNS.map((column) => make("li", {}, make("strong", {}, column), ` ${wording(`begin.table.column.${column.replaceAll(" ", "_")}`)}`)))),
				make("p", {}, make("label", { for: "table" }, wording("begin.table.paste"))), pasted,
				make("p", { className: "tools" }, make("button", { type: "button", onclick: () => openTable(pasted.value, wording("begin.table.draft")).catch((why) => say(why.message)) }, wording("begin.table.make")), " ", make("button", { type: "button", onclick: () => { pasted.value = TABLE; pasted.dispatchEvent(new Event("input")); } }, wording("begin.table.show")), " ", make("button", { type: "button", onclick: () => download("story.csv", TABLE, "text/csv") }, wording("begin.table.example")))),
			make("section", {}, make("h2", {}, wording("begin.file")), make("p", {}, wording("begin.file.what")), file, make("p", {}, make("label", { className: "button", for: "file" }, wording("begin.file.choose")))),
			make("section", {}, make("h2", {}, wording("begin.languages")), make("p", { className: "tools" }, languages.filter(({ tag }) => tag !== lang).map(({ tag, name }) => make("a", { href: `?lang=${tag}`, hreflang: tag, lang: tag }, name)))),
		), make("p", { id: "status", role: "status" }));
	};

	// ---- keys and files ----

	document.addEventListener("keydown", (event) => {
		const { key, shiftKey } = event;
		if (!(event.ctrlKey || event.metaKey) || !state.draft) {
			return;
		}
		const again = key.toLowerCase() === "y" || (key.toLowerCase() === "z" && shiftKey);
		if (key.toLowerCase() === "z" || again) {
			event.preventDefault();
			(again ? redo : undo)();
		} else if (key.toLowerCase() === "s") {
			event.preventDefault();
			save();
		}
	});

	// A page that is closed or put away may never come back.
	window.addEventListener("pagehide", () => state.text?.flush());
	document.addEventListener("visibilitychange", () => state.text?.flush());

	document.addEventListener("dragover", (event) => {
		if ([...event.dataTransfer.types].includes("Files")) {
			event.preventDefault();
		}
	});

	document.addEventListener("drop", (event) => {
		const [file] = event.dataTransfer.files;
		if (file) {
			event.preventDefault();
			event.stopPropagation(); // the editor of text would write it into the text
			const place = event.target.closest?.(".picture");
			if (place) {
				place.dispatchEvent(new CustomEvent("picture", { detail: file }));
				return;
			}
			openFile(file).catch((why) => say(why.message));
		}
	}, true);

	begin();
	ask({ do: "schema" }).then(({ data }) => {
		useSchema(data);
		shown = "";
		refresh(true);
	}).catch((why) => say(why.message));
})();
