// Package app is the game as a function: a [Model] of where the player is, an
// Update that answers a message, and a View that turns the model into one tree
// of [ui.Node]. It has Elm's shape: everything it wants from outside, such as
// saving, moving the focus or the time of day, is a value that Update returns (an
// [Effect]), and the answer comes as a message. So the whole game can be played in
// a test with no screen and no browser.
//
// It never draws, never reads a clock and never marks an answer: package paint
// draws, the program tells the time, and package puzzle marks.
//
// Each screen has its own file, named after what it shows. Start reading at
// [Model], then view.go.
package app
