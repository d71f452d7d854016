// Makes codemirror.js: what the author's page uses of CodeMirror 6, as one module. The
// site build copies it, and its licence, beside the page. To take other versions, change
// package.json and run
//
//	npm install && npm run build
import assert from "node:assert/strict";
import { build } from "esbuild";
import { readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";

const USED = `
export { acceptCompletion, autocompletion, startCompletion } from "@codemirror/autocomplete";
export { defaultKeymap, indentLess, indentMore } from "@codemirror/commands";
export { yaml } from "@codemirror/lang-yaml";
export { bracketMatching, HighlightStyle, indentUnit, syntaxHighlighting } from "@codemirror/language";
export { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
export { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
export { Annotation, EditorSelection, EditorState } from "@codemirror/state";
export { EditorView, highlightActiveLine, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
export { tags } from "@lezer/highlight";
`;

// The page's policy forbids style elements. Style rules in a constructed sheet are
// allowed, but the package makes one only for a shadow tree.
const constructedSheets = {
	name: "constructed sheets",
	setup({ onLoad }) {
		onLoad({ filter: /[\\/]style-mod\.js$/ }, async ({ path: file }) => {
			const text = await readFile(file, "utf8");
			const only = "!root.head && ";
			assert.equal(text.split(only).length, 2, "style-mod asks for a shadow tree in one place");
			return { contents: text.replace(only, ""), loader: "js" };
		});
	},
};

const { devDependencies: wanted } = JSON.parse(await readFile("package.json", "utf8"));
const versions = Object.entries(wanted).filter(([name]) => name !== "esbuild").map(([name, version]) => `${name} ${version}`);

const { metafile } = await build({
	stdin: { contents: USED, resolveDir: "." },
	bundle: true,
	format: "esm",
	minify: true,
	metafile: true,
	legalComments: "none",
	banner: { js: `/*! ${versions.join(", ")}, MIT License: see author-codemirror-licence.txt */` },
	plugins: [constructedSheets],
	outfile: "codemirror.js",
});

// Every package that is in the bundle, with its licence.
const folders = new Set(Object.keys(metafile.inputs).map((name) => name.match(/^node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0]).filter(Boolean));
const licences = new Map(); // by text: the packages that have it
for (const folder of [...folders].sort()) {
	const { name, version } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
	const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one));
	assert.ok(file, `${name} has a licence`);
	const text = (await readFile(path.join(folder, file), "utf8")).trim();
	licences.set(text, [...licences.get(text) ?? [], `${name} ${version}`]);
}
await writeFile("codemirror-licence.txt", [...licences].map(([text, names]) => `${names.join(", ")}\n\n${text}\n`).join("\n---\n\n"));
