// Package mirror turns a laid out screen into real HTML elements: what a screen
// reader reads, what the keyboard focus moves through, what the browser tests
// find by role and name, and what is printed. On the page they are invisible,
// over the canvas, each at its node's position.
//
// Without a canvas the same elements are the page itself: [Page] adds what is
// only seen. A screen reader reads the same in both.
//
// [From] makes the elements, [Diff] returns the changes from one screen's
// elements to the next, and [Dump] writes what a screen reader reads; all three
// are pure. In the browser a DOM applies the changes to the page and reports
// what the player does there. Its JavaScript half is mirror.js, which the site
// build bundles into the page's script.
//
// The package never decides what a screen says or does, and never draws.
//
// Start reading at [Element], then [From].
package mirror
