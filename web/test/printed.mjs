// What a page is on paper.

// sheets counts the pages of a PDF file: Chromium writes each as an uncompressed object.
export const sheets = (pdf) => (Buffer.from(pdf).toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;

// printed is what the screen shows on paper: whether it is wide enough, the text of the
// mirror, and how many buttons are there.
export async function printed(game) {
	await game.page.emulateMediaType("print");
	const shown = await game.page.evaluate(() => ({
		wide: document.documentElement.scrollWidth <= innerWidth,
		seen: document.getElementById("mirror").innerText,
		buttons: [...document.querySelectorAll("#mirror button")].filter((b) => b.offsetParent !== null).length,
	}));
	await game.page.emulateMediaType(null);
	return shown;
}
