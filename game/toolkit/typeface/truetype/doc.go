// Package truetype reads the program's TrueType fonts: character map, advances,
// kerning and outlines. It supports what those fonts contain (character map
// format 4, quadratic outlines, pair kerning) and nothing else; a general
// library would make the download much larger. It never rasterises.
//
// The formats are those of the OpenType specification, version 1.9. Lengths are
// font units. Start reading at [Parse].
package truetype
