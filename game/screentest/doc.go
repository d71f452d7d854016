// Package screentest is support for tests of a program's screens: a [Hand] works a screen
// through its tree alone, and [Screens], [Spoken], [NothingIsCutOff] and [Shots] walk
// through all of them.
package screentest
