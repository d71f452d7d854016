// The author's page: the game in a frame, loaded again whenever the case is saved, or
// the errors of the case in its place.
"use strict";

const part = (id) => document.getElementById(id);

const RETRY = 2000; // ms until the server is asked again after it did not answer

// The link's own keys, such as length or view, are the game's.
const gameAddress = () => {
	const keys = new URLSearchParams(location.search);
	keys.set("case", "preview.json");
	return `./?${keys}`;
};

const element = (name, className, text) => {
	const made = document.createElement(name);
	made.className = className;
	made.textContent = text; // text of the case is only ever text
	return made;
};

const count = (n, thing) => `${n} ${thing}${n === 1 ? "" : "s"}`;

const item = (problem, severity) => {
	const li = element("li", severity, "");
	li.append(
		element("code", "place", problem.place),
		element("strong", "message", `${severity === "warning" ? "Warning: " : ""}${problem.message}.`),
	);
	if (problem.excerpt) {
		li.append(element("pre", "excerpt", problem.excerpt));
	}
	if (problem.next) {
		li.append(element("span", "next", `→ ${problem.next}`));
	}
	return li;
};

const show = (state) => {
	const name = state.title || state.file.split(/[\\/]/).slice(-2).join("/");
	part("title").textContent = name;
	document.title = `${state.ok ? "" : "✗ "}${name}: preview`;
	const wrong = `${count(state.errors.length, "error")}, ${count(state.warnings.length, "warning")}`;
	part("status").textContent = state.ok ?
		`Version ${state.version}: plays, ${count(state.warnings.length, "warning")}, ${count(state.inferred, "value")} filled in` :
		`Version ${state.version}: ${wrong}`;
	part("problems").hidden = state.errors.length + state.warnings.length === 0;
	part("problems-title").textContent = state.ok ? count(state.warnings.length, "warning") : wrong;
	part("list").replaceChildren(
		...state.errors.map((problem) => item(problem, "error")),
		...state.warnings.map((problem) => item(problem, "warning")),
	);
	part("problems").classList.toggle("below", state.ok);
	part("outline").textContent = state.outline;
	part("more").hidden = !state.ok;
	const game = part("game");
	game.hidden = !state.ok;
	part("over").hidden = !state.ok;
	if (state.ok) {
		if (game.getAttribute("src") === null) {
			game.src = gameAddress();
		} else {
			game.contentWindow.location.reload();
		}
	}
};

// The saved games of the preview are those whose key names it.
part("over").addEventListener("click", () => {
	for (const key of Object.keys(localStorage)) {
		if (key.includes("preview")) {
			localStorage.removeItem(key);
		}
	}
	part("game").contentWindow.location.reload();
});

const follow = async () => {
	for (let version = 0; ;) {
		try {
			const response = await fetch(`preview-state?after=${version}`);
			if (!response.ok) {
				throw new Error(response.statusText);
			}
			const state = await response.json();
			if (state.version !== version) {
				version = state.version;
				show(state);
			}
		} catch {
			part("status").textContent = "The preview does not answer. Is make preview still running?";
			await new Promise((resolve) => {
				setTimeout(resolve, RETRY);
			});
		}
	}
};

follow();
