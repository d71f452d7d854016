// How a link carries a case: its text, deflated, as base64 for addresses. The game's page
// and the author's page share it.
"use strict";

// packed returns a text as a link carries it.
window.packed = async (text) => {
	const bytes = new Uint8Array(await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"))).arrayBuffer());
	let binary = "";
	for (const byte of bytes) {
		binary += String.fromCharCode(byte);
	}
	return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
};
