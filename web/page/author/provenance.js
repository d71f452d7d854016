// Who has it from whom, as it is drawn: each source is a card, a cord leads to what it
// rests on. A cord is pulled from one card to another, or with two presses.
"use strict";

(() => {
	const { make, drawn, lang, short, wording } = window.author;

	const WIDTH = 190;
	const HEIGHT = 56;
	const GAP_X = 70;
	const GAP_Y = 18;

	// depths returns how far each source is from its origins. Circles end.
	const depths = (sources) => {
		const byID = new Map(sources.map((source) => [source.id, source]));
		const depth = new Map();
		const of = (id, above) => {
			if (depth.has(id) || above.has(id)) {
				return depth.get(id) ?? 0;
			}
			const on = (byID.get(id)?.relies_on ?? []).filter((one) => byID.has(one));
			const deep = on.length === 0 ? 0 : 1 + Math.max(...on.map((one) => of(one, new Set([...above, id]))));
			depth.set(id, deep);
			return deep;
		};
		sources.forEach(({ id }) => of(id, new Set()));
		return depth;
	};

	// provenance draws the sources. change takes operations.
	window.author.provenance = (data, change, go) => {
		const sources = (Array.isArray(data.sources) ? data.sources : []).filter((source) => source?.id).map((source) => ({ ...source, relies_on: Array.isArray(source.relies_on) ? source.relies_on : [] }));
		const depth = depths(sources);
		const columns = [];
		sources.forEach((source, index) => {
			(columns[depth.get(source.id)] ??= []).push({ source, index });
		});
		const places = new Map();
		columns.forEach((column, x) => column.forEach(({ source, index }, y) => places.set(source.id, { x: x * (WIDTH + GAP_X) + 4, y: y * (HEIGHT + GAP_Y) + 4, source, index })));
		const width = Math.max(1, columns.length) * (WIDTH + GAP_X);
		const height = Math.max(1, ...columns.map((column) => column.length)) * (HEIGHT + GAP_Y) + 8;
		const cords = drawn("svg", { class: "cords", width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" });
		const curve = (a, b) => `M ${a.x} ${a.y + HEIGHT / 2} C ${a.x - GAP_X / 2} ${a.y + HEIGHT / 2}, ${b.x + WIDTH + GAP_X / 2} ${b.y + HEIGHT / 2}, ${b.x + WIDTH} ${b.y + HEIGHT / 2}`;
		for (const { source, ...place } of places.values()) {
			for (const on of source.relies_on) {
				if (places.has(on)) {
					cords.append(drawn("path", { d: curve(place, places.get(on)) }));
				}
			}
		}
		const listed = new Intl.ListFormat(lang);
		const status = make("p", { className: "what", role: "status" }, wording("provenance.how"));
		let lifted = null;
		const board = make("div", { className: "board" });
		board.append(cords);
		const tie = (from, to) => {
			const { source, index } = places.get(from);
			const tied = source.relies_on.includes(to);
			const list = tied ? source.relies_on.filter((one) => one !== to) : [...source.relies_on, to];
			const path = ["sources", index, "relies_on"];
			change(list.length === 0 ? { do: "remove", path } : { do: "set", path, value: list }, "");
		};
		const put = (id) => {
			lifted = id;
			for (const card of board.querySelectorAll(".card-button")) {
				card.setAttribute("aria-pressed", String(card.dataset.source === id));
			}
			status.textContent = id ? wording("provenance.lifted", { source: short(places.get(id).source.title) }) : wording("provenance.again");
		};
		const press = (id) => {
			if (lifted === null) {
				put(id);
			} else if (lifted === id) {
				put(null);
			} else {
				const from = lifted;
				put(null);
				tie(from, id);
			}
		};
		for (const [id, { x, y, source, index }] of places) {
			const card = make("button", { type: "button", className: "card-button", draggable: true, "data-source": id, "aria-pressed": "false", onclick: () => press(id),
				ondragstart: (event) => { event.dataTransfer.setData("text/plain", id); put(id); },
				ondragover: (event) => event.preventDefault(),
				ondrop: (event) => { event.preventDefault(); if (lifted !== null && lifted !== id) { press(id); } },
				ondblclick: () => go(`sources[${index}].title`) },
			short(source.title || id, 44), source.relies_on.length > 0 && make("span", { className: "unseen" }, wording("provenance.rests", { on: listed.format(source.relies_on.map((on) => short(places.get(on)?.source.title ?? on, 40))) })));
			// Places come from the drawing, and style attributes are not allowed here.
			card.style.setProperty("left", `${x}px`);
			card.style.setProperty("top", `${y}px`);
			board.append(card);
		}
		board.style.setProperty("width", `${width}px`);
		board.style.setProperty("height", `${height}px`);
		board.addEventListener("keydown", ({ key }) => {
			if (key === "Escape") {
				put(null);
			}
		});
		return make("section", {}, make("h2", { tabIndex: -1 }, wording("part.provenance")), status, sources.length === 0 ? make("p", {}, wording("provenance.none")) : make("div", { className: "scroll", tabIndex: 0, role: "region", "aria-label": wording("provenance.board") }, board));
	};
})();
