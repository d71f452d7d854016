// Elements in few words.
"use strict";

(() => {
	let last = 0;

	// make makes an element. Properties that begin with on are listeners; those with a
	// hyphen, and role and for, are attributes. Text is only ever text.
	window.author.make = (tag, properties = {}, ...children) => {
		const element = document.createElement(tag);
		for (const [name, value] of Object.entries(properties)) {
			if (value === undefined || value === null || value === false) {
				continue;
			}
			if (name.startsWith("on")) {
				element.addEventListener(name.slice(2), value);
			} else if (name.includes("-") || name === "role" || name === "for" || name === "list") {
				element.setAttribute(name, value === true ? "" : value);
			} else {
				element[name] = value;
			}
		}
		element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
		return element;
	};

	// drawn makes an element of a drawing.
	window.author.drawn = (tag, attributes = {}, ...children) => {
		const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
		for (const [name, value] of Object.entries(attributes)) {
			element.setAttribute(name, value);
		}
		element.append(...children);
		return element;
	};

	const PIECE = 150; // elements that are made without a pause

	// inTurns appends what one makes of each item: the first at once, the others a piece
	// at a time, between which the page answers. It ends with the list.
	window.author.inTurns = (list, items, one, from = 0) => {
		list.append(...items.slice(from, from + PIECE).flatMap(one));
		if (from + PIECE < items.length) {
			setTimeout(() => list.isConnected && window.author.inTurns(list, items, one, from + PIECE));
		}
		return list;
	};

	window.author.unique = (what) => `${what}-${++last}`;

	const steps = (path) => path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("").replace(/^\./, "");

	// pathText writes a path as problems have it, such as claims[2].status[0].why.
	window.author.pathText = steps;

	// parsePath reads it.
	window.author.parsePath = (text) => [...text.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([step, number]) => (number === undefined ? step : Number(number)));

	// applied returns data with one operation done, as the program does it in the text. What
	// is on the way to the place is made anew, and nothing else.
	window.author.applied = (data, { do: what, path, value, to = 0 }) => {
		const [step, ...rest] = path;
		if (rest.length > 0 || what === "add") {
			if (path.length === 0) {
				const list = Array.isArray(data) ? [...data] : [];
				list.splice(Math.min(Math.max(to, 0), list.length), 0, value);
				return list;
			}
			const copy = Array.isArray(data) ? [...data] : { ...data };
			copy[step] = window.author.applied(copy[step], { do: what, path: rest, value, to });
			return copy;
		}
		const copy = Array.isArray(data) ? [...data] : { ...data };
		switch (what) {
			case "set": copy[step] = value; break;
			case "move": copy.splice(to, 0, ...copy.splice(step, 1)); break;
			default: Array.isArray(copy) ? copy.splice(step, 1) : delete copy[step];
		}
		return copy;
	};

	// at returns what stands at a path, or undefined.
	window.author.at = (data, path) => path.reduce((value, step) => value?.[step], data);
})();
