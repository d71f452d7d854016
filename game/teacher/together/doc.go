// Package together is the room where a class plays on one screen, led by its teacher
// from the front, as a function: a [Model], an Update that answers a message, and a View
// that turns the model into one tree. What it wants from outside, such as a case or a
// place to save, is an [Effect]. What it shares with the other rooms is in package frame.
//
// What the class does is a log of package hands, which also says in which order slides
// follow one another and what can still be changed. A slide is laid out for the last row
// of a room: see [Stage].
//
// While a vote is open no slide says which verdict is right or how many have it; of the
// counts it shows the one that is being made.
//
// Start reading at [Model], then view.go.
package together
