// Package edtf reads, compares and formats dates that say how precisely they are
// known: the Extended Date/Time Format, level 0 and the parts of level 1 that
// history needs (ISO 8601-2:2019, clause 4 and annex A; the Library of
// Congress publishes the same profile).
//
// Every value is an interval from an earliest to a latest second. The package
// never guesses: a date without a day stays a month, overlapping dates are not
// put in order, and anything that is not EDTF is refused with a sentence that
// says what to write instead. It has no clock and no time zones except UTC and
// the fixed offset of a date-time.
//
// EDTF does not say how far a qualifier reaches. Here an uncertain (?) or
// approximate (~) date is widened on both sides by one unit of its own precision,
// and a date that is both (%) by two: 1984~ is 1983 to 1985, 2004-06% is April to
// August. One unit suffices for one doubt, since a larger one would have been
// written as a coarser date; two doubts add up. The Python library edtf pads by
// the same units by default.
//
// Start reading at [Parse], then [Date.Earliest], [Date.Latest] and [Compare].
package edtf
