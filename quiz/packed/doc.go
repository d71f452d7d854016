// Package packed writes a session as a short text and reads it back: for the
// suspend data of a learning platform, which holds 4096 characters, and for codes that
// people copy, which package code makes of it.
//
// The text has the digits 0 to 9 and the capital letters without I, L, O and U: it
// is safe in addresses, QR codes hold it in their dense alphanumeric mode, and
// people can read it aloud. It begins with the version of the format and ends in a
// checksum. Reading ignores case, spaces and hyphens, and takes I and L for 1 and O
// for 0.
//
// The configuration, where the player is and has been, the tabs opened, the hints
// and the answers survive, and with them the whole report. What does not: drafts, the
// order in which a step's items were answered, how often the player went back and
// forth, and the spelling of an answer's JSON. If a text would be longer than
// [MaxText], tries between an item's first and last answer are left out, the earliest
// first. How many there were survives, up to 66: the first answer stands in for those
// left out.
//
// An answer is packed as its choices in the item's form, so the package knows no kind
// of item. One that the form can't express is packed as it is.
//
// Reading needs the version of the case that was played. Every event that it makes
// is checked as in a game, so a forged text yields a session that could have been
// played, or an error.
//
// A whole game in the Full length takes 131 characters with one answer to each item
// of a story that comes with the game, 349 with three answers to each, and 51 in a
// test. TestSizes prints the sizes and holds them to bounds a little above.
//
// Start reading at [Pack] and [Unpack].
package packed
