// Makes jsqr.js: the package jsqr as one small module, which exports the function that
// reads a QR code from a picture. The site build copies it, and its licence, beside the
// page. To take another version, change package.json and run
//
//	npm install && npm run build
import { build } from "esbuild";
import { copyFile, readFile } from "node:fs/promises";

const { version } = JSON.parse(await readFile("node_modules/jsqr/package.json"));

await build({
	entryPoints: ["node_modules/jsqr/dist/jsQR.js"],
	bundle: true,
	format: "esm",
	minify: true,
	banner: { js: `/*! jsQR ${version}, Apache License 2.0: see teacher-jsqr-licence.txt */` },
	outfile: "jsqr.js",
});
await copyFile("node_modules/jsqr/LICENSE", "jsqr-licence.txt");
