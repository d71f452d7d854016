// The page's half of calls to the server that the page came from, for programs that
// make any. It comes after host.js.
"use strict";

(() => {
	const host = window.toolkitHost;

	const ask = (path, options, bearer) => {
		const headers = new Headers(options.headers);
		if (bearer) {
			headers.set("Authorization", `Bearer ${bearer}`);
		}
		return fetch(host.address(path), { ...options, headers, credentials: "same-origin", cache: "no-store" });
	};

	// How many milliseconds a Retry-After asks to wait, from seconds or a date.
	const wait = (value) => {
		const asked = /^\s*\d+\s*$/.test(value ?? "") ? Number(value) * 1000 : Date.parse(value ?? "") - Date.now();
		return Number.isFinite(asked) ? Math.max(0, asked) : 0;
	};

	// Starts a call. The answer is a promise, cancel breaks it off.
	host.call = (method, path, bearer, type, body) => {
		const control = new AbortController();
		const answer = async () => {
			const headers = type ? { "Content-Type": type } : {};
			const response = await ask(path, { method, headers, body: body ?? undefined, signal: control.signal }, bearer);
			return {
				status: response.status,
				wait: wait(response.headers.get("Retry-After")),
				body: new Uint8Array(await response.arrayBuffer()),
			};
		};
		return { answer: answer(), cancel: () => control.abort() };
	};

	// Calls heard with the name, id and data of each of a stream's events.
	const parse = (heard) => {
		let event = { name: "", data: [] };
		let id = "";
		return (line) => {
			if (line === "") {
				if (event.data.length > 0) {
					heard(event.name || "message", id, event.data.join("\n"));
				}
				event = { name: "", data: [] };
				return;
			}
			const [, field, value] = /^([^:]*)(?:: ?)?(.*)$/s.exec(line);
			if (field === "event") {
				event.name = value;
			} else if (field === "data") {
				event.data.push(value);
			} else if (field === "id") {
				id = value;
			} // a comment, or a field that is for EventSource alone
		};
	};

	// Listens to server-sent events until the stream ends. EventSource would do it,
	// but can't send a secret other than in the address.
	host.listen = (path, bearer, heard) => {
		const control = new AbortController();
		const stream = async () => {
			const response = await ask(path, { headers: { Accept: "text/event-stream" }, signal: control.signal }, bearer);
			if (!response.ok) {
				return response.status;
			}
			const reader = response.body.getReader();
			const text = new TextDecoder();
			const take = parse(heard);
			let rest = "";
			for (;;) {
				const { done, value } = await reader.read();
				if (done) {
					return response.status;
				}
				const lines = (rest + text.decode(value, { stream: true })).split(/\r\n|\n|\r(?!$)/);
				rest = lines.pop();
				lines.forEach(take);
			}
		};
		return { answer: stream(), cancel: () => control.abort() };
	};

	// The keys of the page's fragment, where secrets travel: no server and no log sees
	// it. It is taken out of the address bar, and returned however often it is asked for.
	let fragment = null;

	host.takeFragment = () => {
		if (!fragment) {
			fragment = [...new URLSearchParams(location.hash.slice(1))];
			if (location.hash) {
				history.replaceState(history.state, "", location.pathname + location.search);
			}
		}
		return fragment;
	};

	// Tells when the page is looked at or not, and when the network is back.
	host.onVisible = (changed) => {
		const tell = () => changed(document.visibilityState === "visible");
		document.addEventListener("visibilitychange", tell);
		window.addEventListener("pageshow", tell);
		window.addEventListener("online", tell);
	};
})();
