// The case as text: an editor with completion, colours and the check's messages at their
// lines, which is fetched when it is first shown. Until then, and where it can't be had,
// a plain text area does the same without these.
"use strict";

(() => {
	const { ask, keepEditor, make, patch, wording } = window.author;
	const { editor: address } = document.currentScript.dataset;

	const WAIT = 300; // ms after the last key until a text is taken over
	const LARGE = 200_000; // characters that a plain text area takes a second or more to set
	const LONG = 3_600_000; // ms for which Escape lets Tab leave, unless another key is pressed

	// What a line has before a key, an item or a value that is begun, so that nothing is
	// offered in the middle of a sentence.
	const BEGUN = /^\s*(?:- +)*(?:["']?[\w-]+["']?: +)?(?:\[[^\]]*|\{[^}]*)?["']?[\w#-]*$/;

	let library = null; // a promise of the editor's module

	const fetched = () => {
		library ??= import(new URL(address, document.baseURI).href).catch((why) => {
			library = null; // it is tried again when the text is next shown
			throw why;
		});
		return library;
	};

	const option = ({ label, detail, info, is, apply, after = "" }) => ({
		label, detail, info, type: is,
		apply: (view, _, from, to) => {
			view.dispatch({ changes: { from, to, insert: apply + after }, selection: { anchor: from + apply.length }, scrollIntoView: true, userEvent: "input.complete" });
			if (is === "key") {
				view.dom.dispatchEvent(new Event("goon"));
			}
		},
	});

	// completions asks for what can be written where the cursor is.
	const completions = async ({ state, pos, explicit, aborted }) => {
		const line = state.doc.lineAt(pos);
		const before = line.text.slice(0, pos - line.from);
		if (!explicit && !BEGUN.test(before)) {
			return null;
		}
		const { options } = await ask({ do: "complete", text: state.doc.toString(), line: line.number, item: before });
		if (aborted || !options?.list?.length) {
			return null;
		}
		return { from: pos - options.typed.length, options: options.list.map(option), validFor: /^[\w#-]*$/ };
	};

	// newLine begins a line where the next key goes: behind a dash under its key, below a
	// key that has no value yet indented under it.
	const newLine = ({ EditorSelection }) => (view) => {
		const { state } = view;
		view.dispatch(state.changeByRange(({ from, to }) => {
			const line = state.doc.lineAt(from);
			const before = line.text.slice(0, from - line.from);
			const [margin] = before.match(/^ *(?:- +)*/);
			const insert = `\n${" ".repeat(margin.length + (/:(?: [|>][+-]?)?$/.test(before) ? 2 : 0))}`;
			const place = from + insert.length;
			return { changes: { from, to, insert }, range: EditorSelection.cursor(place) };
		}), { scrollIntoView: true, userEvent: "input" });
		return true;
	};

	// The colours are the page's own, so they follow its light and dark.
	const look = ({ EditorView, HighlightStyle, syntaxHighlighting, tags }) => [
		EditorView.theme({
			"&": { height: "70vh", backgroundColor: "var(--paper)", color: "var(--ink)", border: "1px solid var(--soft)", borderRadius: "var(--radius-control)", fontSize: "14px" },
			"&.cm-focused": { outline: "var(--focus-width) solid var(--focus)", outlineOffset: "var(--focus-gap)" },
			".cm-scroller": { fontFamily: "ui-monospace, monospace", lineHeight: "20px" },
			".cm-content": { padding: "var(--space-2) 0", caretColor: "var(--ink)" },
			".cm-gutters": { backgroundColor: "var(--shade)", color: "var(--soft)", border: "0" },
			".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "transparent", boxShadow: "inset 0 1px var(--rule), inset 0 -1px var(--rule)" },
			".cm-activeLineGutter": { color: "var(--ink)", fontWeight: "600" },
			".cm-matchingBracket, .cm-selectionMatch, .cm-searchMatch": { backgroundColor: "transparent", outline: "1px solid var(--soft)" },
			".cm-searchMatch-selected": { outline: "2px solid var(--focus)" },
			".cm-panels, .cm-tooltip": { backgroundColor: "var(--paper)", color: "var(--ink)", border: "1px solid var(--soft)", zIndex: "10" },
			".cm-panels": { border: "0" },
			".cm-textfield": { backgroundColor: "var(--paper)", color: "inherit", fontSize: "inherit", minHeight: "32px" },
			".cm-button": { backgroundImage: "none", backgroundColor: "var(--paper)", fontSize: "inherit", minHeight: "32px", border: "1px solid var(--soft)" },
			".cm-panel.cm-search": { fontSize: "var(--size-small)", "& label": { fontSize: "inherit" }, "& [name=close]": { color: "inherit", fontSize: "20px", minWidth: "32px", minHeight: "32px" } },
			".cm-panel.cm-panel-lint": { "& ul [aria-selected]": { backgroundColor: "var(--shade)" }, "& [name=close]": { color: "inherit", minWidth: "32px", minHeight: "32px" } },
			".cm-tooltip-autocomplete > ul": { fontFamily: "ui-monospace, monospace", maxHeight: "16em" },
			".cm-tooltip-autocomplete > ul > li": { padding: "2px var(--space-2)", lineHeight: "24px" },
			".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--ink)", color: "var(--paper)" },
			".cm-tooltip-autocomplete > ul > li[aria-selected] .cm-completionDetail": { color: "var(--paper)" },
			".cm-completionDetail": { color: "var(--soft)", fontStyle: "normal", fontFamily: "var(--sans)" },
			".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
			".cm-completionInfo": { fontFamily: "var(--sans)", maxWidth: "min(22rem, 66vw)", padding: "var(--space-2)" },
			".cm-diagnostic": { fontFamily: "var(--sans)", fontSize: "var(--size-small)", lineHeight: "var(--line-small)", maxWidth: "30rem", whiteSpace: "normal" },
			".cm-diagnostic-error": { borderLeft: "5px solid var(--denied)" },
			".cm-diagnostic-warning": { borderLeft: "5px dotted var(--soft)" },
			".cm-lint-marker": { width: "1em", textAlign: "center", fontFamily: "var(--sans)", fontWeight: "700", lineHeight: "20px" },
			".cm-lint-marker-error": { content: "'✕'", color: "var(--denied)" },
			".cm-lint-marker-warning": { content: "'!'", color: "var(--ink)" },
			".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--denied)", textUnderlineOffset: "3px" },
			".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline dotted var(--soft)", textUnderlineOffset: "3px" },
		}),
		syntaxHighlighting(HighlightStyle.define([
			{ tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--focus)" },
			{ tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
			{ tag: tags.string, color: "var(--real)" },
		])),
	];

	// A Text shows a text and lets it be changed: changed gets it and the line a moment after
	// each change; undo and redo are those of the page; say tells a screen reader something.
	class Text {
		constructor({ text, changed, undo, redo, say }) {
			Object.assign(this, { changed, undo, redo, say, timer: 0, view: null, found: [[], []] });
			this.area = make("textarea", { id: "text", value: text, spellcheck: false, wrap: "off", "aria-label": wording("text.name"), "aria-describedby": "text-help", oninput: () => this.later() });
			this.help = make("p", { className: "what", id: "text-help" }, wording("text.what"));
			this.element = make("section", { className: "text" }, make("h2", { tabIndex: -1 }, wording("part.text")), this.help, this.area);
			this.area.hidden = text.length > LARGE; // until it is known whether there is an editor
			fetched().then((module) => {
				this.dress(module);
				keepEditor();
			}, () => {
				this.area.hidden = false;
				this.help.append(` ${wording("text.plain")}`);
			});
		}

		get text() {
			return this.view ? this.view.state.doc.toString() : this.area.value;
		}

		// line is the number of the line in which somebody types.
		get line() {
			if (this.view) {
				const { doc, selection } = this.view.state;
				return doc.lineAt(selection.main.head).number;
			}
			return this.area.value.slice(0, this.area.selectionStart).split("\n").length;
		}

		later() {
			clearTimeout(this.timer);
			this.timer = setTimeout(() => this.flush(), WAIT);
		}

		// flush takes over what has been typed, at once.
		flush() {
			if (this.timer !== 0) {
				clearTimeout(this.timer);
				this.timer = 0;
				this.changed(this.text, this.line);
			}
		}

		// dress puts the editor into the place of the plain field.
		dress(module) {
			if (!this.area.isConnected) {
				return; // another part of the page is shown by now
			}
			const { Annotation, EditorState, EditorView, autocompletion, acceptCompletion, bracketMatching, defaultKeymap, highlightActiveLine, highlightSelectionMatches, highlightSpecialChars, indentLess, indentMore, indentUnit, keymap, lineNumbers, lintGutter, lintKeymap, search, searchKeymap, startCompletion, yaml } = module;
			this.module = module;
			this.outside = Annotation.define(); // marks changes that come from the page
			const { area } = this;
			const focused = document.activeElement === area;
			this.view = new EditorView({
				parent: this.element,
				state: EditorState.create({
					doc: area.value,
					selection: { anchor: area.selectionStart, head: area.selectionEnd },
					extensions: [
						keymap.of([
							{ key: "Enter", run: newLine(module) },
							{ key: "Tab", run: (view) => acceptCompletion(view) || indentMore(view), shift: indentLess },
							{ key: "Escape", run: (view) => {
								view.setTabFocusMode(LONG);
								this.say(wording("text.leaves"));
								return true;
							} },
							...defaultKeymap, ...searchKeymap, ...lintKeymap,
						]),
						autocompletion({ override: [completions], icons: false, maxRenderedOptions: 200 }),
						lineNumbers(), lintGutter(), highlightActiveLine(), highlightSpecialChars(), highlightSelectionMatches(), bracketMatching(), search({ top: true }),
						yaml(), indentUnit.of("  "), EditorState.tabSize.of(2),
						EditorView.contentAttributes.of({ id: "text", tabindex: "0", "aria-label": wording("text.name"), "aria-describedby": "text-help" }),
						EditorView.updateListener.of(({ docChanged, transactions }) => {
							if (docChanged && !transactions.some((one) => one.annotation(this.outside))) {
								this.later();
							}
						}),
						// The browser's own undo, of a menu, knows nothing of the forms.
						EditorView.domEventHandlers({ beforeinput: (event) => {
							const what = { historyUndo: this.undo, historyRedo: this.redo }[event.inputType];
							what?.();
							return what !== undefined; // and then the browser does nothing
						} }),
						look(module),
					],
				}),
			});
			area.remove();
			this.view.dom.addEventListener("goon", () => startCompletion(this.view));
			this.help.append(` ${wording("text.keys")}`);
			this.view.scrollDOM.scrollTop = area.scrollTop;
			if (focused) {
				this.view.focus();
			}
			this.diagnose(...this.found);
		}

		// show shows a text that comes from elsewhere, such as an undone step, and what of it
		// is different.
		show(text) {
			clearTimeout(this.timer);
			this.timer = 0;
			if (!this.view) {
				this.area.value = text;
				return;
			}
			const now = this.text;
			if (text !== now) {
				const [from, old, insert] = patch(now, text);
				this.view.dispatch({ changes: { from, to: from + old.length, insert }, selection: { anchor: from + insert.length }, scrollIntoView: true, annotations: this.outside.of(true) });
			}
		}

		// diagnose shows the check's messages at their lines.
		diagnose(problems, warnings) {
			this.found = [problems, warnings];
			if (!this.view) {
				return;
			}
			const { doc } = this.view.state;
			const at = (severity) => ({ line: number = 1, column = 1, message, next }) => {
				const line = doc.line(Math.min(Math.max(1, number), doc.lines));
				// Columns count characters, and places here count UTF-16.
				const from = Math.min(line.to, line.from + [...line.text].slice(0, column - 1).join("").length);
				const to = line.from + Math.max(from - line.from, line.text.replace(/\s+#.*$/, "").trimEnd().length);
				return { from, to, severity, message: next ? `${message} → ${next}` : message };
			};
			const found = [...problems.map(at("error")), ...warnings.map(at("warning"))].sort((a, b) => a.from - b.from || a.to - b.to);
			this.view.dispatch(this.module.setDiagnostics(this.view.state, found));
		}

		// toLine selects a line, counted from 1, and goes there.
		toLine(number) {
			if (this.view) {
				const { doc } = this.view.state;
				const line = doc.line(Math.min(number, doc.lines));
				this.view.dispatch({ selection: { anchor: line.from, head: line.to }, effects: this.module.EditorView.scrollIntoView(line.from, { y: "center" }) });
				this.view.focus();
				return;
			}
			const { area } = this;
			const lines = area.value.split("\n");
			const start = lines.slice(0, number - 1).join("\n").length + (number > 1 ? 1 : 0);
			area.focus();
			area.setSelectionRange(start, start + (lines[number - 1]?.length ?? 0));
			area.scrollTop = Math.max(0, (number - 6) * (area.scrollHeight / Math.max(1, lines.length)));
		}
	}

	window.author.Text = Text;
})();
