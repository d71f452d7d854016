//go:build !js

package host

// Given returns nothing: a window has no page that could be given something.
func Given() Gift { return Gift{} }
