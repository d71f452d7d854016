// Package spoken reads dates as people write them, in English, German and Spanish:
// “mid-September 1918”, “7 Nov, about noon in New York”, “the 1920s”. What it makes of
// them is an EDTF date, no more precise than the words.
//
// It is for authors, who are shown what was understood. Programs read package edtf.
//
// Start reading at [Read].
package spoken
