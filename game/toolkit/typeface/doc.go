// Package typeface measures text in the typefaces of a theme and gives the
// outlines of their glyphs. It needs no screen: layouts are computed, and
// tested, with it alone. It never wraps lines (package ui does) and never
// colours a pixel (package paint does).
//
// Measuring is exact and linear: a text at twice the size is twice as wide, so
// a layout in CSS pixels holds at every device's resolution. Letters are kerned;
// there is no shaping for scripts that need it.
//
// Start reading at [Set].
package typeface
