// What the forms ask for: the parts of a case in the order in which an author thinks
// of them, each with its fields. What a key means comes from the format's own
// schema; here stand only names, examples, and what kind of field it is.
"use strict";

(() => {
	const text = (key, label, more = {}) => ({ key, label, type: "text", ...more });
	const long = (key, label, more = {}) => ({ key, label, type: "long", ...more });
	const date = (key, label, more = {}) => ({ key, label, type: "date", example: "1918-11-07", ...more });
	const choice = (key, label, more = {}) => ({ key, label, type: "choice", ...more });
	const ref = (key, label, to, more = {}) => ({ key, label, type: "ref", to, ...more });
	const refs = (key, label, to, more = {}) => ({ key, label, type: "refs", to, ...more });
	const list = (key, label, of, more = {}) => ({ key, label, type: "list", of, ...more });

	const LENGTHS = { key: "lengths", label: "In which lengths", type: "checks", options: ["quick", "lesson", "full"], optional: true };
	const WEIGHT = { key: "weight", label: "How much it counts", type: "number", optional: true };

	const UNVERIFIED = { key: "unverified", label: "Not looked up yet", type: "flag", optional: true };
	const NOTES = long("notes", "Notes for editors", { optional: true });

	// one: what an item is called; name: the field that it is known by; fresh: what a
	// new one begins with, besides its name.
	const PERSON = { one: "person", name: "name", fields: [text("name", "Name", { example: "Roy Howard" }), text("role", "Who that is", { example: "head of a news agency" })], fresh: { role: "" } };

	const PARAGRAPH = {
		one: "paragraph", name: "text", id: "p",
		fields: [
			long("text", "What it says, in your own words"),
			ref("said_by", "Whose words are quoted in it", "person", { optional: true }),
			date("at", "Added later, on", { optional: true }),
			ref("speaker", "Who speaks here in person, if several do", "person", { optional: true }),
			ref("speaks_for", "For whom it speaks here, if several do", "person", { optional: true }),
			UNVERIFIED,
		],
	};

	const SOURCE = {
		one: "source", name: "title",
		fields: [
			text("title", "Headline or name", { example: "Peace is signed" }),
			choice("kind", "What it is"),
			text("author", "Who wrote or said it", { optional: true }),
			text("outlet", "Who published it", { optional: true }),
			date("published", "When it came out"),
			date("written", "When it was written, if earlier", { optional: true }),
			choice("dated_by", "How you know the date"),
			choice("directness", "How close it is to what it tells"),
			ref("speaker", "Who speaks in it in person", "person", { optional: true }),
			ref("speaks_for", "For whom it speaks", "person", { optional: true }),
			refs("relies_on", "What it rests on", "source", { optional: true }),
			list("digest", "What it says", PARAGRAPH),
			text("reference", "Where it can be found", { example: "New York Times, 8 November 1918, page 1" }),
			{ key: "tab", label: "Only shown when a player opens it", type: "flag", optional: true },
			text("lead", "The question one would open it with", { optional: true }),
			text("judgement", "Why it stands further away than the rule says", { optional: true }),
			UNVERIFIED,
			NOTES,
		],
		fresh: { kind: "article", published: "", reference: "", digest: [{ id: "says", text: "" }] },
	};

	const EVENT = {
		one: "event", name: "title",
		fields: [
			text("title", "What happened, without a date", { example: "The cable reaches New York" }),
			date("happened", "When it happened"),
			date("known", "When the public could first know"),
			refs("because", "Where it says so", "paragraph"),
			refs("after", "Certainly happened after", "event", { optional: true }),
			refs("known_after", "Certainly known after", "event", { optional: true }),
			long("note", "What to know about the date", { optional: true }),
			UNVERIFIED,
			NOTES,
		],
		fresh: { happened: "", because: [] },
	};

	const STATUS = {
		one: "finding", name: "from",
		fields: [
			date("from", "From when on"),
			choice("is", "What the evidence supported"),
			refs("because", "Which paragraphs support it", "paragraph"),
			long("why", "Why, for a pupil of 13; nothing from later"),
			long("would_change", "What would have changed it"),
			text("judgement", "Why an editor decided otherwise than the rule", { optional: true }),
		],
		fresh: { from: "" },
	};

	const CLAIM = {
		one: "claim", name: "text",
		fields: [
			text("text", "The claim, as one plain sentence", { example: "The war is over." }),
			refs("asserted_by", "Who says it is so", "paragraph", { optional: true }),
			refs("denied_by", "Who says it is not so", "paragraph", { optional: true }),
			refs("settled_by", "What settles a denial", "paragraph", { optional: true }),
			refs("explained_by", "Where somebody says they made it up", "paragraph", { optional: true }),
			refs("related", "What else bears on it", "paragraph", { optional: true }),
			refs("known_to", "Who can know of their own", "person", { optional: true }),
			refs("could_be_fooled", "Who was there and may have been deceived", "person", { optional: true }),
			list("status", "What the evidence supported, from when on", STATUS),
			UNVERIFIED,
			NOTES,
		],
		fresh: { status: [] },
	};

	const ANSWER = { one: "answer", name: "text", plain: true, fields: [text("text", "The answer"), refs("by", "Who says so", "paragraph"), UNVERIFIED], fresh: { by: [] } };
	const POINT = { one: "point", name: "question", fields: [text("question", "A question of fact", { example: "How many people made the call?" }), list("answers", "What sources answer", ANSWER)], fresh: { answers: [] } };

	const ASK = { one: "question", name: "claim", id: "ask", fields: [ref("claim", "Which claim is judged", "claim"), text("hint", "A hint that doesn’t give it away", { optional: true }), WEIGHT], fresh: {} };
	const BEAT = {
		one: "moment", name: "title",
		fields: [
			text("title", "Date and hour in words", { example: "Thursday, 7 November 1918, about noon in New York" }),
			text("short", "The same in two or three words", { example: "Thu noon" }),
			date("at", "The moment"),
			long("scene", "The scene; nothing from later"),
			refs("arrivals", "What has just come in", "arrival"),
			refs("tabs", "What can be opened", "source", { optional: true }),
			list("ask", "What is asked, one or two", ASK),
			LENGTHS,
			NOTES,
		],
		fresh: { at: "", scene: "", ask: [] },
	};

	const CLUE = { one: "phrase", name: "phrase", plain: true, fields: [ref("in", "In which paragraph", "paragraph"), text("phrase", "The phrase, exactly as it stands there"), ref("tells", "Of which event it tells", "event", { optional: true }), choice("how", "What it shows of the event", { optional: true }), text("why", "What it gives away, or why nothing")], fresh: { in: "", why: "" } };
	const QUOTE = { one: "quotation", name: "words", plain: true, fields: [ref("in", "In which paragraph", "paragraph"), text("words", "The words, exactly as quoted there")], fresh: { in: "" } };

	const forKinds = (kinds, field) => ({ ...field, kinds, optional: true });
	const PUZZLE = {
		one: "puzzle", name: "title",
		fields: [
			choice("kind", "What sort of puzzle"),
			text("title", "Heading"),
			long("prompt", "What to do"),
			forKinds(["order"], choice("axis", "By which date")),
			forKinds(["order"], refs("events", "The events to put in order", "event")),
			forKinds(["weigh", "trace"], ref("claim", "The claim", "claim")),
			forKinds(["trace"], date("at", "The day that counts as today")),
			forKinds(["date", "trace", "slips"], ref("source", "The source in question", "arrival")),
			forKinds(["weigh", "trace", "spot"], refs("sources", "The sources on the table", "source")),
			forKinds(["date"], { key: "windows", label: "The times to choose from", type: "dates", example: "1918-11-07/1918-11-08" }),
			forKinds(["date"], list("clues", "Phrases that give the date away", CLUE)),
			forKinds(["date"], list("decoys", "Phrases that don’t", CLUE)),
			forKinds(["spot", "slips"], refs("points", "The points to choose from", "point")),
			forKinds(["spot"], { key: "open", label: "The record leaves open which is right", type: "flag" }),
			forKinds(["who"], list("quotes", "The quotations, three to five", QUOTE)),
			long("why", "What there is to learn from it"),
			text("hint", "A hint that doesn’t give it away", { optional: true }),
			LENGTHS,
			WEIGHT,
			NOTES,
		],
		fresh: { kind: "order" },
	};
	const ROOM = {
		one: "room", name: "title",
		fields: [
			text("title", "Name of the room"),
			choice("kind", "What kind of room"),
			text("intro", "What to do here"),
			{ ...list("beats", "Its moments, in order of time", BEAT), rooms: ["desk"], optional: true },
			{ ...list("puzzles", "Its puzzles, in playing order", PUZZLE), rooms: ["timeline", "lab", "retelling"], optional: true },
		],
		fresh: { kind: "lab", puzzles: [] },
	};

	const STAMP = { fields: [text("name", "On the stamp"), text("means", "What it means")] };
	const CLOCK = { one: "clock", name: "city", plain: true, fields: [text("city", "City"), text("offset", "Ahead of UTC", { example: "+01:00" })], fresh: { offset: "+00:00" } };

	// What the format's words mean, where they don't say it themselves.
	window.author.WORDS = {
		firsthand: "First-hand: the speaker was there",
		official: "Official: an office speaks for somebody who was",
		secondhand: "Second-hand: reports what others said",
		retold: "Retold: later, or further away",
		stated: "The source says it",
		inferred: "It was worked out, so players aren’t told",
		elsewhere: "It is known from elsewhere, such as a catalogue",
		article: "Article", agency: "News agency’s dispatch", post: "Post or message", statement: "Statement", interview: "Interview",
		confession: "Confession", broadcast: "Broadcast", retrospective: "Looking back, years later", cable: "Telegram",
		newspaper: "Printed newspaper page", notice: "Official note", letter: "Letter", book: "Book", photograph: "Photograph", film: "Film",
		real: "Real", prank: "A prank, or what this story calls it", denied: "Denied", unconfirmed: "Can’t know yet",
		happened: "When it happened", known: "When it became known",
		desk: "The desk: moments and claims", timeline: "The timeline: order puzzles", lab: "The lab: sources looked at closely", retelling: "The retelling: what memory gets wrong",
		order: "Put events in order", date: "Date it: find what gives the date away", weigh: "Weigh it: from strong to weak", trace: "Trace it: follow a report back",
		spot: "Spot it: where two accounts differ", slips: "Slips: what a retelling gets wrong", who: "Who said it?",
		knows: "The writer knows of it", "knows-not": "The writer doesn’t know of it yet", today: "It was the same day", yesterday: "It was the day before",
		"within-week": "It was within the last six days", "coming-days": "It is within the next seven days", "next-week": "It is in the week after", "last-week": "It was in the week before",
		"this-month": "Earlier in the month", "last-month": "In the month before", "this-year": "Earlier in the year", "last-year": "In the year before",
		quick: "Quick", lesson: "Lesson", full: "Full",
	};

	window.author.SECTIONS = [
		{
			id: "story", title: "The story", fields: [
				text("title", "Title", { example: "The Armistice Cable" }),
				long("summary", "What makes somebody want to begin"),
				long("content_note", "What players are told about the subject before they begin"),
				long("teacher_note", "What a teacher should know beforehand; no player reads it", { optional: true }),
				ref("belief", "The claim whose line the debrief shows", "claim", { optional: true }),
				choice("picture", "Drawing on the shelf", { optional: true }),
				text("language", "Language", { example: "en" }),
				text("license", "Licence of your words", { example: "CC-BY-4.0" }),
				{ key: "minutes", label: "About how many minutes", type: "group", fields: ["quick", "lesson", "full"].map((key) => ({ key, label: key[0].toUpperCase() + key.slice(1), type: "number" })) },
				{ key: "stamps", label: "Other words for a stamp", type: "map", optional: true, options: ["real", "prank", "denied", "unconfirmed"], of: STAMP },
				list("clocks", "Clocks on the desk", CLOCK, { optional: true }),
				NOTES,
			],
		},
		{ id: "people", title: "People", key: "people", of: PERSON, what: "Everybody who speaks or acts." },
		{ id: "sources", title: "Sources", key: "sources", of: SOURCE, what: "Everything that was published or said, in your own words, with what it rests on." },
		{ id: "events", title: "Events", key: "events", of: EVENT, what: "What happened, and when people could know it." },
		{ id: "claims", title: "Claims", key: "claims", of: CLAIM, what: "Sentences that can be true or not, and what the evidence supported from when on." },
		{ id: "points", title: "Points", key: "points", of: POINT, what: "Questions of fact on which sources may disagree. Spot it and The slips are made from them." },
		{ id: "rooms", title: "Rooms and questions", key: "rooms", of: ROOM, what: "What a player does: moments at the desk, then puzzles." },
	];
})();
