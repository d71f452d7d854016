package host

import "math"

// Insets are the parts of the screen's edges that a notch, a rounded corner or
// a system bar covers, in CSS pixels.
type Insets struct{ Top, Right, Bottom, Left float64 }

// A View is the part of the screen the program draws on.
type View struct {
	Width, Height float64 // CSS pixels
	Scale         float64 // device pixels per CSS pixel
	Insets        Insets
}

// Pixels returns the size in device pixels, which is the size of the drawing
// buffer: what Ebitengine's Layout has to answer for pictures to be sharp.
func (v View) Pixels() (width, height int) {
	return devicePixels(v.Width, v.Scale), devicePixels(v.Height, v.Scale)
}

// devicePixels rounds like host.js does for the canvas's buffer, so that both
// always speak of the same size; a buffer has at least one pixel.
func devicePixels(length, scale float64) int {
	return int(math.Max(1, math.Floor(length*scale+0.5)))
}

// A Renewal is a new version of the game.
type Renewal struct {
	Cases []string // the fingerprints of the cases it has
}

// Preferences are what the player has asked of their system or browser.
type Preferences struct {
	ReducedMotion bool
	MoreContrast  bool
	ForcedColors  bool // the system draws with a palette of its own
	Dark          bool
	// Text is the browser's standard text size as a multiple of the usual 16
	// CSS pixels: 1 when the player hasn't changed it.
	Text float64
	// Languages are BCP 47 tags, the preferred one first; empty when unknown.
	Languages []string
}
