//go:build !js

package host

// KeepPage does nothing: a program in a window is on the device.
func KeepPage() error { return nil }
