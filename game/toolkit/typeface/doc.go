// Package typeface measures text in the typefaces of a theme and provides glyph
// outlines. It needs no screen, so layouts can be tested without one. It never
// wraps lines (package ui does) and never rasterises (package paint does).
//
// Measuring is exact and linear: a text at twice the size is twice as wide, so
// a layout in CSS pixels holds at every device's resolution. Letters are kerned;
// there is no shaping for scripts that need it.
//
// Start reading at [Set].
package typeface
