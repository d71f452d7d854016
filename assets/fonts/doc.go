// Package fonts carries the two typefaces of the game: a sans for the desk and
// a serif for what is news, each regular and bold. It never draws and never
// measures; package typeface does.
//
// The files are subsets (Latin with the accents of Europe, Greek, Cyrillic,
// punctuation) of IBM Plex Sans and Source Serif 4, cut by the script in the
// folder build and renamed, as their licence asks. The licence texts lie beside
// them.
package fonts
