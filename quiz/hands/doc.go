// Package hands is what a class does that plays on one screen, led by its teacher:
// hands are counted for each verdict, before and after talking, and timelines are
// put in order on the board. It is an append-only log of events and the [Class]
// folded from it, as package session is for one player.
//
// The slides of a lesson follow from the case and the length alone: see [Deck]. A
// class moves forward one slide at a time, and back to any that it has seen. A count
// can be changed until the next one begins, and never after it has been shown.
//
// The package draws nothing, reads no clock, and knows nobody's name. Start reading
// at [Deck], then [Class.Apply].
package hands
