// Package toolkit is for programs that are drawn on a canvas and that everybody
// can use: with a mouse, a finger, a keyboard alone, a screen reader, or on a
// page without a picture. The same code runs in a browser as WebAssembly and in
// a window. It imports nothing of the game.
//
// # How a frame is made
//
// A program is a model that messages update, and a function from the model to a
// tree of nodes: what is on the screen, as data. Everything else is made from
// that tree:
//
//	input ──▶ drive ──▶ program.Update(message)
//	            │       program.View(viewport) ──▶ tree of ui.Node
//	            ▼
//	   ui: lays it out, wraps its text, finds what is hit and what has the focus
//	            │
//	     ┌──────┴──────────────┐
//	     ▼                     ▼
//	  paint: quads           mirror: HTML elements, for screen readers, keys,
//	  of a frame             tests and print; or as the page itself
//	     │                     │
//	     ▼                     ▼
//	  run: Ebitengine        run: the browser's page
//
// When something has changed, the tree is built again and laid out with cached
// text measurements, and only the differences are painted and sent to the page.
// While nothing changes the program is idle.
//
// A picture made of pixels is a node with the file in it. The browser decodes it, to as
// many pixels as it is shown with, so no decoder is in the program; until they are there
// the picture's description is painted in its place. In the page it is an img element.
//
// # The packages
//
//   - style: how a tree says how it looks, and what a theme is;
//   - basic: a theme to begin with;
//   - ui: the tree, its layout, hits, focus, pointer and motion;
//   - drive: the loop, without a window, a clock or a browser;
//   - typeface, paint, svg: text measured, a tree as pixels, a figure as SVG;
//   - mirror: the tree as HTML elements;
//   - host: what is asked of the browser or the system;
//   - run: a program in a window or in a page;
//   - example: a whole program in about sixty lines, and its test.
//
// # What it never does
//
// It keeps no program state, has no stateful widgets, and no global settings:
// the program brings the theme. It doesn't shape text (letters are kerned; what
// needs more is right in the mirror alone), has no text fields, and doesn't
// scroll sideways. Only host and run read a clock.
//
// # Where to begin
//
// Run the example:
//
//	go run ./game/toolkit/example
//
// and read its source; then [holdtheline/game/toolkit/ui.Node], which screens
// are made of, and [holdtheline/game/toolkit/drive.Driver], which tests use to
// run a program. For a browser, build with GOOS=js GOARCH=wasm; the page must
// load host.js and mirror.js before the program, as the game's site build does.
package toolkit
