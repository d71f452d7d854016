// Package session is one play-through of a case: an append-only log of events
// and the state folded from it.
//
// Saving writes the log and resuming reads it back; replaying a recorded play as a
// regression test uses the same code. The log is JSON Lines, one event a line, so
// the undamaged start of any log is a playable session: see [Read].
//
// The package marks nothing (package puzzle does) and adds nothing up (package
// report does). It never reads a clock and has no randomness: the caller gives it
// the start time and the seed.
//
// Start reading at [Session] and [Session.Apply].
package session
