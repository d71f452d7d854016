package host

import "math"

// Insets are the safe area insets: what a notch, a rounded corner or a system
// bar covers, in CSS pixels.
type Insets struct{ Top, Right, Bottom, Left float64 }

// A View is the part of the screen the program draws on.
type View struct {
	Width, Height float64 // CSS pixels
	Scale         float64 // device pixels per CSS pixel
	Insets        Insets
}

// Pixels returns the size of the drawing buffer in device pixels, which
// Ebitengine's Layout must return for a sharp picture.
func (v View) Pixels() (width, height int) {
	return devicePixels(v.Width, v.Scale), devicePixels(v.Height, v.Scale)
}

// devicePixels rounds as host.js does for the canvas's buffer, so that the
// sizes agree. A buffer has at least one pixel.
func devicePixels(length, scale float64) int {
	return int(math.Max(1, math.Floor(length*scale+0.5)))
}

// An Upgrade is a new version of the program.
type Upgrade struct {
	Cases []string // the fingerprints of its cases
}

// Preferences are the player's settings of their system or browser.
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
