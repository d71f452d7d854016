// Package code writes a session as a code that a pupil gives to a teacher: copied,
// typed, or photographed as a QR code. It reads codes out of any text, such as the
// messages of a class.
//
// A code looks like this, with more lines for a longer game:
//
//	HTL1M 8Q30D Z7K2R 4WHXT
//	5C9JV 0F6BE N1YGA SP3
//
// It has the digits and the capital letters without I, L, O and U, but for the L in
// HTL at its beginning. Reading ignores case, spaces, hyphens and line breaks, and
// takes I and L for 1, O for 0 and U for V.
//
// Each line but the last has 20 characters. Its last two are check characters, over
// the line and its number: a Reed–Solomon code over GF(32). Any one or two wrong
// characters in a line are detected, so any mistyped character, any two transposed,
// and any two lines transposed, and the page can say which line is wrong. It says so
// and corrects nothing: a line with three wrong characters may look like another line
// with one. More errors in a line escape its check once in 1024 times; then the
// checksum of the packed session, of 32 bits, still detects them.
//
// The characters between are those of
//
//	HTL      what it is
//	1        the version of this format and of package packed
//	3        which case: 15 bits of the FNV-1a hash of its id
//	2        how many characters follow
//	…        the session, as package packed writes it, without the version
//
// The hash of the id tells a story that isn't there from another version of one that
// is: the packed session has the fingerprint of the version that was played.
//
// A code has no name in it. In a text, what stands before it in its line is taken for
// its pupil's name, or a line before it that ends in a colon.
//
// Start reading at [Of] and [Find].
package code
