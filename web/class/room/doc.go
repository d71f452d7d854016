// Package room folds the messages of one class into its state: who has a seat, how
// far each is, what was answered and where the class is. It has no clock, no
// randomness, no store and no network, so the same messages give the same state on
// every server.
//
// # Logs
//
// A seat's messages hold the events of its session (package session), each folded
// and marked here; a client has no say about marks. Messages are sealed with keys that
// are in the class's records, so that erasing the record of a class or a seat makes
// everything that was answered unreadable at once, wherever copies are.
//
// # Playing together
//
// Where the teacher leads, the class is at one step and in one phase of it:
//
//	read → vote → discuss → revote → reveal → read of the next step
//
// Discuss and revote may be left out, and so may a whole step that is still being
// read. Nothing else is legal: a vote that was closed is never opened again.
//
// The first answers are given in the phase vote. They are events of the log, like
// any answer. The second answers are given in the phase revote. They stand apart from
// the log, one for each item, because the first answer is the one that counts for the
// skills, and an assessment takes no second one. The state shows both rounds, and
// reports have the second beside the first.
//
// Whether an answer came in time is decided by the order of the messages in the
// store, not by a server's clock or by what it knew when it accepted it: an answer
// whose message follows the one that closed the vote isn't part of the log, and
// neither is what follows in the same message. So two servers never disagree.
//
// A pupil who misses a vote goes on without an answer (Config.Led of package session).
//
// Start reading at [Room], [Room.Apply] and [Room.Propose].
package room
