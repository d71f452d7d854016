// Package app is the game as a function: a [Model] of where the player is, an
// Update that answers a message, and a View that turns the model into one tree
// of [ui.Node]. It has Elm's shape: everything it wants of the world outside,
// such as saving, comes back from Update as a value (an [Effect]), so the whole
// game can be played in a test with no screen and no browser.
//
// It never draws, never reads a clock and never marks an answer: package paint
// draws, the program hands in the time, and package puzzle marks.
//
// Every screen stands in a file of its own, named after what it shows. Start
// reading at [Model], then view.go.
package app
