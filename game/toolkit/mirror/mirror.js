// The page's half of game/toolkit/mirror: it carries the changes that the program has
// worked out to the elements in #mirror, and tells it what the player does
// there. It makes no decision of its own.
"use strict";

(() => {
	const host = window.toolkitHost;
	const elements = new Map(); // by key
	let mirror = null;
	let live = null; // the one polite live region
	let tell = () => {};
	let applying = false;

	// ---- from the program to the page ----

	// The direction of a language; where the browser can't say, that of the first letter.
	const direction = (lang) => {
		try {
			const locale = new Intl.Locale(lang);
			return (locale.getTextInfo?.() ?? locale.textInfo)?.direction ?? "auto";
		} catch {
			return "auto"; // it is no language tag
		}
	};

	const wordsOf = (span) => {
		let node = document.createTextNode(span.Text);
		const wrap = (tag) => {
			const outer = document.createElement(tag);
			outer.append(node);
			node = outer;
		};
		if (span.Marked) {
			wrap("mark");
		}
		if (span.Strong) {
			// A name set off, not something urgent: readers that stop at strong words
			// would tear it out of its sentence.
			wrap("b");
		}
		if (span.Lang) {
			// Words of another language may run the other way, and must not turn what is
			// around them.
			if (node.nodeType === Node.TEXT_NODE) {
				wrap("bdi");
			}
			node.lang = span.Lang;
			node.dir = direction(span.Lang);
		}
		return node;
	};

	const operations = {
		create: ({ key, tag }) => {
			elements.get(key)?.remove();
			elements.set(key, document.createElement(tag));
		},
		set: ({ key, name, value }) => {
			const element = elements.get(key);
			if (name.startsWith("--")) {
				element.style.setProperty(name, value);
			} else if (name === "inert" && element.contains(document.activeElement)) {
				hold(element, name);
			} else {
				element.setAttribute(name, value || "");
				if (name === "data-picture") {
					element.src = host.pictureAddress(value);
				}
			}
		},
		unset: ({ key, name }) => {
			const element = elements.get(key);
			if (name.startsWith("--")) {
				element.style.removeProperty(name);
				return;
			}
			element.removeAttribute(name);
			if (element.dataset.held === name) {
				delete element.dataset.held;
			}
		},
		text: ({ key, spans }) => {
			elements.get(key).replaceChildren(...(spans || []).map(wordsOf));
		},
		draw: ({ key, value }) => {
			elements.get(key).innerHTML = value || ""; // the program's own drawing
		},
		box: ({ key, box }) => {
			const { style } = elements.get(key);
			const nowhere = box.W === 0; // the style sheet's to say
			style.left = nowhere ? "" : `${box.X}px`;
			style.top = nowhere ? "" : `${box.Y}px`;
			style.width = nowhere ? "" : `${box.W}px`;
			style.height = nowhere ? "" : `${box.H}px`;
		},
		insert: ({ key, parent, before }) => {
			const into = parent ? elements.get(parent) : mirror;
			const reference = before ? elements.get(before) : (parent ? null : live);
			into.insertBefore(elements.get(key), reference);
		},
		remove: ({ key }) => {
			const element = elements.get(key);
			elements.delete(key);
			if (element.contains(document.activeElement)) {
				element.removeAttribute("data-node");
				element.removeAttribute("name"); // or it would be one of a group with the new ones
				hold(element, "removed");
			} else {
				element.remove();
			}
		},
	};

	// What has the focus stays within reach, with what it stands in, until a
	// screen reader has heard where the focus went, or the player does something.
	// Were it gone before, some would look for a place of their own and not say the
	// new one.
	const HELD = 1000; // ms; readers lag behind
	let held = [];
	let holding = 0;
	const hold = (element, until) => {
		element.dataset.held = until;
		held.push(element);
		clearTimeout(holding);
		holding = setTimeout(letGo, HELD);
	};
	const letGo = () => {
		for (const element of held) {
			if (element.dataset.held === "removed") {
				element.remove();
			} else if (element.dataset.held === "inert") {
				element.setAttribute("inert", "");
				delete element.dataset.held;
			}
		}
		held = [];
		announce(waiting);
	};

	// The attribute is what the program says; the browser changes only the
	// property when the player chooses.
	const restoreChecks = () => {
		for (const input of mirror.querySelectorAll("input")) {
			const checked = input.hasAttribute("checked");
			if (input.checked !== checked) {
				input.checked = checked;
			}
		}
	};

	// Said twice in a row the same words would be no change, and so not heard.
	const SILENT_END = "\u00a0";
	const HEARD = 5_000; // ms after which nobody waits for them any more
	let forget = 0;
	// Words for what the focus goes to wait a little: else they would be said
	// before it.
	const SPOKEN = 250; // ms
	let waiting = "";
	const announce = (words) => {
		if (!words) {
			return;
		}
		waiting = "";
		live.textContent = live.textContent === words ? words + SILENT_END : words;
		clearTimeout(forget);
		forget = setTimeout(unsay, HEARD);
	};
	// Whoever reads to the end of the page isn't to meet the words again there.
	const unsay = () => {
		clearTimeout(forget);
		waiting = "";
		live.replaceChildren();
	};

	const focusOn = (element) => {
		if (element.tabIndex < 0 && !element.hasAttribute("tabindex")) {
			element.setAttribute("tabindex", "-1");
		}
		// The caret goes along: a screen reader that reads on from there would stand
		// where the old screen ended, and find nothing after it.
		if (element.localName !== "input") {
			getSelection()?.collapse(element, 0);
		}
		if (mirror.dataset.view === "canvas") {
			element.focus({ preventScroll: true }); // the game scrolls by itself
			return;
		}
		const reading = element.matches("h2, h3, h4") || element.localName === "h1" && element.closest("[role=dialog]") !== null;
		element.focus({ preventScroll: reading });
		// At a heading reading begins: what follows it is to be seen too.
		const { top, bottom } = element.getBoundingClientRect();
		if (reading && (top < 0 || bottom > innerHeight / 2)) {
			element.scrollIntoView({ block: "start" });
		}
	};

	// What the player chose holds for the page as it does for the canvas.
	const look = ({ plain, theme, text }) => {
		const root = document.documentElement;
		mirror.dataset.view = root.dataset.view = plain ? "plain" : "canvas";
		if (theme && theme !== "auto") {
			root.dataset.theme = theme;
		} else {
			delete root.dataset.theme;
		}
		host.textScale = text || 1;
		root.style.fontSize = host.textScale === 1 ? "" : `${100 * host.textScale}%`;
	};

	const toTheTop = () => {
		mirror.scrollTo(0, 0);
		if (mirror.dataset.view === "plain") {
			window.scrollTo(0, 0);
		}
	};

	// In a very large window the mirror is enlarged: over the canvas as the picture
	// is, and as the plain page by the browser, which lays it out anew.
	const enlarge = (zoom, plain) => {
		const { style } = mirror;
		const over = !plain && zoom !== 1;
		style.transformOrigin = "0 0";
		style.transform = over ? `scale(${zoom})` : "";
		style.width = over ? `${100 / zoom}%` : "";
		style.height = over ? `${100 / zoom}%` : "";
		if ("zoom" in style) {
			style.zoom = plain && zoom !== 1 ? zoom : "";
			style.setProperty("--zoom", style.zoom || "1");
		}
	};

	const apply = (change) => {
		const wishes = JSON.parse(change);
		const { patches, screen, title, focus, announce: words } = wishes;
		const before = document.activeElement;
		let wanted;
		applying = true;
		try {
			for (const patch of patches) {
				operations[patch.op](patch);
			}
			restoreChecks();
			look(wishes);
			enlarge(wishes.zoom || 1, wishes.plain);
			if (mirror.dataset.screen !== screen) {
				mirror.dataset.screen = screen;
				toTheTop();
				unsay();
			}
			if (title && document.title !== title) {
				document.title = title;
			}
			wanted = elements.get(focus);
			if (wanted) {
				focusOn(wanted);
			}
			if (held.some((element) => element.contains(document.activeElement))) {
				letGo(); // the focus went nowhere
			}
			if (!wanted && before !== document.activeElement && mirror.contains(before)) {
				focusOn(before); // it was only moved
			}
			if (words && wanted) {
				waiting = words;
				setTimeout(() => announce(waiting), SPOKEN);
			} else {
				announce(words);
			}
		} finally {
			applying = false;
		}
		// The program knows where it has sent the focus. Where the browser has it
		// elsewhere all the same, it is told, once it is out of this call.
		const after = document.activeElement;
		if (after !== (wanted ?? before)) {
			setTimeout(() => {
				if (document.activeElement === after) {
					focusChanged(after);
				}
			}, 0);
		}
	};

	// ---- from the page to the program ----

	const report = (kind, node, key = "") => {
		tell(kind, node, key);
		host.wake("mirror");
	};

	const nodeOf = (target) => target?.closest?.("#mirror [data-node]")?.dataset.node ?? "";

	const focusChanged = (element) => {
		const node = nodeOf(element);
		if (node) {
			report("focus", node);
		} else {
			report("blur", "");
		}
	};

	const KEYS = new Set([
		"Escape", "Backspace", "PageUp", "PageDown", "Home", "End",
		"ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight",
	]);

	// What takes letters itself: none of ours does today, but extensions and
	// translators put such things on pages.
	const TYPED_INTO = "input:not([type=radio], [type=checkbox], [type=button]), textarea, select, [contenteditable]";

	const TURNING = new Set(["PageUp", "PageDown", "ArrowLeft", "ArrowRight", " "]);
	const PRESSED_BY_SPACE = "button, a, input, textarea, select, summary, [contenteditable]";

	// Whether the program has pages that such keys turn.
	const turns = () => mirror.querySelector("[data-turns]") !== null;

	// The browser scrolls the plain page. A key that finds nothing left to scroll turns
	// the program's page; another is none of the program's business.
	const keyOf = ({ key }) => {
		if (mirror.dataset.view !== "plain" || !["PageUp", "PageDown", " "].includes(key)) {
			return key;
		}
		const { scrollTop, scrollHeight, clientHeight } = document.scrollingElement;
		if (key === "PageUp") {
			return scrollTop <= 1 && "TurnBack";
		}
		return scrollTop + clientHeight >= scrollHeight - 1 && "TurnOn";
	};

	const listen = () => {
		mirror.addEventListener("focusin", (event) => {
			if (!applying) {
				focusChanged(event.target);
			}
		});
		mirror.addEventListener("focusout", (event) => {
			if (!applying && !mirror.contains(event.relatedTarget)) {
				report("blur", "");
			}
		});
		// Not at the mirror itself: all that stands in it would be called clickable.
		document.addEventListener("click", (event) => {
			const button = event.target.closest("#mirror button");
			if (button && !button.dataset.held && button.getAttribute("aria-disabled") !== "true") {
				report("press", nodeOf(button));
			}
		});
		mirror.addEventListener("change", (event) => {
			report("press", nodeOf(event.target));
		});
		document.addEventListener("keydown", letGo, { capture: true });
		document.addEventListener("pointerdown", letGo, { capture: true });
		addEventListener("beforeprint", letGo);
		document.addEventListener("keydown", (event) => {
			if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) {
				return;
			}
			const space = event.key === " " && !event.target.closest?.(PRESSED_BY_SPACE);
			const single = [...event.key].length === 1 && event.key !== " ";
			if (!single && !space && !KEYS.has(event.key)) {
				return;
			}
			if (single && (event.repeat || event.target.matches?.(TYPED_INTO))) {
				return; // a shortcut held down is one press, and a text is a text
			}
			if (event.key.startsWith("Arrow") && event.target.type === "radio") {
				return; // the browser moves the choice
			}
			if (!single && !space && mirror.querySelector(`[aria-keyshortcuts~=${event.key}]`)) {
				event.preventDefault(); // a control takes it, and the page doesn't scroll
				if (event.repeat) {
					return;
				}
			}
			if (event.repeat && TURNING.has(event.key) && turns()) {
				return; // a key held down turns one page
			}
			const key = keyOf(event);
			if (key && key !== event.key && turns()) {
				event.preventDefault(); // or the browser would scroll the page that comes
			}
			if (key) {
				report("key", nodeOf(event.target), key);
			}
		});
		// Old browsers scroll what is cut off into view when it takes the focus.
		mirror.addEventListener("scroll", () => {
			if (mirror.dataset.view === "canvas") {
				mirror.scrollTo(0, 0);
			}
		});
	};

	host.mirror = {
		// The page needn't fetch what the program brings along.
		addTypeface: (family, weight, bytes) => {
			document.fonts?.add(new FontFace(family, bytes, { weight }));
		},
		attach: (listener) => {
			mirror = document.getElementById("mirror");
			live = document.createElement("p");
			live.className = "unseen";
			// Without the role of a status, which is read out even where it is empty.
			live.setAttribute("aria-live", "polite");
			live.setAttribute("aria-atomic", "true");
			mirror.replaceChildren(live);
			mirror.dataset.view = "canvas";
			tell = listener;
			listen();
		},
		apply,
		letGo, // for tests, which don't wait to hear anything
	};
})();
