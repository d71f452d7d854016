// What the checker says, in the words of the forms: it speaks of a case as text, by ids
// and keys, and an author who fills in forms has seen neither.
"use strict";

(() => {
	const { SECTIONS, at, has, lang, parsePath, short, wording, wordOf } = window.author;

	// titles are the names of everything that has an id, by id; paragraphs by
	// source#paragraph.
	const made = new WeakMap(); // of each state of the case: a large one has many messages
	const titles = (data) => {
		if (made.has(data)) {
			return made.get(data);
		}
		const found = new Map();
		data && made.set(data, found);
		const add = (list, name) => (Array.isArray(list) ? list : []).forEach((one) => one?.id && found.set(one.id, String(one[name] || one.id)));
		add(data?.people, "name");
		add(data?.events, "title");
		add(data?.claims, "text");
		add(data?.points, "question");
		add(data?.rooms, "title");
		for (const room of Array.isArray(data?.rooms) ? data.rooms : []) {
			add(room?.beats, "title");
			add(room?.puzzles, "title");
		}
		add(data?.sources, "title");
		for (const source of Array.isArray(data?.sources) ? data.sources : []) {
			const paragraphs = Array.isArray(source?.digest) ? source.digest : [];
			for (const paragraph of paragraphs) {
				const words = paragraphs.length > 1 ? `${source.title}: ${short(paragraph?.text, 40)}` : source.title;
				found.set(`${source.id}#${paragraph?.id}`, String(words || source.id));
			}
		}
		return found;
	};

	// along returns the fields on the way to a path, with the items they are in.
	const along = (data, path) => {
		const section = SECTIONS.find(({ key, fields }) => (key ? key === path[0] : fields.some((field) => field.key === path[0])));
		if (!section) {
			return null;
		}
		const names = [section.title];
		const levels = section.key ? [] : [section.fields];
		let field = null;
		let of = section.key ? section.of : null;
		let fields = section.key ? null : section.fields;
		for (let i = section.key ? 1 : 0; i < path.length; i++) {
			const step = path[i];
			if (typeof step === "number" && of) {
				const item = at(data, path.slice(0, i + 1));
				const named = of.fields.find(({ key }) => key === of.name);
				const name = named?.type === "ref" ? titles(data).get(item?.[of.name]) : item?.[of.name] || (of.one === "room" && item?.kind && wordOf(item.kind)) || (of.fields.some(({ key }) => key === "at") && item?.at);
				names.push(short((name && /^\d{4}-\d\d-\d\d(T|$)/.test(name) ? when(name) : name) || wording(`unnamed.${of.one}`), 40));
				({ fields } = of);
				levels.push(fields);
				of = null;
				field = null;
			} else {
				field = fields?.find(({ key }) => key === step) ?? field;
				of = field?.of ?? null;
				fields = Array.isArray(field?.fields) ? field.fields : of?.fields ?? null;
			}
		}
		if (field) {
			names.push(field.label);
		}
		return { names, levels };
	};

	// placeOf says where a path is, as the page names it.
	const placeOf = (data, path) => along(data, parsePath(path ?? ""))?.names.join(" › ") ?? "";

	const everyField = (fields, all = new Map()) => {
		for (const field of fields ?? []) {
			all.has(field.key) || all.set(field.key, field.label);
			everyField(Array.isArray(field.fields) ? field.fields : field.of?.fields, all);
		}
		return all;
	};
	const everywhere = new Map(SECTIONS.flatMap((section) => [...everyField(section.key ? section.of.fields : section.fields), ...section.key ? [[section.key, section.title]] : []]));

	// labelOf is what a key of the format is called in the forms.
	const labelOf = (key) => (everywhere.has(key) ? `“${everywhere.get(key)}”` : key);

	const when = (iso) => {
		const moment = new Date(iso);
		if (Number.isNaN(moment.getTime())) {
			return iso;
		}
		const tag = lang === "en" ? "en-GB" : lang;
		const hour = iso.includes("T") ? { timeStyle: "short" } : {};
		return `${new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeZone: "UTC", ...hour }).format(moment)}${iso.includes("T") ? " UTC" : ""}`;
	};

	// readable puts a message about a path into the words of the forms. Ids that look like
	// words are only taken for ids where the checker marks them as such.
	const readable = (data, path, message) => {
		const names = titles(data);
		const labels = new Map(everywhere);
		for (const fields of along(data, parsePath(path ?? ""))?.levels ?? []) {
			fields.forEach(({ key, label }) => labels.set(key, label));
		}
		const quoted = (words) => `“${words}”`;
		const nameOf = (id) => (names.has(id) ? quoted(short(names.get(id), 60)) : null);
		const fieldOf = (key) => (labels.has(key) ? quoted(labels.get(key)) : null);
		return String(message)
			.replace(/\b\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?(?![\d/])/g, when)
			.replace(/["“]([^"“”\s]+)["”]/g, (whole, word) => nameOf(word) ?? fieldOf(word) ?? (has(`word.${word}`) ? quoted(wordOf(word)) : whole))
			.replace(/\(([\w#-]+(?:, [\w#-]+)*)\)/g, (whole, list) => {
				const words = list.split(", ").map((word) => nameOf(word) ?? fieldOf(word));
				return words.includes(null) ? whole : `(${words.join(", ")})`;
			})
			.replace(/\b([a-z_]+): ([\w#-]+)/g, (whole, key, value) => (labels.has(key) ? `${quoted(labels.get(key))}: ${nameOf(value) ?? wordOf(value)}` : whole))
			.replace(/\b(in|at|add|stands at) (judgement|status|directness|puzzles|[a-z]+_[a-z_]+)\b/g, (whole, before, key) => (labels.has(key) ? `${before} ${quoted(labels.get(key))}` : whole))
			.replace(/(?<![“\w#-])[a-z]+(?:_[a-z]+)+(?![”\w#-])/g, (key) => fieldOf(key) ?? key)
			.replace(/(?<![“\w#-])(?:[a-z0-9]+(?:-[a-z0-9]+)+(?:#[a-z0-9-]+)?|[a-z0-9]+#[a-z0-9-]+)(?![”\w#-])/g, (id) => nameOf(id) ?? id)
			.replace(/, as (an EDTF date|source#paragraph)\b/g, "")
			.replace(/\b(the|this|no) key\b/g, "$1 field");
	};

	Object.assign(window.author, { labelOf, placeOf, readable, titles });
})();
