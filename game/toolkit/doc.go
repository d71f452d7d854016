// Package toolkit is for programs that are drawn on a canvas and that everybody
// can use: with a mouse, a finger, a keyboard alone, a screen reader, or on a
// page without a picture. They run in a browser as WebAssembly and, with the same
// code, in a window. The folder knows nothing of the game beside it.
//
// # How a frame comes about
//
// A program is a model that changes by messages, and a function from it to a tree
// of nodes: what is on the screen, as data. From that one tree comes
// everything else:
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
// Nothing happens unless something has changed: then the tree is made anew, laid
// out from what is remembered of its texts, and only what is different is painted
// and told to the page. While nothing changes the program rests.
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
// It keeps no state of a program's, has no widgets with a life of their own, and
// no global settings: a theme comes in from outside. It shapes no text (letters
// are kerned, and what needs more shows in the mirror), takes no typed text, and
// doesn't scroll sideways. Nothing in it reads a clock but run.
//
// # Where to begin
//
// With the example:
//
//	go run ./game/toolkit/example
//
// and its source; then [holdtheline/game/toolkit/ui.Node], which is what a screen
// is made of, and [holdtheline/game/toolkit/drive.Driver], with which a program is
// tested. In a browser it is built with
// GOOS=js GOARCH=wasm; the page needs host.js and mirror.js before the program, as
// the game's site build bundles them.
package toolkit
