//go:build !js

package host

// KeepAwake does nothing on a desktop.
func KeepAwake(bool) error { return nil }
