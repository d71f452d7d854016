// Package launch turns the parameters of a link or the command line into a
// game: the case, the length, the mode, the seed, and the saved games.
// Parameters that can't be used never stop it: it adds a notice and uses a
// default.
//
// It never reads the address or the flags itself (main does) and never draws.
// Start reading at [Read] and [Open].
package launch
