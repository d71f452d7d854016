package ui

// The window up to which a screen is shown at its own size, in CSS pixels.
const (
	plentyWidth  = 1680
	plentyHeight = 945
)

// Enlarge returns the scale at which a screen is shown in a window of the given
// size. On a whiteboard or a very large monitor everything grows, so that it
// can be read from a distance. It is never less than 1.
func Enlarge(width, height float64) float64 {
	return max(1, min(width/plentyWidth, height/plentyHeight))
}
