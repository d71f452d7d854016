// What the forms ask for: the parts of a case in the order in which an author thinks
// of them, each with its fields. What a key means comes from the format's own
// schema, or from its translation; here stand only names, examples, and what kind of
// field it is. What the page says is in words/.
"use strict";

(() => {
	const { wording, wordOf } = window.author;

	const text = (key, label, more = {}) => ({ key, label, type: "text", ...more });
	const long = (key, label, more = {}) => ({ key, label, type: "long", ...more });
	const date = (key, label, more = {}) => ({ key, label, type: "date", example: "1918-11-07", ...more });
	const choice = (key, label, more = {}) => ({ key, label, type: "choice", ...more });
	const ref = (key, label, to, more = {}) => ({ key, label, type: "ref", to, ...more });
	const refs = (key, label, to, more = {}) => ({ key, label, type: "refs", to, ...more });
	const list = (key, label, of, more = {}) => ({ key, label, type: "list", of, ...more });

	const LENGTHS = { key: "lengths", label: wording("any.lengths"), type: "checks", options: ["quick", "lesson", "full"], optional: true };
	const WEIGHT = { key: "weight", label: wording("any.weight"), type: "number", optional: true };

	const UNVERIFIED = { key: "unverified", label: wording("any.unverified"), type: "flag", optional: true };
	const NOTES = long("notes", wording("any.notes"), { optional: true });

	// one: what an item is called; name: the field that it is known by; fresh: what a
	// new one begins with, besides its name.
	const PERSON = { one: "person", name: "name", fields: [text("name", wording("person.name"), { example: wording("example.person.name") }), text("role", wording("person.role"), { example: wording("example.person.role") })], fresh: { role: "" } };

	const PARAGRAPH = {
		one: "paragraph", name: "text", id: "p",
		fields: [
			long("text", wording("paragraph.text")),
			ref("said_by", wording("paragraph.said_by"), "person", { optional: true }),
			date("at", wording("paragraph.at"), { optional: true }),
			ref("speaker", wording("paragraph.speaker"), "person", { optional: true }),
			ref("speaks_for", wording("paragraph.speaks_for"), "person", { optional: true }),
			UNVERIFIED,
		],
	};

	const PICTURE = {
		key: "picture", label: wording("source.picture"), type: "picture", optional: true,
		fields: [
			long("description", wording("picture.description"), { example: wording("example.picture.description") }),
			text("credit", wording("picture.credit"), { example: wording("example.picture.credit") }),
			choice("license", wording("picture.license")),
		],
	};

	const SOURCE = {
		one: "source", name: "title",
		fields: [
			text("title", wording("source.title"), { example: wording("example.source.title") }),
			choice("kind", wording("source.kind")),
			text("author", wording("source.author"), { optional: true }),
			text("outlet", wording("source.outlet"), { optional: true }),
			date("published", wording("source.published")),
			date("written", wording("source.written"), { optional: true }),
			choice("dated_by", wording("source.dated_by")),
			choice("directness", wording("source.directness")),
			ref("speaker", wording("source.speaker"), "person", { optional: true }),
			ref("speaks_for", wording("source.speaks_for"), "person", { optional: true }),
			refs("relies_on", wording("source.relies_on"), "source", { optional: true }),
			list("digest", wording("source.digest"), PARAGRAPH),
			PICTURE,
			text("reference", wording("source.reference"), { example: wording("example.source.reference") }),
			{ key: "tab", label: wording("source.tab"), type: "flag", optional: true },
			text("lead", wording("source.lead"), { optional: true }),
			text("judgement", wording("source.judgement"), { optional: true }),
			UNVERIFIED,
			NOTES,
		],
		fresh: { kind: "article", published: "", reference: "", digest: [{ id: "says", text: "" }] },
	};

	const EVENT = {
		one: "event", name: "title",
		fields: [
			text("title", wording("event.title"), { example: wording("example.event.title") }),
			date("happened", wording("event.happened")),
			date("known", wording("event.known")),
			refs("because", wording("event.because"), "paragraph"),
			refs("after", wording("event.after"), "event", { optional: true }),
			refs("known_after", wording("event.known_after"), "event", { optional: true }),
			long("note", wording("event.note"), { optional: true }),
			UNVERIFIED,
			NOTES,
		],
		fresh: { happened: "", because: [] },
	};

	const STATUS = {
		one: "finding", name: "from", plain: true,
		fields: [
			date("from", wording("finding.from")),
			choice("is", wording("finding.is")),
			refs("because", wording("finding.because"), "paragraph"),
			long("why", wording("finding.why")),
			long("would_change", wording("finding.would_change")),
			text("judgement", wording("finding.judgement"), { optional: true }),
		],
		fresh: {},
	};

	const CLAIM = {
		one: "claim", name: "text",
		fields: [
			text("text", wording("claim.text"), { example: wording("example.claim.text") }),
			refs("asserted_by", wording("claim.asserted_by"), "paragraph", { optional: true }),
			refs("denied_by", wording("claim.denied_by"), "paragraph", { optional: true }),
			refs("settled_by", wording("claim.settled_by"), "paragraph", { optional: true }),
			refs("explained_by", wording("claim.explained_by"), "paragraph", { optional: true }),
			refs("related", wording("claim.related"), "paragraph", { optional: true }),
			refs("known_to", wording("claim.known_to"), "person", { optional: true }),
			refs("could_be_fooled", wording("claim.could_be_fooled"), "person", { optional: true }),
			list("status", wording("claim.status"), STATUS),
			UNVERIFIED,
			NOTES,
		],
		fresh: {},
	};

	const ANSWER = { one: "answer", name: "text", plain: true, fields: [text("text", wording("answer.text")), refs("by", wording("answer.by"), "paragraph"), UNVERIFIED], fresh: { by: [] } };
	const POINT = { one: "point", name: "question", fields: [text("question", wording("point.question"), { example: wording("example.point.question") }), list("answers", wording("point.answers"), ANSWER)], fresh: { answers: [] } };

	const ASK = { one: "question", name: "claim", id: "ask", fields: [ref("claim", wording("asked.claim"), "claim"), text("hint", wording("asked.hint"), { optional: true }), WEIGHT], fresh: {} };
	const BEAT = {
		one: "moment", name: "title",
		fields: [
			text("title", wording("moment.title"), { example: wording("example.moment.title") }),
			text("short", wording("moment.short"), { example: wording("example.moment.short") }),
			date("at", wording("moment.at")),
			long("scene", wording("moment.scene")),
			refs("arrivals", wording("moment.arrivals"), "arrival"),
			refs("tabs", wording("moment.tabs"), "source", { optional: true }),
			list("ask", wording("moment.ask"), ASK),
			LENGTHS,
			NOTES,
		],
		fresh: { at: "", scene: "", ask: [] },
	};

	// asked makes a field of one as the format describes it. A new item of a list has an
	// empty value for all that it needs, and is known by the first text among these.
	const asked = ({ fields, ...one }, label) => {
		const field = { ...one, label: wording(`puzzle.${label}`) };
		if (field.type === "date" || field.type === "dates") {
			return { ...field, example: field.type === "date" ? "1918-11-07" : "1918-11-07/1918-11-08" };
		}
		if (!fields) {
			return field;
		}
		const needed = fields.filter(({ optional }) => !optional);
		const name = (needed.find(({ type }) => type === "text") ?? needed[0]).key;
		const fresh = Object.fromEntries(needed.filter(({ key }) => key !== name).map(({ key }) => [key, ""]));
		return { ...field, of: { one: label, name, plain: true, fresh, fields: fields.map((inner) => asked(inner, `${label}.${inner.key}`)) } };
	};

	// What only some kinds of puzzle take comes from the format, so that a new kind has
	// its form.
	const KIND_FIELDS = window.authorPuzzleFields.map((field) => asked(field, field.key));
	delete window.authorPuzzleFields;

	const PUZZLE = {
		one: "puzzle", name: "title",
		fields: [
			choice("kind", wording("puzzle.kind")),
			text("title", wording("puzzle.title")),
			long("prompt", wording("puzzle.prompt")),
			...KIND_FIELDS,
			long("why", wording("puzzle.why")),
			text("hint", wording("puzzle.hint"), { optional: true }),
			LENGTHS,
			WEIGHT,
			NOTES,
		],
		fresh: { kind: "order" },
	};
	const ROOM = {
		one: "room", name: "title",
		fields: [
			text("title", wording("room.title")),
			choice("kind", wording("room.kind")),
			text("intro", wording("room.intro")),
			{ ...list("beats", wording("room.beats"), BEAT), rooms: ["desk"], optional: true },
			{ ...list("puzzles", wording("room.puzzles"), PUZZLE), rooms: ["timeline", "lab", "retelling"], optional: true },
		],
		fresh: { kind: "lab" },
	};

	const STAMP = { fields: [text("name", wording("stamp.name")), text("means", wording("stamp.means"))] };
	const CLOCK = { one: "clock", name: "city", plain: true, fields: [text("city", wording("clock.city")), text("offset", wording("clock.offset"), { example: "+01:00" })], fresh: { offset: "+00:00" } };

	window.author.SECTIONS = [
		{
			id: "story", title: wording("part.story"), fields: [
				text("title", wording("story.title"), { example: wording("example.story.title") }),
				long("summary", wording("story.summary")),
				long("content_note", wording("story.content_note")),
				long("teacher_note", wording("story.teacher_note"), { optional: true }),
				ref("belief", wording("story.belief"), "claim", { optional: true }),
				choice("picture", wording("story.picture"), { optional: true }),
				text("language", wording("story.language"), { example: "en" }),
				text("license", wording("story.license"), { example: "CC-BY-4.0" }),
				{ key: "minutes", label: wording("story.minutes"), type: "group", fields: ["quick", "lesson", "full"].map((key) => ({ key, label: wordOf(key), type: "number" })) },
				{ key: "stamps", label: wording("story.stamps"), type: "map", optional: true, options: ["real", "prank", "denied", "unconfirmed"], of: STAMP },
				list("clocks", wording("story.clocks"), CLOCK, { optional: true }),
				NOTES,
			],
		},
		{ id: "people", title: wording("part.people"), key: "people", of: PERSON, what: wording("part.people.what") },
		{ id: "sources", title: wording("part.sources"), key: "sources", of: SOURCE, what: wording("part.sources.what") },
		{ id: "events", title: wording("part.events"), key: "events", of: EVENT, what: wording("part.events.what") },
		{ id: "claims", title: wording("part.claims"), key: "claims", of: CLAIM, what: wording("part.claims.what") },
		{ id: "points", title: wording("part.points"), key: "points", of: POINT, what: wording("part.points.what") },
		{ id: "rooms", title: wording("part.rooms"), key: "rooms", of: ROOM, what: wording("part.rooms.what") },
	];
})();
