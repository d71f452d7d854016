// Package mirror turns a laid out screen into real HTML elements: what a screen
// reader hears, what the keyboard's focus moves through, what the browser tests
// find by role and name, and what is printed. On the page it lies, invisible,
// over the canvas, every element at its node's place.
//
// Without a canvas the same elements are the page itself: [Page] makes them with
// what the eye needs too. Nothing more is heard of them then, and nothing less.
//
// [From] makes the elements, [Diff] finds the fewest changes from one screen's
// elements to the next one's, and [Dump] writes what a screen reader meets;
// these three are pure and work everywhere. In the browser a DOM carries the
// changes to the page and reports what the player does there. The page's half
// of that is mirror.js, which the site build bundles into the page's script.
//
// The package never decides what a screen says or does, and never draws.
//
// Start reading at [Element], then [From].
package mirror
