// Makes a form from the description of its fields and the case as it is. Every change
// goes to the text as one operation on one place of it.
"use strict";

(() => {
	const { at, english, has, lang, make, pathText, pictures, unique, wording, wordOf } = window.author;

	const WAIT = 300; // ms after the last key until a text is taken over

	// What a field's key means, by the schema.
	let schema = null;

	window.author.useSchema = (read) => {
		schema = read;
	};

	const resolve = (node) => {
		while (node?.$ref) {
			node = node.$ref.split("/").slice(1).reduce((value, key) => value?.[key], schema);
		}
		return node;
	};

	// described returns the schema of a place.
	const described = (path) => {
		let node = resolve(schema);
		for (const step of path) {
			node = resolve(typeof step === "number" ? node?.items : node?.properties?.[step] ?? node?.additionalProperties);
		}
		return node ?? {};
	};

	// helpOf is what a place is for: in English as the schema says it, otherwise from the
	// page's texts. Forms show names, so nothing is said of ids, and nothing that the
	// field's own name says. A field is only there for the kinds that it is for.
	const plain = (words) => words.toLowerCase().replace(/[^\p{L}]+/gu, " ").trim();
	const helpOf = (path, label) => {
		const key = `help.${path.filter((step) => typeof step !== "number").join(".")}`;
		const help = (lang !== "en" && has(key) ? wording(key) : described(path).description ?? "").replace(/, (as source#paragraph|by id)\b/g, "").replace(/, as an EDTF date\b/g, "").replace(/, or source#paragraph for a later update of one/g, "").replace(/, as source(?=\.)/g, "").replace(/ Only for: [a-z, ]+\.$/, "").replace(/\b[a-z]+(?:_[a-z]+)+\b/g, window.author.labelOf);
		return plain(help) === plain(label) ? "" : help;
	};

	// isInferred tells whether what is left out at a place is filled in from the rest.
	const isInferred = (path) => (described(path).description ?? "").endsWith("it is inferred.");

	const short = (text, most = 60) => {
		const words = String(text ?? "");
		return words.length > most ? `${words.slice(0, most - 1)}…` : words;
	};

	window.author.short = short;

	const sourceTitle = (source) => short(source?.title || source?.id || wording("unnamed.source"), 40);

	// things lists what a reference can name: value, words and a group.
	const things = (data, to) => {
		const named = (list, name) => (Array.isArray(list) ? list : []).filter((one) => one?.id).map((one) => ({ value: one.id, words: short(one[name] || one.id), group: "" }));
		const paragraphs = () => (Array.isArray(data.sources) ? data.sources : []).flatMap((source) => (Array.isArray(source?.digest) ? source.digest : []).filter((p) => p?.id).map((p) => ({
			value: `${source.id}#${p.id}`, words: short(p.text || p.id), group: sourceTitle(source),
		})));
		switch (to) {
			case "person": return named(data.people, "name");
			case "source": return named(data.sources, "title");
			case "event": return named(data.events, "title");
			case "claim": return named(data.claims, "text");
			case "point": return named(data.points, "question");
			case "paragraph": return paragraphs();
			default: return [...named(data.sources, "title"), ...paragraphs().map((p) => ({ ...p, group: wording("ref.later", { source: p.group }) }))];
		}
	};

	// Choices are what a reference of one kind can name. A large case has a thousand
	// paragraphs, and each claim a dozen fields for them, so the options are made once and
	// copied for each field.
	class Choices {
		constructor(data, to) {
			this.by = new Map(); // by id; of several with one id the first
			const groups = new Map();
			for (const one of things(data, to)) {
				if (!this.by.has(one.value)) {
					this.by.set(one.value, one);
				}
				if (!groups.has(one.group)) {
					groups.set(one.group, []);
				}
				groups.get(one.group).push(make("option", { value: one.value }, one.words));
			}
			this.all = document.createDocumentFragment();
			this.all.append(...[...groups].flatMap(([label, items]) => (label ? make("optgroup", { label }, items) : items)));
		}

		words(value) {
			const found = this.by.get(value);
			return found ? (found.group ? `${found.group}: ${found.words}` : found.words) : wording("ref.absent", { value });
		}

		// options returns elements for a select, without those that are chosen already.
		options(without = []) {
			const copy = this.all.cloneNode(true);
			const left = new Set(without);
			if (left.size > 0) {
				for (const option of copy.querySelectorAll("option")) {
					if (left.has(option.value)) {
						(option.parentElement?.childElementCount === 1 ? option.parentElement : option).remove();
					}
				}
			}
			return copy;
		}
	}

	const slug = (words) => String(words).toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/ß/g, "ss").replace(/[^a-z0-9]+/g, "-").slice(0, 32).replace(/^-+|-+$/g, "") || "x";

	const ids = (value, all = new Set()) => {
		if (value && typeof value === "object") {
			if (typeof value.id === "string") {
				all.add(value.id);
			}
			Object.values(value).forEach((inner) => ids(inner, all));
		}
		return all;
	};

	// freshID makes an id from words, unlike all others.
	const freshID = (data, words) => {
		const taken = ids(data);
		const first = slug(words);
		let id = first;
		for (let n = 2; taken.has(id); n++) {
			id = `${first}-${n}`;
		}
		return id;
	};

	window.author.freshID = freshID;

	class Form {
		// change takes operations; data is the case; problems are those of the check;
		// open holds the paths of the items that are open; say tells what has happened;
		// dates are the dates of the case as people read them, by path.
		constructor({ change, data, problems, open, understand, say, dates = new Map() }) {
			Object.assign(this, { change, data, problems, open, understand, say, dates });
			this.named = new Map(); // choices, by kind
		}

		choices(to) {
			if (!this.named.has(to)) {
				this.named.set(to, new Choices(this.data, to));
			}
			return this.named.get(to);
		}

		readable(path, message) {
			return window.author.readable(this.data, path, message);
		}

		problemsAt(path) {
			const here = pathText(path);
			return this.problems.filter((problem) => problem.path === here);
		}

		problemsIn(path) {
			const here = pathText(path);
			return this.problems.filter(({ path: there }) => there === here || there.startsWith(`${here}.`) || there.startsWith(`${here}[`));
		}

		set(path, value, optional) {
			if (optional && (value === "" || value === null || (Array.isArray(value) && value.length === 0))) {
				if (at(this.data, path) !== undefined) {
					this.change({ do: "remove", path }, pathText(path));
				}
				return;
			}
			this.change({ do: "set", path, value }, pathText(path));
		}

		// frame puts a control between its name, what it is for, and its problems.
		frame(field, path, control, { group = false } = {}) {
			const id = unique("field");
			const said = helpOf(path, field.label);
			const found = this.problemsAt(path);
			const help = said && make("p", { className: "help", id: `${id}-help` }, said);
			const wrong = found.length > 0 && make("ul", { className: "wrong", id: `${id}-wrong` }, found.map((problem) => english(make("li", {}, this.readable(problem.path, problem.message), problem.next && make("span", { className: "next" }, ` → ${this.readable(problem.path, problem.next)}`)))));
			const describedBy = [help && `${id}-help`, wrong && `${id}-wrong`].filter(Boolean).join(" ");
			if (group) {
				return make("fieldset", { className: "field", "data-path": pathText(path), "aria-describedby": describedBy || null, tabIndex: -1 }, make("legend", {}, field.label), help, wrong, control);
			}
			control.id = id;
			if (describedBy) {
				control.setAttribute("aria-describedby", describedBy);
			}
			if (found.length > 0) {
				control.setAttribute("aria-invalid", "true");
			}
			return make("div", { className: "field", "data-path": pathText(path) }, make("label", { for: id }, field.label, field.optional && make("span", { className: "soft" }, ` ${wording("field.optional")}`)), help, control, wrong, field.after?.(control));
		}

		typed(field, path, control, read = (value) => value) {
			let timer = 0;
			const take = () => {
				clearTimeout(timer);
				timer = 0;
				this.set(path, read(control.value), field.optional);
			};
			control.addEventListener("input", () => {
				clearTimeout(timer);
				timer = setTimeout(take, WAIT);
			});
			control.addEventListener("change", take);
			return control;
		}

		field(asked, path, value) {
			const field = asked.optional || !isInferred(path) ? asked : { ...asked, optional: true };
			const example = field.example ? wording("field.example", { example: field.example }) : "";
			switch (field.type) {
				case "long": {
					const rows = Math.min(8, Math.max(2, Math.ceil(String(value ?? "").length / 60)));
					return this.frame(field, path, this.typed(field, path, make("textarea", { value: String(value ?? ""), rows, placeholder: example, spellcheck: true })));
				}
				case "number":
					return this.frame(field, path, this.typed(field, path, make("input", { type: "number", value: value ?? "", min: 0, step: "any" }), (words) => (words === "" ? "" : Number(words))));
				case "date":
					return this.date(field, path, value, example);
				case "dates":
					return this.frame(field, path, this.typed(field, path, make("textarea", { value: (Array.isArray(value) ? value : []).join("\n"), rows: 4, placeholder: wording("field.lines", { example }) }), (words) => words.split("\n").map((line) => line.trim()).filter(Boolean)));
				case "choice":
					return this.choice(field, path, value);
				case "flag": {
					const box = make("input", { type: "checkbox", checked: value === true, onchange: () => this.set(path, box.checked ? true : "", true) });
					return this.frame(field, path, box);
				}
				case "checks":
					return this.frame(field, path, make("div", { className: "checks" }, field.options.map((option) => {
						const box = make("input", { type: "checkbox", checked: (value ?? field.options).includes(option) });
						box.addEventListener("change", () => {
							const chosen = field.options.filter((one) => (one === option ? box.checked : (at(this.data, path) ?? field.options).includes(one)));
							this.set(path, chosen.length === field.options.length ? [] : chosen, true);
						});
						return make("label", {}, box, wordOf(option));
					})), { group: true });
				case "ref": {
					const choices = this.choices(field.to);
					const unknown = value && !choices.by.has(value);
					const control = make("select", { onchange: () => this.set(path, control.value, field.optional) }, make("option", { value: "" }, "—"), unknown && make("option", { value }, choices.words(value)), choices.options());
					control.value = value ?? "";
					return this.frame(field, path, control);
				}
				case "refs":
					return this.references(field, path, Array.isArray(value) ? value : []);
				case "group":
					return this.frame(field, path, make("div", { className: "together" }, field.fields.map((inner) => this.field(inner, [...path, inner.key], value?.[inner.key]))), { group: true });
				case "picture":
					return this.frame(field, path, this.picture(field, path, value && typeof value === "object" ? value : null), { group: true });
				case "map":
					return this.map(field, path, value ?? {});
				case "list":
					return this.frame(field, path, this.list(field.of, path, Array.isArray(value) ? value : [], field.optional), { group: true });
				default:
					return this.frame(field, path, this.typed(field, path, make("input", { type: "text", value: String(value ?? ""), placeholder: example, spellcheck: true })));
			}
		}

		date(field, path, value, example) {
			const understood = make("output", { className: "understood" });
			const control = make("input", { type: "text", value: String(value ?? ""), placeholder: example, autocomplete: "off" });
			const show = async (words) => {
				const { date, human, error } = words ? await this.understand(words) : {};
				if (control.value === words) {
					understood.textContent = error ? error : human ? wording("date.understood", { date: human }) : "";
					understood.lang = error ? "en" : lang;
					understood.classList.toggle("bad", Boolean(error));
				}
				return date;
			};
			let timer = 0;
			const take = async () => {
				clearTimeout(timer);
				const words = control.value.trim();
				const understoodDate = await show(words);
				this.set(path, understoodDate ?? words, field.optional);
			};
			control.addEventListener("input", () => {
				clearTimeout(timer);
				timer = setTimeout(take, WAIT);
			});
			control.addEventListener("change", take);
			show(control.value);
			return this.frame({ ...field, after: () => understood }, path, control);
		}

		choice(field, path, value) {
			const options = described(path).enum ?? [];
			const known = options.includes(value);
			const control = make("select", { onchange: () => this.set(path, control.value, field.optional) }, (field.optional || !known) && make("option", { value: known ? "" : value ?? "", selected: !known }, value && !known ? wording("choice.unknown", { value }) : "—"), options.map((option) => make("option", { value: option, selected: option === value }, wordOf(option))));
			return this.frame(field, path, control);
		}

		references(field, path, chosen) {
			const choices = this.choices(field.to);
			const rest = choices.options(chosen);
			const more = rest.childElementCount > 0;
			const add = make("select", { "aria-label": wording("list.add.to", { field: field.label }), onchange: () => add.value && this.set(path, [...(at(this.data, path) ?? []), add.value], false) }, make("option", { value: "" }, wording("list.add")), rest);
			return this.frame(field, path, make("div", {}, chosen.length > 0 && make("ul", { className: "chosen" }, chosen.map((one, i) => make("li", {}, make("span", {}, choices.words(one)), make("button", {
				type: "button", className: "small", "aria-label": wording("list.take", { what: choices.words(one) }),
				onclick: () => this.set(path, chosen.filter((_, j) => j !== i), field.optional),
			}, "×")))), more && add), { group: true });
		}

		// picture shows the picture of a source, with what chooses another, takes it away, and
		// says what it shows. A file is chosen or dropped.
		picture(field, path, value) {
			const take = async (file) => {
				try {
					const { name, trouble } = await pictures.add(file);
					this.say(trouble || wording("picture.taken"));
					const fresh = { file: name, description: "", credit: "", license: "" };
					const { width, height, ...kept } = at(this.data, path) ?? fresh; // those are of the file before
					this.change({ do: "set", path, value: { ...kept, file: name } }, "", [...path, "description"]);
				} catch (why) {
					this.say(why.message);
				}
			};
			const id = unique("picture");
			const chooser = make("input", { type: "file", accept: "image/png,image/jpeg,image/webp,image/*", className: "unseen chooser", id, onchange: () => chooser.files[0] && take(chooser.files[0]) });
			const choose = make("p", { className: "tools" }, chooser, make("label", { className: "button", for: id }, wording(value ? "picture.another" : "picture.choose")), value && make("button", { type: "button", onclick: () => this.change({ do: "remove", path }, "", path) }, wording("picture.take")));
			const shown = value && pictures.get(value.file);
			const file = [...path, "file"];
			const found = this.problemsAt(file);
			return make("div", { className: "picture", onpicture: ({ detail }) => take(detail) },
				shown && found.length === 0 && make("img", { src: shown.url, alt: value.description || wording("picture.undescribed") }),
				value && make("p", { className: "soft" }, `${value.file ?? ""}${shown ? ` · ${wording("picture.size", { n: Math.ceil(shown.bytes.length / 1024) })}` : ""}`),
				found.length > 0 && make("ul", { className: "wrong" }, found.map((problem) => english(make("li", {}, problem.message, problem.next && make("span", { className: "next" }, ` → ${problem.next}`))))),
				choose, make("p", { className: "help" }, wording("picture.drop")),
				value && field.fields.map((inner) => this.field(inner, [...path, inner.key], value[inner.key])));
		}

		map(field, path, value) {
			const rest = field.options.filter((option) => !(option in value));
			const add = make("select", { "aria-label": wording("list.add.to", { field: field.label }), onchange: () => add.value && this.change({ do: "set", path: [...path, add.value], value: Object.fromEntries(field.of.fields.map(({ key }) => [key, ""])) }) }, make("option", { value: "" }, wording("list.add")), rest.map((option) => make("option", { value: option }, wordOf(option))));
			return this.frame(field, path, make("div", {}, Object.entries(value).map(([key, inner]) => make("fieldset", { className: "item" }, make("legend", {}, wordOf(key)), field.of.fields.map((one) => this.field(one, [...path, key, one.key], inner?.[one.key])), make("button", { type: "button", onclick: () => this.change({ do: "remove", path: Object.keys(value).length === 1 ? path : [...path, key] }) }, wording("list.remove")))), rest.length > 0 && add), { group: true });
		}

		// list shows items that open and close, with what moves, removes and adds them. A
		// new item has no empty value where the check would fill it in, and an optional
		// list goes with its last item: written down as empty, both are problems.
		list(of, path, items, optional = false) {
			const add = () => {
				const item = { ...of.plain ? {} : { id: freshID(this.data, of.id ?? `${of.one} ${items.length + 1}`) } };
				const isText = of.fields.find(({ key }) => key === of.name)?.type;
				const written = ["text", "long", "date"].includes(isText) && !isInferred([...path, items.length, of.name]);
				item[of.name] = written ? "" : undefined;
				const fresh = { ...item, ...of.fresh };
				const place = [...path, items.length];
				this.open.add(pathText(place));
				this.change({ do: "add", path, value: fresh, to: items.length }, "", place);
			};
			return make("div", {}, make("ol", { className: "items" }, items.map((item, i) => make("li", {}, this.item(of, [...path, i], item, items.length, optional)))), make("button", { type: "button", className: "add", onclick: add }, wording(`add.${of.one}`)));
		}

		// titleOf is what an item is called: its name, or its date where the check gives it
		// its name.
		titleOf(of, path, value) {
			const named = of.fields.find(({ key }) => key === of.name);
			if (named?.type === "ref") {
				return this.choices(named.to).words(value?.[of.name]);
			}
			const dated = of.fields.find(({ key, type }) => type === "date" && (key === of.name || !value?.[of.name]));
			const date = dated && value?.[dated.key];
			if (!value?.[of.name] && of.one === "room" && value?.kind) {
				return wordOf(value.kind);
			}
			return short(date ? this.dates.get(pathText([...path, dated.key])) ?? date : value?.[of.name]);
		}

		item(of, path, value, count, optional) {
			const key = pathText(path);
			const i = path.at(-1);
			const list = path.slice(0, -1);
			const found = this.problemsIn(path).length;
			const title = this.titleOf(of, path, value);
			const body = make("div", { className: "body" });
			const fill = () => {
				if (body.childElementCount > 0) {
					return;
				}
				const room = this.data.rooms?.[path[1]]?.kind;
				body.append(...of.fields.filter((field) => {
					const has = value?.[field.key] !== undefined;
					return (!field.kinds || field.kinds.includes(value?.kind) || has) && (!field.rooms || field.rooms.includes(room) || has);
				}).map((field) => this.field(field, [...path, field.key], value?.[field.key])));
				const move = (to) => {
					this.open.delete(key);
					this.open.add(pathText([...list, to]));
					this.change({ do: "move", path, to }, "", [...list, to]);
				};
				body.append(make("div", { className: "tools" },
					make("button", { type: "button", disabled: i === 0, onclick: () => move(i - 1) }, wording("item.up")),
					make("button", { type: "button", disabled: i === count - 1, onclick: () => move(i + 1) }, wording("item.down")),
					make("button", { type: "button", onclick: () => { this.open.delete(key); this.change({ do: "remove", path: count === 1 && optional ? list : path }, "", list); } }, wording(`remove.${of.one}`))));
			};
			const details = make("details", { "data-path": key, open: this.open.has(key), ontoggle: () => {
				if (details.open) {
					this.open.add(key);
					fill();
				} else {
					this.open.delete(key);
				}
			} }, make("summary", {}, make("span", { className: "name" }, title || wording(`unnamed.${of.one}`)), found > 0 && make("span", { className: "count" }, wording("problems", { n: found }))), body);
			if (details.open) {
				fill();
			}
			return details;
		}

		// section shows one of the parts of the case.
		section(section) {
			const heading = make("h2", { tabIndex: -1 }, section.title);
			if (section.fields) {
				return make("section", {}, heading, section.fields.map((field) => this.field(field, [field.key], this.data[field.key])));
			}
			const items = this.data[section.key];
			return make("section", {}, heading, make("p", { className: "what" }, section.what), this.problemsAt([section.key]).length > 0 && make("ul", { className: "wrong" }, this.problemsAt([section.key]).map(({ path, message }) => english(make("li", {}, this.readable(path, message))))), this.list(section.of, [section.key], Array.isArray(items) ? items : []));
		}
	}

	window.author.Form = Form;
})();
