// Package frame is what the screens of the teacher's program have in common: a header
// with the settings, a notice of what went wrong outside, a bar of actions, and the
// messages that change how everything looks. A room of the program embeds a [Base] in
// its model; a [Program] runs it.
//
// Start reading at [Base] and [Base.Tree].
package frame
